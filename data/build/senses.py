"""What sort of thing a noun names and what sort of act a verb is, from WordNet's senses."""

import csv
import json
import shutil
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path

NOUNS = (
    "tops",
    "act",
    "animal",
    "artifact",
    "attribute",
    "body",
    "cognition",
    "communication",
    "event",
    "feeling",
    "food",
    "group",
    "location",
    "motive",
    "object",
    "person",
    "phenomenon",
    "plant",
    "possession",
    "process",
    "quantity",
    "relation",
    "shape",
    "state",
    "substance",
    "time",
)
"""Lexicographer files of nouns, numbered from ``FIRST_NOUN`` (lexnames(5WN))."""
VERBS = (
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
    "motion",
    "perception",
    "possession",
    "social",
    "stative",
    "weather",
)
FIRST_NOUN, FIRST_VERB = 3, 29
DIALECTS = ("english", "american", "british")
SIZES = (10, 20, 35, 40)
"""Of SCOWL's sizes, those of the words that newspapers use."""
FIRST_SENSE = 0.5
"""What the first sense counts beside how often each was met, so that it decides for rare words."""
RARE = 0.1
"""A word is no noun when less than this share of its uses as a noun or a verb is as a noun."""

Senses = Mapping[str, tuple[str, float]]
"""The commonest sense by lower-case word, and how often the word was met in all its senses."""


def write_senses(wordnet: Path, english: Path, target: Path) -> None:
    """Write ``senses.csv`` (word, noun, verb) and WordNet's notice.

    Parameters
    ----------
    wordnet
        Unpacked package of WordNet's database.
    english
        Unpacked package of SCOWL's words by size.
    target
        Folder for both; it must exist.
    """
    usual = {
        word
        for dialect in DIALECTS
        for size in SIZES
        for word in json.loads((english / f"{dialect}-words-{size}.json").read_text("utf-8"))
    }
    index = (wordnet / "dict" / "index.sense").read_text("ascii").splitlines()
    nouns = commonest(index, NOUNS, FIRST_NOUN, usual)
    verbs = commonest(index, VERBS, FIRST_VERB, usual)
    with (target / "senses.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("word", "noun", "verb"))
        for word in sorted(nouns.keys() | verbs.keys()):
            rows.writerow((word, unless_rare(word, nouns, verbs), unless_rare(word, verbs, nouns)))
    shutil.copyfile(wordnet / "LICENSE", target / "WORDNET-LICENSE.txt")


def commonest(
    index: Collection[str], files: tuple[str, ...], first: int, usual: Collection[str]
) -> Senses:
    """Return the commonest sense of each word that is usual, or was met in tagged texts.

    ``index`` has the lines of ``index.sense``: sense key, offset, number of the sense, how often it
    was met; the key reads ``lemma%type:file:…`` (senseidx(5WN)).
    """
    counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    met: set[str] = set()
    for line in index:
        key, _, number, times = line.split()
        word, _, rest = key.partition("%")
        at = int(rest.split(":")[1]) - first
        if not (word.isascii() and word.isalpha() and 0 <= at < len(files)):
            continue
        counted[word][files[at]] += int(times) + FIRST_SENSE * (number == "1")
        if int(times):
            met.add(word)
    return {
        word: (max(senses, key=lambda sense: senses[sense]), sum(senses.values()))
        for word, senses in counted.items()
        if word in met or word in usual
    }


def unless_rare(word: str, senses: Senses, others: Senses) -> str:
    """Return the sense of a word, or "" when it is nearly always of the other part of speech."""
    sense, times = senses.get(word, ("", 0.0))
    return sense if times > RARE * (times + others.get(word, ("", 0.0))[1]) else ""
