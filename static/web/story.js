// The exported story's host: the briefing step by step with what stands in the file, and the live map behind it.

import { inHash } from "./address.js";
import { mountDesk } from "./desk.js";
import { fill, h } from "./dom.js";
import { mountMap } from "./map.js";
import { aboutDialog, pageBar, textOf } from "./page.js";
import { mountPresent } from "./present.js";

/**
 * Open the story.
 *
 * One of its two faces is on the page at a time, with one map: the briefing, or the live map with its panels.
 *
 * @param frame   function of the frame module (see map-frame.js)
 * @param unpack  (id) => Promise of the text of a compressed block of the page
 */
export function openStory(frame, unpack) {
  const page = JSON.parse(textOf("data"));
  const host = document.getElementById("host");
  const ground = unpack("ground").then(JSON.parse);
  const map = (more) => (pane, state, around) =>
    mountMap(pane, state, { L: window.L, frame, assets: { json: async (path) => (await ground)[path], whole: true }, ...more, ...around });
  const dialog = aboutDialog(page);
  let shown = null; // what stands on the page now
  let theme = "dark";
  document.title = page.title;
  document.documentElement.classList.add("story");

  const turn = (mount) => {
    shown?.destroy();
    const root = h("div", { class: "dateline-desk" });
    fill(host, root, dialog);
    shown = mount(root);
  };

  const present = (start) => turn((root) => {
    const show = mountPresent(root, page.scene, page.briefing, {
      start, theme, mountMap: map({ glide: true }), remarks: page.letters,
      onTheme: (next) => { theme = next; },
      onLeave: () => show.go(0),
      onExplore: (view) => explore(view, show.at()),
    });
    return show;
  });

  const explore = (view, step) => turn((root) => {
    const desk = mountDesk(root, page.scene, { initial: view, mountMap: map() });
    const back = h("button", { type: "button", class: "quiet", onclick: () => {
      theme = desk.state.get().theme;
      present(step);
    } }, "Back to the briefing");
    root.before(pageBar(host, desk.state, page, dialog, back));
    return desk;
  });

  present(inHash().read());
}
