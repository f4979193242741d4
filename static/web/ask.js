// One question before an act that cannot be taken back.

import { h } from "./dom.js";

/**
 * Ask in the desk itself: the browser's own dialogs stop everything and cannot be read by all.
 *
 * @param root  the desk's element
 * @returns {Promise<boolean>} whether the answer was `yes`; Esc and "Cancel" are no
 */
export function ask(root, { title, words, yes }) {
  const answer = (value) => () => dialog.close(value);
  const dialog = h("dialog", { class: "ask", "aria-labelledby": "ask-title", "aria-describedby": "ask-words" },
    h("h2", { id: "ask-title" }, title),
    h("p", { id: "ask-words" }, words),
    h("div", { class: "answers" },
      h("button", { type: "button", class: "quiet", autofocus: true, onclick: answer("") }, "Cancel"),
      h("button", { type: "button", class: "quiet yes", onclick: answer("yes") }, yes)));
  const opener = root.getRootNode().activeElement;
  // Keys pressed here are answers, not orders to the desk behind.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener?.focus({ preventScroll: true });
      resolve(dialog.returnValue === "yes");
    });
  });
}
