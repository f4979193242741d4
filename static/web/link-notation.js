// One value of a view as text, and back: readable in an address, and short.
//
//   null → nothing; true, false, numbers as they are; texts as they are, with "~" before any that would read otherwise
//   switches {id: on} → "-off,on": the ids that differ from the opening ones; "~,a,b" when all but those are off;
//                       "@group" for all of a group that the ids are in, such as the reports of a publisher
//   flat objects      → "from:2025-01-01,to:"
//   anything deeper   → JSON
//
// layers/link.py reads the same notation; tests/fixtures/link_cases.json holds both to it.

const NUMBER = /^-?\d+(\.\d+)?$/;
const WORD = /^(true|false)$/;
const RECORD = /^[A-Za-z]\w*:/;
const HASH = /[0-9a-f]{12,}/g;
const HASH_KEPT = 8;

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const every = (value, test) => isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(test);
const isSwitches = (value) => every(value, (each) => typeof each === "boolean");
const isRecord = (value) => every(value, (each) => typeof each !== "object" || each === null);

/** Commas part the entries of a list, so an entry may hold none. */
const escape = (text) => text.replace(/[%,]/g, encodeURIComponent);
const unescape = (text) => text.replace(/%25|%2C/g, decodeURIComponent);

function scalarText(value) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const plain = value !== "" && !NUMBER.test(value) && !WORD.test(value) && !/^[~[{]/.test(value);
  return plain ? value : `~${value}`;
}

function scalarOf(text) {
  if (text === "") return null;
  if (text.startsWith("~")) return text.slice(1);
  if (WORD.test(text)) return text === "true";
  return NUMBER.test(text) ? Number(text) : text;
}

/** An id with its long hashes cut; a name to look up by, no id. */
const short = (id) => id.replace(HASH, (hash) => hash.slice(0, HASH_KEPT));

/**
 * The ways between ids and their short names; where two ids would share one, both are written whole.
 *
 * @param ids  all that may be named
 * @returns {{name(id), id(name)}} `id` gives null for what is not among them
 */
export function names(ids) {
  const known = new Set(ids);
  const byName = new Map();
  for (const id of known) byName.set(short(id), byName.has(short(id)) ? null : id);
  return {
    name: (id) => (byName.get(short(id)) === id ? short(id) : id),
    id: (name) => (known.has(name) ? name : byName.get(name) ?? null),
  };
}

/** "~" keeps a leading sign of the notation from being read out of an id. */
const entry = (name) => escape(name).replace(/^(?=[-~@])/, "~");

/** Entries of the ids that are not as `base` has them; a group whose most are not is named whole, then what in it is. */
function entriesOf(value, base, ids, name, groupOf) {
  const one = (id) => (value[id] ? "" : "-") + entry(name(id));
  const apart = (some) => some.filter((id) => value[id] !== base(id));
  const grouped = ([group, some]) => {
    const differing = apart(some);
    const rest = some.filter((id) => value[id] !== value[differing[0]]);
    if (group === null || rest.length + 1 >= differing.length) return differing.map(one);
    return [`${value[differing[0]] ? "" : "-"}@${escape(group)}`, ...rest.map(one)];
  };
  return [...Map.groupBy(ids, groupOf)].flatMap(grouped);
}

function switchesText(value, opening, groupOf) {
  const all = Object.keys(opening);
  const { name } = names(all);
  const differing = entriesOf(value, (id) => opening[id], all, name, groupOf);
  const only = ["~", ...entriesOf(value, () => false, all, name, groupOf)];
  return (only.length < differing.length ? only : differing).join(",");
}

function switchesOf(text, opening, lost, groupOf) {
  const { id } = names(Object.keys(opening));
  const groups = Map.groupBy(Object.keys(opening), groupOf);
  const [first, ...rest] = text.split(",");
  const only = first === "~";
  const value = Object.fromEntries(Object.entries(opening).map(([each, on]) => [each, on && !only]));
  for (const each of only ? rest : [first, ...rest]) {
    const off = each.startsWith("-");
    const named = each.slice(off ? 1 : 0);
    const one = id(unescape(named.replace(/^~/, "")));
    const found = named.startsWith("@") ? groups.get(unescape(named.slice(1))) : one !== null && [one];
    if (found) found.forEach((each_) => { value[each_] = !off; });
    else lost();
  }
  return value;
}

const recordText = (value) =>
  Object.entries(value).map(([name, each]) => `${name}:${escape(scalarText(each))}`).join(",");

const recordOf = (text) => Object.fromEntries(text.split(",").map((each) => {
  const at = each.indexOf(":");
  return [each.slice(0, at), scalarOf(unescape(each.slice(at + 1)))];
}));

const alone = () => null; // in no group

/** The text of a value; `opening` is what it is when nothing is written, `groupOf` the group of a switch or null. */
export function valueText(value, opening, groupOf = alone) {
  if (isSwitches(opening) && isSwitches(value)) return switchesText(value, opening, groupOf);
  if (isRecord(value)) return recordText(value);
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  const text = scalarText(value);
  return RECORD.test(text) ? `~${text}` : text;
}

/**
 * The value that a text stands for; `lost` is called for each switch that it names and `opening` lacks.
 *
 * @throws {SyntaxError} where the text looks like JSON and is none
 */
export function valueOf(text, opening, lost, groupOf = alone) {
  if (isSwitches(opening)) return switchesOf(text, opening, lost, groupOf);
  if (/^[[{]/.test(text)) return JSON.parse(text);
  return RECORD.test(text) ? recordOf(text) : scalarOf(text);
}
