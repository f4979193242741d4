// Names on the ground, for orientation: countries, disputed land, towns. They give way to every mark's label.

import * as geometry from "./map-geometry.js";
import { around } from "./map-labels.js";

const FAINT = "var(--ink3)";
const QUIET = "var(--ink2)";
const RANK = { country: 60, disputed: 50, town: 40 };
const WORTH = 6; // cost of a spot from which a name is left out
const SHY = 5; // one crossing with a movement costs more than a name of the ground is worth
const MOST_TOWNS = 40;
const DISPUTED_ZOOM = 4.5;

// Language of a claimant, to print the name each side uses.
const LANGUAGES = { RU: "ru", UA: "uk", KP: "ko", KR: "ko" };

const parts = new WeakMap(); // unit → {camera, main, roomy}: as long as the camera stands

/** The largest part of a unit in view, on the screen, and the roomiest point in it. */
function partInView(unit, view) {
  const camera = [view.scale, view.x, view.y, ...view.box].join(" ");
  if (parts.get(unit)?.camera !== camera) {
    const seen = unit.land
      .map(({ lines: [ring] }) => geometry.clipRing(geometry.toScreen(ring, view, 5), view.box))
      .filter((ring) => ring.length >= 6);
    const main = geometry.largest(seen.map((ring) => [ring]));
    parts.set(unit, { camera, main, roomy: main.length > 0 ? geometry.roomiest(main) : null });
  }
  return parts.get(unit);
}

/** Spots in the part of a country that is in view: its label point first, then where it is widest. */
export function spotsIn(unit, view, open) {
  return (width, height) => {
    const [x, y] = geometry.toScreen(unit.label, view);
    const home = geometry.contains(view.box, x, y) ? [{ x, y }, { x, y: y - height * 1.5 }, { x, y: y + height * 1.5 }] : [];
    const { main, roomy } = partInView(unit, view);
    const row = (dy) => [0, -1, 1].map((dx) => ({ x: roomy.x + dx * width * 0.7, y: roomy.y + dy * height * 3 }));
    const away = roomy ? [-1, 0, 1].flatMap(row) : [];
    const holds = (px, py) => main.length > 0 && geometry.inside(main, px, py) && open(px, py);
    const fits = (spot) => [-0.5, 0.5].every((share) => holds(spot.x + share * width, spot.y));
    return [...home, ...away].filter(fits);
  };
}

/** A country's name in the language of the labels; its own where that is asked for and known. */
const countryName = ({ name, code }, names) => name[names === "local" ? LANGUAGES[code] : names] ?? name.en;

const countryCaption = (country, view, open, names) => ({
  id: `country ${country.code}`,
  kind: "country",
  rank: RANK.country + Math.log10(country.area),
  most: WORTH,
  shy: SHY,
  lines: [{ text: countryName(country, names), style: "land", colour: FAINT }],
  spots: spotsIn(country, view, open),
});

/** The English name, then the names that the recognised and the administering side use. */
function disputedCaption(unit, view, open) {
  const languages = [unit.recognised, unit.administered].map((code) => LANGUAGES[code]).filter(Boolean);
  const names = languages.map((language) => unit.name[language]).filter(Boolean);
  const lines = [...new Set([unit.name.en, ...names]), "disputed"];
  return {
    id: `disputed ${unit.code}`,
    kind: "disputed",
    rank: RANK.disputed,
    most: WORTH,
    lines: lines.map((text) => ({ text, style: "town", colour: FAINT })),
    spots: (width, height) => [
      ...spotsIn(unit, view, open)(width, height), ...around(...geometry.toScreen(unit.label, view), 8, width, height),
    ],
  };
}

function townCaption(town, view, rank, names) {
  const [x, y] = geometry.toScreen(town.at, view);
  return {
    id: `town ${town.name} ${town.at}`,
    kind: "town",
    rank,
    most: WORTH,
    shy: SHY,
    lines: [{ text: (names === "local" && town.local) || town.name, style: "town", colour: QUIET }],
    dot: { x, y },
    spots: (width, height) => around(x, y, 5, width, height).slice(0, 4),
  };
}

/**
 * Captions of the ground in view.
 *
 * @param world    {towns}
 * @param units    {countries, disputed} in view
 * @param context  {names: language of the labels, named: codes of countries that a mark names already, open(x, y), marked: [x, y] of marked dots}
 */
export function groundCaptions(world, units, view, { names, named, open, marked }) {
  const clear = ([x, y]) => !marked.some(([mx, my]) => Math.hypot(mx - x, my - y) < 9);
  const towns = world.towns
    .filter(({ minZoom, at }) => minZoom <= view.zoom && geometry.contains(view.box, ...geometry.toScreen(at, view)))
    .filter(({ at }) => clear(geometry.toScreen(at, view)))
    .slice(0, MOST_TOWNS);
  return [
    ...units.countries.filter(({ code }) => !named.has(code)).map((each) => countryCaption(each, view, open, names)),
    ...(view.zoom >= DISPUTED_ZOOM ? units.disputed.map((each) => disputedCaption(each, view, open)) : []),
    ...towns.map((town, i) => townCaption(town, view, RANK.town - i / MOST_TOWNS, names)),
  ];
}
