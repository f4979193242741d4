// Copying, with a way out where the browser refuses: the text is handed over selected.

import { h } from "./dom.js";

/**
 * @param text   what to copy
 * @param say    of toasts.js
 * @param words  {done: told when it is copied, ask: told with the field, label: the field's name, topic}
 */
export async function copyText(text, say, { done, ask, label, topic }) {
  try {
    await navigator.clipboard.writeText(text);
    say(done, { topic });
  } catch {
    const field = h("input", { type: "text", class: "address", readonly: true, value: text, "aria-label": label });
    say(ask, { topic, detail: field });
    field.focus();
    field.select();
  }
}
