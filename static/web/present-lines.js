// Beside the map: what the step says, line by line with the numbers of its sentences, and the first of these word for word.

import { chain } from "./best.js";
import { provenance } from "./cards.js";
import { fill, h } from "./dom.js";
import { printFigure } from "./figures.js";
import { fit } from "./present-fit.js";
import { numbered } from "./present-steps.js";
import { statusChip } from "./signs.js";
import { marked } from "./spans.js";

/** A line that cites more sentences than this has buttons for the first ones and one for all of them. */
const MOST_CITES = 6;
const FIRST_CITES = 4;
const MOST_SAID = 4;
/** A short step is set larger, up to so much. */
const LARGEST = 1.25;
export const SILENCE = "No report is not no event: where nothing is shown, these reports, as filtered, tell of nothing.";

/** The words of a sentence, its places and figures marked. */
export const saidNode = ({ report, start, end, items }) =>
  h("p", { class: "said", lang: report.lang }, marked(report, start, end, items));

/** From a figure, or the names of a sentence without one, back to whoever said it first, as chips. */
export function chainNodes(state, { report, items }) {
  const link = (text, kind) => [h("span", { class: "back", "aria-hidden": "true" }, "←"), h("span", { class: `chip ${kind}` }, text)];
  const claims = items.filter(({ type }) => type === "claim");
  const rows = claims.map((claim) => h("p", { class: "chain", "aria-label": "Source chain" },
    statusChip(claim.status, claim.cue), h("span", { class: "chip value" }, printFigure(claim)), link(report.ref, "report"),
    chain(claim).map((name) => link(name, "speaker")), chain(claim).length === 0 && link("origin not stated", "open")));
  if (rows.length > 0) return rows;
  const names = [...new Set(items.map(({ text }) => text))];
  return h("p", { class: "chain", "aria-label": "Source chain" },
    names.map((name) => h("span", { class: "chip value" }, name)), link(report.ref, "report"));
}

/**
 * @param box   element of the lines
 * @param desk  {state, sentences() of the step, open(index)}
 * @param like  the box that this one stands in for (see present-fit.js)
 */
export function mountLines(box, desk, like = box) {
  const cite = (index) => h("button", {
    type: "button", class: "cite", "data-key": `cite ${index}`, "aria-label": `Sentence ${index}`, onclick: () => desk.open(index - 1),
  }, index);

  const all = ({ text, numbers, ids }, key) => h("button", {
    type: "button", class: "cite", "data-key": `cites ${key}`, "aria-label": `All ${numbers.length} sentences of this line`,
    onclick: () => desk.read({ words: text, ids }),
  }, `all ${numbers.length}`);

  const line = (row, key) => {
    const many = row.numbers.length > MOST_CITES;
    return h("li", { class: row.text === SILENCE ? "silence" : "" },
      h("span", { class: "words" }, row.text),
      (many ? row.numbers.slice(0, FIRST_CITES) : row.numbers).map((each) => [" ", cite(each)]), many && [" … ", all(row, key)],
      row.gone && h("span", { class: "chip gone" }, "source withdrawn"));
  };

  const quoted = (sentence) => [saidNode(sentence), provenance(sentence.report), chainNodes(desk.state, sentence)];

  /** The first sentence, with the way to all of them at full size. */
  const excerpt = (sentences) => h("section", { class: "excerpt", "aria-label": "Excerpt" },
    h("button", { type: "button", class: "open", "data-key": "open sentence", onclick: () => desk.open(0) },
      h("b", {}, sentences.length === 1 ? "1 sentence" : `Sentence 1 of ${sentences.length}`), h("kbd", {}, "S"), " full size"),
    quoted(sentences[0]));

  const further = (sentence, i) => h("section", { class: "excerpt more-said", "aria-label": `Sentence ${i + 2}` },
    h("p", { class: "nth" }, `Sentence ${i + 2}`), quoted(sentence));

  /** Append sentences until one has no room; returns how many have. */
  const more = (sentences) => {
    if (box.scrollHeight > box.clientHeight) return 0;
    for (const [i, sentence] of sentences.entries()) {
      const node = further(sentence, i);
      box.append(node);
      if (box.scrollHeight <= box.clientHeight) continue;
      node.remove();
      return i;
    }
    return sentences.length;
  };
  let shown = null;

  return {
    /** @param troubles  words about what is missing */
    show(page, troubles) {
      shown = page.id;
      const sentences = desk.sentences();
      fill(box,
        troubles.length > 0 && h("ul", { class: "troubles", role: "note" }, troubles.map((words) => h("li", {}, words))),
        page.kind === "unknown" && !page.lines.some(({ text }) => text === SILENCE) && h("p", { class: "silence" }, SILENCE),
        page.lines.length > 0 && h("ul", { class: "lines" }, numbered(desk.state, page, sentences).map(line)),
        sentences.length > 0 && excerpt(sentences),
        page.lines.length === 0 && sentences.length === 0 && h("p", { class: "none" }, "Nothing is in this view."));
    },
    fit() {
      box.querySelectorAll(".more-said").forEach((node) => node.remove());
      const fitted = fit(box, LARGEST, shown, like);
      const sentences = desk.sentences().slice(1, MOST_SAID);
      if (fitted.more === undefined) fitted.more = more(sentences); // measured once, as the size is
      else box.append(...sentences.slice(0, fitted.more).map(further));
    },
  };
}
