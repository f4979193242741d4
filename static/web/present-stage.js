// What a step fills on the screen around its map: heading, lines, figures, timeline, foot.

import { mountStepFigures } from "./present-figures.js";
import { mountFoot } from "./present-foot.js";
import { citedWords, windowWords } from "./present-frame.js";
import { mountLines } from "./present-lines.js";
import { lost } from "./present-steps.js";
import { mountTime } from "./present-time.js";
import { asOfText } from "./present-title.js";

/**
 * @param parts    of `furniture`
 * @param desk     {state, briefing, at(): {page, number, count}, sentences(), and what lines, figures and foot ask for}
 * @param explore  leads to the live map, or undefined where there is none
 * @param like     parts that these stand in for (see present-fit.js)
 */
export function mountStage(parts, desk, explore, like = parts) {
  const { state, briefing } = desk;
  const lines = mountLines(parts.lines, desk, like.lines);
  const figures = mountStepFigures(parts.figures, desk, like.figures);
  const time = mountTime(parts.time, state);
  const foot = mountFoot(parts.foot, desk, explore);
  return {
    /** @param ids  items that the step rests on */
    show(ids) {
      const { page, number } = desk.at();
      const titled = number === 0;
      parts.slide.classList.toggle("titled", titled);
      parts.slide.dataset.kind = page.kind;
      parts.cover.hidden = !titled;
      for (const part of [parts.middle, parts.aside, parts.figures]) part.inert = titled;
      parts.title.textContent = page.title || `Step ${number}`;
      parts.subtitle.textContent = citedWords(state, ids);
      lines.show(page, titled ? [] : lost(state, page));
      figures.show(page);
      time.show(ids);
      parts.standing.textContent = foot.show(`${windowWords(state.get())} · ${asOfText(state.scene, briefing)}`);
    },
    /** Make all of it fit its boxes. */
    fit() {
      figures.fit();
      lines.fit();
      time.draw();
    },
  };
}
