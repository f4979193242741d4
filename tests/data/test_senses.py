"""Senses of words: the commonest one, for the words that reports use."""

import json
from pathlib import Path

from data.build.senses import (
    DIALECTS,
    FIRST_NOUN,
    FIRST_VERB,
    NOUNS,
    SIZES,
    VERBS,
    commonest,
    unless_rare,
    write_senses,
)
from geo.settings import data_dir

INDEX = [
    "bank%1:14:00:: 08437235 1 20",
    "bank%1:17:01:: 09236472 2 25",
    "bank%2:31:01:: 00696700 2 0",
    "close%1:28:00:: 15292069 1 2",
    "close%2:35:00:: 01348571 1 60",
    "quagga%1:05:00:: 02394108 1 0",
    "wildfire%1:11:00:: 07317066 1 0",
    "air_raid%1:04:00:: 00978873 1 9",
]


def test_the_commonest_sense_is_taken() -> None:
    assert commonest(INDEX, NOUNS, FIRST_NOUN, ())["bank"][0] == "object"


def test_words_neither_met_nor_usual_are_left_out() -> None:
    nouns = commonest(INDEX, NOUNS, FIRST_NOUN, {"wildfire"})
    assert nouns["wildfire"][0] == "event"
    assert not {"quagga", "air_raid"} & nouns.keys()


def test_a_word_that_is_hardly_ever_a_noun_is_none() -> None:
    nouns, verbs = commonest(INDEX, NOUNS, FIRST_NOUN, ()), commonest(INDEX, VERBS, FIRST_VERB, ())
    assert unless_rare("close", nouns, verbs) == ""
    assert unless_rare("close", verbs, nouns) == "contact"
    assert unless_rare("bank", nouns, verbs) == "object"
    assert unless_rare("tree", nouns, verbs) == ""


def test_the_table_is_written_with_the_notice(tmp_path: Path) -> None:
    (tmp_path / "dict").mkdir()
    (tmp_path / "dict" / "index.sense").write_text("\n".join(INDEX))
    (tmp_path / "LICENSE").write_text("the notice")
    for dialect in DIALECTS:
        for size in SIZES:
            (tmp_path / f"{dialect}-words-{size}.json").write_text(json.dumps(["wildfire"]))
    target = tmp_path / "lists"
    target.mkdir()
    write_senses(tmp_path, tmp_path, target)
    rows = (target / "senses.csv").read_text("utf-8").splitlines()
    assert rows == ["word,noun,verb", "bank,object,", "close,,contact", "wildfire,event,"]
    assert (target / "WORDNET-LICENSE.txt").read_text() == "the notice"


def test_wordnet_s_notice_ships_beside_its_senses() -> None:
    folder = data_dir() / "lexicons" / "geo"
    assert "Princeton University" in (folder / "WORDNET-LICENSE.txt").read_text("utf-8")
    rows = (folder / "senses.csv").read_text("utf-8").splitlines()
    assert {"hospital,artifact,", "warn,,communication"} <= set(rows)
