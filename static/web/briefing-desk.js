// The steps of a briefing: their list, and the words of the chosen one. The server keeps the briefing; what is done
// here is asked of it, and shown at once where that is easy to foresee.

import { createActs } from "./briefing-acts.js";
import { mountList } from "./briefing-list.js";
import { createPreviews } from "./briefing-previews.js";
import { mountStep } from "./briefing-step.js";
import { h } from "./dom.js";
import { mountToasts } from "./toasts.js";

const left = new Map(); // briefing id → id of the step that was open there

/** Do `work`, and leave what is typed in a field as it is: the server may answer while somebody types on. */
function keepTyping(root, work) {
  const before = root.getRootNode().activeElement;
  const key = before?.matches("input, textarea") && before.dataset.key;
  const known = key && { value: before.value, at: [before.selectionStart, before.selectionEnd] };
  work();
  const after = root.getRootNode().activeElement;
  if (!known || after?.dataset.key !== key) return;
  after.value = known.value;
  after.setSelectionRange(...known.at);
}

const reordered = (rows, id, to) => {
  const others = rows.filter((row) => row.id !== id);
  return [...others.slice(0, to), rows.find((row) => row.id === id), ...others.slice(to)];
};

/**
 * Draw the steps inside `root`.
 *
 * @param root     element
 * @param options  {send({mount, acts}), ask(name, step), picture(step) -> Promise, beforeLeaving(say)}; see
 *                 layers/web/briefing.py and leaving.js
 * @returns {{update(data), destroy()}}: data is {briefing, rows, done}
 */
export function mountBriefing(root, options) {
  const acts = createActs(options.send);
  const previews = createPreviews(options.picture, acts.waiting);
  const toasts = mountToasts(root);
  const list = h("nav", { class: "steps", "aria-label": "Steps of the briefing" });
  const editor = h("section", { class: "step-editor", "aria-label": "The chosen step" });
  root.append(list, editor, toasts.node);
  let rows = [];
  let briefing = null;
  let chosen = null;

  const desk = {
    act: acts.act,
    type: acts.type,
    picture: previews.picture,
    ask(name, step) {
      acts.flush();
      options.ask(name, step);
    },
    remove(row) {
      const at = rows.indexOf(row);
      chosen = (rows[at + 1] ?? rows[at - 1])?.id ?? null;
      rows = rows.filter((each) => each !== row);
      draw();
      acts.act("remove", { step: row.id });
      toasts.say(`Step ${at + 1} removed.`, { topic: "removed", undo: () => acts.act("undo") });
    },
  };
  const panels = {
    list: mountList(list, {
      picture: previews.picture,
      open(id) {
        acts.flush();
        chosen = id;
        draw();
      },
      move(id, to) {
        rows = reordered(rows, id, to);
        draw();
        acts.act("move", { step: id, to });
      },
    }),
    step: mountStep(editor, desk),
  };

  const draw = () => keepTyping(root, () => {
    const at = Math.max(0, rows.findIndex((row) => row.id === chosen));
    chosen = rows[at]?.id ?? null;
    left.set(briefing, chosen);
    panels.list.update(rows, chosen);
    panels.step.update(rows[at], at, rows.length);
  });

  const onKey = (event) => {
    const typing = event.target.closest("input, textarea");
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !typing) {
      event.preventDefault();
      acts.act("undo");
    }
  };
  root.addEventListener("keydown", onKey);
  root.addEventListener("focusout", acts.flush);
  const stay = options.beforeLeaving?.(acts.flush);

  return {
    update(data) {
      acts.done(data.done);
      if (acts.pending()) return; // what is shown is newer than this; the next answer has it
      const added = data.rows.filter((row) => !rows.some(({ id }) => id === row.id));
      if (data.briefing !== briefing) chosen = left.get(data.briefing) ?? null;
      else if (added.length === 1) chosen = added[0].id;
      briefing = data.briefing;
      rows = data.rows;
      draw();
    },
    destroy() {
      stay?.();
      previews.stop();
      root.removeEventListener("keydown", onKey);
      root.removeEventListener("focusout", acts.flush);
      root.replaceChildren();
    },
  };
}
