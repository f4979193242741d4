// All the marks of a scene on the map, kept in step with the view by touching only what has changed.
//
// Of a crowd of places (map-crowd.js) only those that stand for themselves in the part in view are marks here.

import * as captions from "./map-captions.js";
import { LINES, createCrowd, isCrowd } from "./map-crowd.js";
import { createCrowdLines } from "./map-crowd-lines.js";
import { distanceGlyph, flowGlyph, lanes } from "./map-flows.js";
import { drawingOrder, placeGlyph } from "./map-marks.js";
import { attributes } from "./map-overlay.js";
import * as geometry from "./map-geometry.js";
import { delicateOf } from "./map-delicate.js";
import { placeTag, tag } from "./map-since.js";
import { titled } from "./names.js";
import { inUnit } from "./place-words.js";
import { MORE, NEW, newReports, signOf } from "./since.js";
import { STATUSES } from "./statuses.js";

const isLine = ({ layer }) => LINES.has(layer);

const classes = ({ layer }, { selected, hovered }) =>
  ["dl-mark", `is-${layer}`, selected && "is-selected", hovered && "is-hovered"].filter(Boolean).join(" ");

/** What a tag says to who does not see it. */
const TOLD = { [NEW]: "new", [MORE]: "more said of it since" };

const MOST_APART = 200; // places of a crowd that get a mark of their own; those beyond are dots on the canvas
const MOST_SELECTED = 50; // marks that a selection takes out of their rings
const AROUND = 120; // pixels around the view in which a crowd is laid out

/**
 * @param surfaces  {marks, flows}: the SVG overlays for places and for lines
 * @param tell      (what, error) => void, for a mark that cannot be drawn; the others still are
 * @param unit      () => unit of computed lengths, of units.js
 */
export function createGlyphs(state, style, surfaces, tell, unit) {
  const entries = new Map(); // mark id (and status, for flows) → {glyph, strand, look, items, seen, shapedFor}

  let crowd = null; // the places, where marks are too many to draw each, and the lines between them
  let lined = null;
  let gathered = { rings: [], alone: [] };

  function build() {
    surfaces.marks.root.replaceChildren();
    surfaces.flows.root.replaceChildren();
    entries.clear();
    const { marks } = state.scene;
    const crowded = (create, some) => (isCrowd(marks) ? create(some, some.map(({ id }) => state.markNumber(id))) : null);
    crowd = crowded(createCrowd, marks.filter((mark) => !isLine(mark)));
    lined = crowded(createCrowdLines, marks.filter(isLine));
    if (!crowd) addAll(marks);
  }

  /** Make marks: places first, which lines end at. */
  function addAll(marks) {
    addPlaces(marks.filter((mark) => !isLine(mark)));
    for (const mark of marks.filter(({ layer }) => layer === "flows")) {
      const target = destination(mark);
      for (const status of strands(mark)) {
        add(mark, () => flowGlyph(mark, style, surfaces.flows.root, target), { key: `${mark.id} ${status}`, status });
      }
    }
    for (const mark of marks.filter(({ layer }) => layer === "distances")) {
      add(mark, () => distanceGlyph(mark, surfaces.flows.root));
    }
  }

  const ofPlaces = () => [...entries.values()].filter(({ glyph }) => !isLine(glyph.mark));

  /** Make marks of places and bring all of them into drawing order; none that lies right is moved. */
  function addPlaces(places) {
    if (places.length === 0) return;
    const { root } = surfaces.marks;
    for (const mark of places) add(mark, () => placeGlyph(mark, style, root));
    let next = null;
    for (const { node } of drawingOrder(ofPlaces().map(({ glyph }) => glyph)).reverse()) {
      if (node.nextSibling !== next) root.insertBefore(node, next);
      next = node;
    }
  }

  /** Lay a crowd out for a view: marks come and go; tells whether any did or a ring changed. */
  function settle(view) {
    const layout = ({ rings }) => rings.map(({ x, count }) => `${x} ${count}`).join();
    const before = layout(gathered);
    const near = geometry.boxInWorld(geometry.grow(view.box, AROUND), view);
    const [bits, aside] = [state.statusBits(), apart()];
    gathered = crowd.gather(view, near, bits, aside);
    const alone = gathered.alone.slice(0, MOST_APART).map((i) => crowd.marks[i]);
    const own = new Map([...alone, ...lined.seen(near, view.scale, bits, aside)].map((mark) => [mark.id, mark]));
    const gone = [...entries].filter(([, { glyph }]) => !own.has(glyph.mark.id));
    for (const [key, { glyph }] of gone) {
      glyph.node.remove();
      entries.delete(key);
    }
    const there = new Set([...entries.values()].map(({ glyph }) => glyph.mark.id));
    const come = [...own.values()].filter(({ id }) => !there.has(id));
    addAll(come);
    return gone.length + come.length > 0 || layout(gathered) !== before;
  }

  /** Marks that stand for themselves whatever is near them: a selection of few, and what has the focus. */
  function apart() {
    const selected = state.selectedMarks();
    const focused = [surfaces.marks, surfaces.flows].map(({ root }) => root.querySelector(":focus")?.dataset.mark).filter(Boolean);
    return new Set([...(selected.size <= MOST_SELECTED ? selected : []), ...focused]);
  }

  /** Statuses of a flow's items, a strand each: what is planned never shares a line with what was reported. */
  const strands = (mark) => statusesOf(state.itemsOf(mark.id).map(state.item));

  /** @param options  {key, status}: for a strand, its own key and the one status it shows */
  function add(mark, make, { key = mark.id, status = null } = {}) {
    try {
      entries.set(key, { glyph: make(), strand: status, seen: null, look: null, items: [], shapedFor: null });
    } catch (error) {
      tell(`${mark.name ?? mark.id} is not drawn:`, error);
    }
  }

  /** Rings of the place a flow is said to go to; a country named as a whole has none that would say where. */
  function destination(mark) {
    if (mark.toKind === "country") return null;
    const place = [...entries.values()].find(({ glyph }) => glyph.mark.placeId === mark.toId && glyph.areas.length > 0);
    return place ? geometry.largest(place.glyph.areas) : null;
  }

  const shown = () => [...entries.values()].filter(({ look }) => look?.visible);

  /** How every entry should look now, by its key. */
  function looks() {
    const [selected, hovered] = [state.selectedMarks(), state.hoveredMarks()];
    const found = new Map();
    for (const [key, entry] of entries) {
      const { mark } = entry.glyph;
      const all = state.markStatuses(mark);
      const statuses = entry.strand === null ? all : all.filter((status) => status === entry.strand);
      found.set(key, {
        visible: statuses.length > 0,
        status: statuses[0] ?? null,
        statuses,
        selected: selected.has(mark.id),
        hovered: hovered.has(mark.id),
        lane: 0,
      });
    }
    const flows = [...entries].filter(([key, { glyph }]) => glyph.mark.layer === "flows" && found.get(key).visible)
      .map(([key, { glyph }]) => ({ key, mark: glyph.mark, status: found.get(key).status }))
      .sort((a, b) => state.markNumber(a.mark.id) - state.markNumber(b.mark.id)); // whichever came into view first
    lanes(flows, style).forEach((lane, key) => { found.get(key).lane = lane; });
    return found;
  }

  const visibleItems = ({ glyph: { mark }, strand }) => state.itemsOf(mark.id)
    .filter(state.itemVisible).map(state.item).filter((item) => strand === null || item.status === strand);

  function statusesOf(items) {
    const found = new Set(items.map((item) => item.status));
    return STATUSES.filter((status) => found.has(status));
  }

  /** A look and its items as text, to tell a change. */
  const print = ({ statuses, selected, hovered, lane, since }, items) =>
    [...statuses, selected, hovered, lane, since, ...items.map((item) => item.id)].join(" ");

  /** Bring every mark that looks different now up to date; tells whether any did. */
  function restyle(view) {
    let changed = crowd !== null && settle(view);
    const fresh = newReports(state.scene, state.get().since);
    for (const [key, look] of looks()) {
      const entry = entries.get(key);
      const { glyph } = entry;
      const items = look.visible ? visibleItems(entry) : [];
      look.since = fresh.size > 0 ? signOf(state.itemsOf(glyph.mark.id).map(state.item), items, fresh) : null;
      const seen = `${print(look, items)} ${unit()}`;
      if (entry.seen === seen) continue;
      changed = true;
      Object.assign(entry, { look, seen, items });
      attributes(glyph.node, {
        class: classes(glyph.mark, look),
        display: look.visible ? null : "none",
        "data-status": look.status,
        "aria-pressed": look.selected,
        "aria-label": look.visible ? spoken(glyph.mark, look, items) : null,
      });
      if (!look.visible) continue;
      glyph.restyle(look);
      tag(glyph, look.since);
      reshapeEntry(entry, view);
      placeTag(glyph, view);
    }
    return changed;
  }

  const spoken = (mark, look, items) =>
    [captions.spoken(inUnit(mark, unit()), look, style, items), TOLD[look.since]].filter(Boolean).join(", ");

  function reshapeEntry(entry, view) {
    const key = `${view.scale} ${view.x} ${view.y}`;
    if (entry.shapedFor === key) return;
    entry.shapedFor = key;
    entry.glyph.reshape(view);
    placeTag(entry.glyph, view);
  }

  /**
   * Captions of the visible marks.
   *
   * @param spotsFor  (code, view, open) => spots for a country's name
   * @param stands    (id) => whether a label stands already: only one that does not is pulled up by a hover
   */
  function captionsIn(view, spotsFor, stands) {
    const { names } = state.get();
    const visible = [...entries].filter(([, { look }]) => look?.visible);
    const open = openGround(view);
    const ends = new Set(visible.flatMap(([, { glyph }]) => [glyph.mark.fromId, glyph.mark.toId]));
    const lined = visible.map(([, { glyph }]) => glyph).filter(({ mark }) => isLine(mark));
    const courses = lined.flatMap(({ course }) => course);
    const ground = ({ course }) => ({ open, courses, own: new Set(course) });
    return visible.map(([key, { glyph, look: seen, items }]) => {
      const look = { ...seen, hovered: seen.hovered && !stands(key) };
      if (glyph.mark.layer === "flows") return captions.flowCaption(key, glyph, look, view, style, items, ground(glyph));
      if (glyph.mark.layer === "distances") return captions.distanceCaption({ ...glyph, mark: inUnit(glyph.mark, unit()) }, look, view, ground(glyph));
      return captions.placeCaption({ ...glyph, mark: inUnit(titled(glyph.mark, names), unit()) }, look, view, style, {
        isEnd: ends.has(glyph.mark.placeId),
        elsewhere: spotsFor(glyph.mark.country, view, open),
      });
    }).filter(Boolean);
  }

  /** Tells whether a point on the screen lies on none of the marked areas. */
  function openGround(view) {
    const areas = shown().filter(({ glyph }) => glyph.areas.length > 0);
    return (x, y) => {
      const at = [(x + view.x) / view.scale, (y + view.y) / view.scale];
      const covers = ({ glyph }) => glyph.areas.some((rings) => geometry.inside(rings, ...at));
      return !areas.some((entry) => geometry.contains(entry.glyph.box, ...at) && covers(entry));
    };
  }

  /** What labels had better not cover, as {box, cost}: lines in view, dots, specks and edges of areas. */
  function delicate(view) {
    const near = geometry.grow(view.box, 20);
    return shown().flatMap(({ glyph }) => delicateOf(glyph, view, near));
  }

  /** Countries named by marks that are visible in a state, for the ground to draw their edges. */
  function countries(of = state) {
    const strong = new Set([...of.selectedMarks(), ...of.hoveredMarks()]);
    return [...entries.values()].map(({ glyph: { mark } }) => mark)
      .filter(({ kind, layer }) => kind === "country" && layer === "places")
      .map((mark) => ({ code: mark.country, status: of.markStatuses(mark)[0], strong: strong.has(mark.id) }))
      .filter(({ status }) => status);
  }

  /** What names on the ground have to mind. */
  function context(view) {
    const dots = shown().map(({ glyph }) => glyph).filter(({ mark, box }) => !mark.wide && box[0] === box[2]);
    return {
      names: state.get().names,
      named: new Set(countries().map(({ code }) => code)),
      open: openGround(view),
      marked: dots.map(({ box }) => geometry.toScreen(box.slice(0, 2), view)),
    };
  }

  const boxes = (ids) => {
    const wanted = new Set(ids);
    if (crowd) return [crowd, lined].flatMap((some) => some.boxes(wanted, state.statusBits()));
    return shown().filter(({ glyph }) => wanted.has(glyph.mark.id)).map(({ glyph }) => glyph.box);
  };

  /** What the opening looks at: visible places as {box, wide, weight}, those of a crowd in groups. */
  function literal() {
    if (crowd) return crowd.weights(state.statusBits());
    return shown().map(({ glyph }) => glyph).filter(({ mark }) => ["places", "offsets"].includes(mark.layer))
      .map(({ mark, box }) => ({ box, wide: mark.wide, weight: mark.items.length }));
  }

  return {
    build,
    restyle,
    captions: captionsIn,
    countries,
    delicate,
    context,
    literal,
    /** Follow the camera; tells whether other places stand for themselves now. */
    reshape(view) {
      const changed = crowd !== null && restyle(view);
      shown().forEach((entry) => reshapeEntry(entry, view));
      return changed;
    },
    get: (id) => shown().find(({ glyph }) => glyph.mark.id === id)?.glyph,
    /** World boxes of the marks with these ids that are visible. */
    boxes,
    /** What reaches into a world box: marks, the statuses in whose signs they are drawn, and whether rings count others. */
    inSight(box) {
      const own = shown().filter(({ glyph }) => geometry.overlaps(geometry.grow(glyph.box, 1e-6), box)); // points have no width
      const signed = own.filter(({ glyph: { mark } }) => mark.layer !== "distances");
      return {
        marks: [...new Set(own.map(({ glyph }) => glyph.mark))], statuses: new Set(signed.map(({ look }) => look.status)),
        crowd: gathered.rings.length > 0,
      };
    },
    /** World box of all that is visible, or null. */
    extent() {
      const all = [...shown().map(({ glyph }) => glyph.box), ...(crowd ? crowd.boxes(null, state.statusBits()) : [])];
      return all.length > 0 ? geometry.union(all) : null;
    },
    crowd: () => crowd && { crowd, ...gathered, dots: gathered.alone.slice(MOST_APART), apart: apart() },
  };
}
