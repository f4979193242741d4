// What is in view beside the marks: of thousands of places rings and dots on a canvas, with what a pointer finds there; of
// any number the list in which the keyboard finds the same.

import { ringRadius } from "./map-crowd.js";
import { paintCrowd, printCount, onScreen, thingAt } from "./map-rings.js";
import { barButton } from "./map-controls.js";
import * as geometry from "./map-geometry.js";
import { canvasOverlay, viewOf } from "./map-overlay.js";
import { createRoll } from "./map-roll.js";
import { h } from "./dom.js";
import { themeProperties } from "./signs.js";
import { STATUSES } from "./statuses.js";

const LIST_ICON = "M1 3H3M5 3H13M1 7H3M5 7H13M1 11H3M5 11H13";
const LEAST_SPREAD = 48; // pixels over which a ring's places must spread at the closest zoom to be worth zooming to

/** "23 places: 14 reported, 9 planned". */
function words({ count, shares }) {
  const some = STATUSES.map((status, i) => [status, shares[i]]).filter(([, share]) => share > 0);
  return `${printCount(count)} places: ${some.map(([status, share]) => `${printCount(share)} ${status}`).join(", ")}`;
}

/**
 * @param glyphs   from createGlyphs
 * @param go       {select(id), hover(id or null), show(box)}
 */
export function createCrowded(L, map, root, state, glyphs, style, go) {
  let laid = { rings: [], dots: [] };
  let over = null; // the ring or dot under the pointer
  // Over the borders, as flows are: a line through a number would make another number of it.
  const surface = canvasOverlay(L, { pane: "flows", draw: (context, view) => draw(context, view) });
  const tip = h("div", { class: "dl-tip", role: "status", hidden: true });
  root.append(tip);
  const roll = createRoll(root, {
    pick: go.select, preview: go.hover, closed: () => button.getContainer()?.querySelector("button").focus({ preventScroll: true }),
  });
  const button = barButton(L, "List the places in view", LIST_ICON, () => (roll.open() ? roll.close() : listView()));

  const statusOf = (mark) => state.markStatus(mark);

  function draw(context, view) {
    const { crowd, rings, dots } = glyphs.crowd();
    const dot = (i) => {
      const mark = crowd.marks[i];
      const [west, north, east, south] = crowd.box(i);
      return { at: [(west + east) / 2, (north + south) / 2], mark, status: statusOf(mark), mentioned: mark.layer === "mentioned" };
    };
    laid = onScreen({ rings, dots: dots.map(dot) }, view);
    const [selected, hovered] = [state.selectedMarks(), state.hoveredMarks()];
    const [ringsSelected, ringsHovered] = [selected, hovered].map((ids) => crowd.ringsWith(ids, rings, view));
    const same = (thing) => over !== null && thing.x === over.x && thing.y === over.y;
    paintCrowd(context, laid, { style, colours: themeProperties(style, state.get().theme) }, {
      selected: ({ ring }) => ringsSelected.has(ring),
      hovered: (thing) => same(thing) || ringsHovered.has(thing.ring) || hovered.has(thing.mark?.id),
    });
  }

  const entry = (mark) => ({
    id: mark.id, name: mark.name, status: statusOf(mark), mentions: mark.items.length,
    note: `${mark.items.length} ${mark.items.length === 1 ? "statement" : "statements"}`,
  });
  const entries = (marks) => marks.map(entry)
    .sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name));

  /** Marks of places in the frame, whether or not there is room to draw each. */
  function inView() {
    const view = viewOf(map);
    const frame = geometry.boxInWorld(view.box, view);
    if (present()) {
      const { crowd } = glyphs.crowd();
      return crowd.within(frame, state.statusBits()).map((i) => crowd.marks[i]);
    }
    const here = ({ id }) => glyphs.boxes([id]).some((box) => geometry.overlaps(box, frame));
    return state.scene.marks.filter((mark) => mark.name && state.markVisible(mark) && here(mark));
  }

  function listView() {
    const marks = inView();
    roll.show(marks.length === 1 ? "1 place in view" : `${printCount(marks.length)} places in view`, entries(marks));
  }

  /** Zoom to a ring's places; where that would not part them, list them. */
  function open({ ring }) {
    const { crowd, apart } = glyphs.crowd();
    const some = crowd.members(ring, viewOf(map), state.statusBits(), apart);
    const box = geometry.union(some.map(crowd.box));
    const spread = Math.max(box[2] - box[0], box[3] - box[1]) * 2 ** map.getMaxZoom();
    if (map.getZoom() < map.getMaxZoom() && spread >= LEAST_SPREAD) go.show(box);
    else roll.show(words(ring), entries(some.map((i) => crowd.marks[i])));
  }

  const find = (event) => {
    const { x, y } = map.mouseEventToLayerPoint(event);
    return thingAt(laid, x, y);
  };

  function point(thing, event) {
    if (thing?.x === over?.x && thing?.y === over?.y) return;
    over = thing;
    map.getContainer().classList.toggle("dl-over", thing !== null);
    tip.hidden = !thing?.ring;
    if (thing?.ring) {
      tip.textContent = words(thing);
      const { left, top } = root.getBoundingClientRect();
      Object.assign(tip.style, { left: `${event.clientX - left + 14}px`, top: `${event.clientY - top + 14}px` });
    }
    surface.redraw();
  }

  const present = () => glyphs.crowd() !== null;
  button.addTo(map);

  return {
    /** Take up a new scene: few places need no canvas. */
    attend() {
      laid = { rings: [], dots: [] };
      over = null;
      roll.close();
      present() ? surface.addTo(map) : surface.remove();
    },
    /** Bring rings and dots in line with the view. */
    paint: () => present() && surface.redraw(),
    list: listView,
    /** Boxes on the screen that no label may cover. */
    boxes: () => laid.rings.map(({ x, y, count }) => geometry.grow([x, y, x, y], ringRadius(count))),
    hover(event) {
      const [was, thing] = [over, find(event)];
      point(thing, event);
      if (thing?.mark?.id !== was?.mark?.id) go.hover(thing?.mark?.id ?? null);
    },
    leave: (event) => point(null, event),
    /** Act on a click; false where there is neither ring nor dot. */
    click(event) {
      const thing = find(event);
      if (thing?.ring) open(thing);
      else if (thing) go.select(thing.mark.id);
      return thing !== null;
    },
  };
}
