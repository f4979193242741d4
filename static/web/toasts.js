// Short messages at the foot of the desk, with a way to take back what they tell of.

import { h } from "./dom.js";

const STAY_MS = 8000;
const AT_ONCE = 3;

/**
 * @param root  the desk's element; a toast that had the focus gives it back there
 * @returns {{node, say(text, options), undo()}}
 */
export function mountToasts(root) {
  const node = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  let shown = []; // newest last

  /** Say `text`; `undo` takes the act back, `topic` makes a new message replace an older one about the same. */
  function say(text, { undo = null, topic = text, detail = null } = {}) {
    shown.filter((each) => each.topic === topic).forEach((each) => each.close());
    const close = () => {
      clearTimeout(timer);
      if (toast.contains(toast.getRootNode().activeElement)) root.focus({ preventScroll: true });
      toast.remove();
      shown = shown.filter((each) => each !== entry);
    };
    const takeBack = () => {
      close();
      undo();
    };
    const toast = h("div", { class: "toast" }, h("span", { class: "words" }, text), detail,
      undo && h("button", { type: "button", class: "undo", title: "Ctrl+Z", onclick: takeBack }, "Undo"),
      h("button", { type: "button", class: "dismiss", "aria-label": "Dismiss", onclick: close }, "×"));
    const entry = { topic, close, undo: undo && takeBack };
    let timer = 0;
    // It waits while somebody reads it or is about to press.
    const held = () => toast.matches(":hover") || toast.matches(":focus-within");
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (held() ? wait() : close()), STAY_MS);
    };
    toast.addEventListener("pointerleave", wait);
    toast.addEventListener("focusout", wait);
    node.append(toast);
    shown.push(entry);
    if (shown.length > AT_ONCE) shown[0].close();
    wait();
    return toast;
  }

  return {
    node,
    say,
    /** Take back what the newest message with an undo tells of; false where there is none. */
    undo() {
      const last = shown.findLast((each) => each.undo);
      last?.undo();
      return Boolean(last);
    },
  };
}
