"""Reading corpora: what is broken is named and costs only itself."""

import json
from pathlib import Path

import pytest

from bench.corpora import read_corpora, read_corpus
from bench.errors import CorpusError


def entry(name: str, **more: object) -> dict[str, object]:
    return {"id": name, "text": "Rain fell on Oslo.", "toponyms": [], **more}


def write(file: Path, *lines: str) -> Path:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_points_and_flags_are_read_and_may_be_missing(tmp_path: Path) -> None:
    marked = [
        {"start": 13, "end": 17, "text": "Oslo", "lat": 59.91, "lon": 10.75, "literal": True},
        {"start": 0, "end": 4, "text": "Rain", "lat": None, "lon": None},
    ]
    corpus = read_corpus(write(tmp_path / "own.jsonl", json.dumps(entry("1", toponyms=marked))))
    oslo, rain = corpus.documents[0].toponyms
    assert (corpus.name, corpus.broken) == ("own", ())
    assert (oslo.point, oslo.literal) == ((59.91, 10.75), True)
    assert (rain.point, rain.literal) == (None, None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "not JSON"),
        (json.dumps({"id": "x", "toponyms": []}), "'text' is missing"),
        (json.dumps(entry("x", text=5)), "the text is no string"),
        (json.dumps(entry("x", toponyms=[{"start": 3, "end": 99}])), "3:99 lies outside the text"),
        (
            json.dumps(entry("x", toponyms=[{"start": 0, "end": 4, "lat": 99, "lon": 0}])),
            "99, 0 is no point on Earth",
        ),
        (json.dumps(entry("first")), "the id first is taken"),
        ("[1, 2]", "indices"),
    ],
)
def test_a_broken_line_is_named_and_costs_only_itself(tmp_path: Path, line: str, said: str) -> None:
    file = write(tmp_path / "own.jsonl", json.dumps(entry("first")), line, json.dumps(entry("z")))
    corpus = read_corpus(file)
    assert [document.id for document in corpus.documents] == ["first", "z"]
    assert len(corpus.broken) == 1
    assert corpus.broken[0].startswith("own.jsonl, line 2: ")
    assert said in corpus.broken[0]


def test_a_line_that_is_no_utf8_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(b'{"id": "\xff"}\n' + json.dumps(entry("z")).encode())
    corpus = read_corpus(file)
    assert [document.id for document in corpus.documents] == ["z"]
    assert corpus.broken == ("own.jsonl, line 1: not UTF-8; left out",)


def test_a_sample_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    lines = [json.dumps(entry(str(number))) for number in range(40)]
    for name, written in (("forward", lines), ("backward", lines[::-1])):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "own.jsonl", *written)
    drawn = [
        {document.id for document in read_corpora(tmp_path / name, 7)[0].documents}
        for name in ("forward", "backward")
    ]
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 7


def test_the_halves_are_about_equal_and_do_not_follow_the_order(tmp_path: Path) -> None:
    lines = [json.dumps(entry(str(number))) for number in range(400)]
    documents = read_corpus(write(tmp_path / "own.jsonl", *lines)).documents
    assert 160 < sum(document.held_out for document in documents) < 240


def test_a_folder_without_corpora_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no corpus"):
        read_corpora(tmp_path)
