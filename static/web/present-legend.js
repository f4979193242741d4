// The legend of what is drawn: a sign for each status and each kind of mark that is in sight, and for nothing else.

import { fill, h } from "./dom.js";
import { ownOn, ownSign } from "./own.js";
import { fit } from "./present-fit.js";
import { LEGEND, STATUS_ROWS, markSign, statusSign } from "./signs.js";

const SHAPES = { strip: "strip", circle: "approximate" };
const kindOf = (mark) => (mark.reference ? "reference" : SHAPES[mark.shape] ?? mark.layer);

/**
 * Rows of the legend.
 *
 * @param sight  {marks, statuses, crowd, coverage}: marks in sight and the signs they are drawn in, whether rings count
 *               others, whether land is hatched, ids of own layers
 * @returns [[kind of sign, name, look]]: statuses as "status reported", own layers as "own" with the look of their sign
 */
export function legendOf(state, { marks, statuses, crowd, coverage, own = [] }) {
  const { scene } = state;
  const kinds = new Set([...marks.map(kindOf), crowd && "crowd", coverage && "coverage"]);
  const mentioned = marks.some(({ layer }) => layer === "mentioned") ? [["mentioned", "Mentioned only"]] : [];
  return [
    ...STATUS_ROWS.filter((status) => statuses.has(status)).map((status) => [`status ${status}`, scene.meta.style.status[status].label]),
    ...LEGEND.filter(([kind]) => kinds.has(kind)).map(([kind, name]) => [kind, name]), ...mentioned,
    ...ownOn(state).filter(({ id }) => own.includes(id)).map(({ name, source, inks, signs, filled }) =>
      ["own", `${name} (own layer; source: ${source})`, { inks, signs, filled }]),
  ];
}

const signOf = (kind, look) => {
  if (look) return h("span", { class: "sign-of" }, ownSign(look));
  const [, status] = /^status (.+)$/.exec(kind) ?? [];
  return h("span", { class: `sign-of ${status ?? (kind === "crowd" ? "" : "shape")}` }, status ? statusSign(status) : markSign(kind));
};

/** Draw the legend into `box`, unless the very same stands there. */
export function drawLegend(box, rows) {
  const next = JSON.stringify(rows);
  if (box.dataset.rows === next) return;
  box.dataset.rows = next;
  fill(box, rows.map(([kind, name, look]) => h("span", { class: "entry-of", "data-sign": kind }, signOf(kind, look), name)));
  fit(box, 1, next);
}
