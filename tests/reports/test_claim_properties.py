"""What holds for the figures of any report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from reports.claim import Claim, PlaceRef, When
from reports.ingest import Extraction, extract
from reports.read import read_text
from reports.unquantified import Unquantified

HERE = Path(__file__).parent.parent / "fixtures"
FILES = [
    *sorted((HERE / "original").glob("*.txt")),
    HERE / "own_first.txt",
    HERE / "own_second.txt",
]
PUBLISHED = date(2025, 6, 27)
Finder = Callable[[str], Extraction]
FEW = settings(max_examples=25)

# Sentences of no figure, place, date or speaker: nothing in them is anybody's business here.
UNRELATED = [
    "The bakery on the corner sells bread that keeps its crust.",
    "Nothing is as patient as a river in a dry summer, gardeners like to say.",
    "A good chair should be light enough to lift and heavy enough to stay.",
    "Musicians tune their strings before the audience is let in.",
]
SENTENCES = [
    "Some 40 soldiers reached Sumy on 3 June.",
    "North Korea plans to send a further 4,000 troops to Russia as early as July, a lawmaker said.",
    "Between 10,000 and 12,000 people fled Sudan, and thousands more were wounded.",
    "The depot lies 40 miles (64 km) from Kharkiv.",
    "The 3.5 km by 1.5 km site covers 900 hectares.",
    "Half of the 11,000 men were captured, Kyiv claimed.",
    "A dozen drones fell; heavy losses were reported.",
]


@pytest.fixture(scope="module")
def found(gazetteer: Gazetteer) -> Finder:
    """Extract a text, once."""

    @cache
    def read(text: str) -> Extraction:
        return extract(read_text(text, "a.txt"), gazetteer, PUBLISHED)

    return read


def moved(claim: Claim, by: int) -> Claim:
    """Give a claim as it is when its report begins so many characters later."""

    def slot(ref: PlaceRef | None) -> PlaceRef | None:
        if ref is None or ref.start is None or ref.end is None:
            return ref
        return replace(ref, start=ref.start + by, end=ref.end + by)

    when: When | None = claim.when
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        sentence_start=claim.sentence_start + by,
        sentence_end=claim.sentence_end + by,
        actor=slot(claim.actor),
        from_=slot(claim.from_),
        to=slot(claim.to),
        at=slot(claim.at),
        when=replace(when, start=when.start + by, end=when.end + by) if when else None,
    )


def is_quoted(found: Claim | Unquantified, text: str) -> bool:
    """Tell whether a quote is its span, within its sentence."""
    inside = found.sentence_start <= found.start < found.end <= found.sentence_end
    return inside and text[found.start : found.end] == found.text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_quote_is_its_span(file: Path, found: Finder) -> None:
    text = file.read_text(encoding="utf-8")
    extraction = found(text)
    assert all(is_quoted(claim, text) for claim in extraction.claims)
    assert all(is_quoted(mention, text) for mention in extraction.unquantified)
    for claim in extraction.claims:
        for ref in filter(None, (claim.actor, claim.from_, claim.to, claim.at)):
            assert (ref.start is None) == (ref.end is None)
            assert ref.start is None or ref.end is None or 0 <= ref.start < ref.end <= len(text)
        if claim.when is not None:
            assert text[claim.when.start : claim.when.end] == claim.when.text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_unrelated_paragraph_changes_no_claim(file: Path, found: Finder) -> None:
    text = file.read_text(encoding="utf-8").rstrip("\n")
    claims = found(text).claims
    assert claims
    after = found(f"{text}\n\n{UNRELATED[0]} {UNRELATED[1]}").claims
    assert after == claims


@FEW
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    unrelated=st.sampled_from(UNRELATED),
)
def test_unrelated_paragraphs_before_and_after_change_no_claim(
    sentences: list[str], unrelated: str, found: Finder
) -> None:
    text = "\n\n".join(sentences)
    claims = found(text).claims
    before = f"{unrelated}\n\n"
    assert found(f"{text}\n\n{unrelated}").claims == claims
    assert found(before + text).claims == tuple(moved(each, len(before)) for each in claims)


@FEW
@given(sentences=st.lists(st.sampled_from([*SENTENCES, *UNRELATED]), min_size=1, max_size=5))
def test_the_same_text_twice_gives_the_same(sentences: list[str], gazetteer: Gazetteer) -> None:
    text = "\n\n".join(sentences)
    first, second = (extract(read_text(text, "a.txt"), gazetteer, PUBLISHED) for _ in range(2))
    assert (first.claims, first.unquantified) == (second.claims, second.unquantified)
