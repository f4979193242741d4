// When two names are one speaker: a longer and a shorter name, or a name and its initials. The same rule decides in
// reports/groups/origins.py; tests/fixtures/speaker_cases.json holds both to one table.

const WORD = /[\p{L}\p{N}_-]+/gu;
const OWNER = /^.*?['’]s\s+/u;
/** Words that stand in names of speakers without telling one from another. */
const EMPTY = new Set(["of", "the", "and", "for"]);

const isUpper = (word) => /^\p{Lu}/u.test(word);
/** Whose agency it is names it no further, and is a speaker of its own: "South Korea's". */
const own = (name) => name.replace(OWNER, "");
const wordsIn = (name) => name.match(WORD) ?? [];
const words = (name) => new Set(wordsIn(own(name)).map((word) => word.toLowerCase()).filter((word) => !EMPTY.has(word)));
const bare = (name) => own(name).replace(/^the /u, "").replaceAll(".", "");

/** Capitals that may stand for a name of several words; null for others. */
function initials(name) {
  const capitals = wordsIn(own(name)).filter(isUpper).map((word) => Array.from(word)[0]);
  return capitals.length > 1 ? capitals.join("") : null;
}

/** Whether a shorter name is in a longer one, or is made of its initials; only a proper name can be. */
function isNameOf(known, name) {
  if (!wordsIn(known).some(isUpper)) return false;
  const longer = words(name);
  return [...words(known)].every((word) => longer.has(word)) || bare(known) === initials(name);
}

/** Whether two names are one speaker's. */
export function sameSpeaker(one, other) {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const size = (name) => words(name).size;
  const [known, name] = [one, other].sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  return isNameOf(known, name);
}
