// How a status looks on the map: the line signs of data/style.json as SVG attributes.
//
// Colours are the theme's CSS variables (--reported …), so a change of theme touches no mark.

export const ink = (status) => `var(--${status ?? "ink3"})`;

const dashes = (pattern) => (pattern ? pattern.join(" ") : null);

/** Whether a status is drawn without filling: it is not (yet) there. */
export const hollow = (style, status) => !style.status[status]?.fill;

/** Outline of an area of known extent. `inset` outlines are drawn at twice their width and cut to the inside. */
export function outline(style, status) {
  const sign = style.status[status];
  const inset = sign.dash === null || sign.dash[0] >= 1; // dots would be cut in half
  return {
    inset,
    halo: hollow(style, status) ? (inset ? 8 : 4) : 0,
    attributes: {
      stroke: ink(status),
      "stroke-width": inset ? sign.width * 2 : sign.width,
      "stroke-dasharray": dashes(sign.dash),
      "stroke-linecap": inset ? "butt" : "round",
    },
  };
}

export const fill = (style, status) => ({
  fill: style.status[status].fill ?? "transparent", "fill-opacity": style.status[status].fillOpacity,
});

/** Ring of an approximate footprint: its dashes are the same for every status, only the colour tells the status. */
export const approximate = (style, status) => ({
  stroke: ink(status),
  "stroke-width": style.approximate.width,
  "stroke-dasharray": dashes(style.approximate.dash),
  fill: style.status[status].fill ?? "transparent",
  "fill-opacity": style.approximate.fillOpacity,
});

/** A dot: filled where something is reported, a ring where it is only planned, possible, claimed or denied. */
export function dot(style, status, radius) {
  const sign = style.status[status];
  const open = hollow(style, status);
  return {
    r: radius,
    fill: open ? "var(--land)" : ink(status),
    stroke: open ? ink(status) : "var(--land)",
    "stroke-width": open ? 1.8 : 1.2,
    "stroke-dasharray": { planned: "3.2 1.8", possible: "4 1.4 1 1.4", claimed: "0.1 2.9" }[open ? status : ""] ?? null,
    "stroke-linecap": sign.dash && sign.dash[0] < 1 ? "round" : "butt",
  };
}

/** The word that says the status, as it stands on the map: "reported", "est.", "planned". */
export const word = (style, status) => style.status[status].mark ?? style.status[status].label.toLowerCase();
