"""Handouts, read back: a tagged PDF whose text can be searched."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pypdf
import pytest

from layers.briefing.briefing import Briefing
from layers.briefing.changes import changes, changes_step
from layers.briefing.compared import KINDS
from layers.export.changed import COLUMNS
from layers.export.handout import handout
from layers.export.story import of_view, story
from layers.prose import brief
from layers.prose.words import plain
from layers.view import View
from tests.layers.export_cases import HOSTILE, briefing, empty_scene, hostile_scene, scene

SCENE = scene()


def bare(text: str) -> str:
    return "".join(text.split())


def text_of(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


@pytest.fixture(scope="module")
def made() -> bytes:
    return handout(SCENE, of_view(View()))


def test_every_figure_is_there_with_its_sentence(made: bytes) -> None:
    said, printed = brief(SCENE, [View()]), bare(text_of(made))
    for group in (*said.facts, *said.plans):
        assert bare(group.ends) in printed
        for claim in group.claims:
            assert bare(claim.quote.sentence) in printed
            assert bare(claim.says) in printed


def test_it_is_tagged_and_the_map_has_its_text(made: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    assert reader.metadata is not None
    assert reader.metadata.title == brief(SCENE, [View()]).title
    assert any("outside the dates" in words for words in alternatives(root["/StructTreeRoot"]))


def alternatives(node: Any) -> Iterator[str]:  # noqa: ANN401  a node of the PDF's tree
    """Give the alternative texts in a tree of tags."""
    found = node.get_object()
    if isinstance(found, list):
        for each in found:
            yield from alternatives(each)
    elif isinstance(found, dict):
        if "/Alt" in found:
            yield str(found["/Alt"])
        if "/K" in found:
            yield from alternatives(found["/K"])


def test_it_says_what_is_not_known_and_the_terms(made: bytes) -> None:
    printed = bare(text_of(made))
    for words in ("No report is not no event", SCENE["meta"]["policy"], "Terms", "Sources"):
        assert bare(words) in printed


def test_hostile_text_is_only_text() -> None:
    printed = bare(text_of(handout(hostile_scene(), of_view(View()))))
    assert bare(plain(HOSTILE)) in printed
    assert "#panic()" in printed


def test_an_empty_scene_says_so() -> None:
    printed = text_of(handout(empty_scene(), of_view(View())))
    assert "No place is in view." in printed
    assert "No report is in view." in printed


def test_a_view_gives_the_same_bytes_twice(made: bytes) -> None:
    assert handout(SCENE, of_view(View())) == made


def test_a_briefing_has_its_lines_with_their_sentences_and_its_banner_on_every_page() -> None:
    told = story(SCENE, briefing())
    made = handout(SCENE, briefing(banner="FOR EXERCISE ONLY"))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    assert all(page.count("FOR EXERCISE ONLY") == 2 for page in pages)
    printed = bare("".join(pages))
    for number, quote in enumerate(told.cited, 1):
        assert bare(f"{number}“{quote.sentence}”[{quote.ref}]{quote.credit}") in printed
    for step in told.steps:
        assert bare(step.title) in printed
        assert all(bare(line.text) in printed for line in step.lines)


def test_what_changed_stands_before_and_now_in_a_table() -> None:
    found = changes(SCENE, date(2025, 4, 28))
    step = changes_step(SCENE, found, {"axis": "event"})
    later = next(each for each in found.changes if each.kind == "figure_superseded")
    head = bare("".join(COLUMNS))
    printed = bare(text_of(handout(SCENE, Briefing("b", "t", (step,)))))
    assert printed.count(head) == 1
    rows = printed.partition(head)[2]
    assert bare("".join((KINDS[later.kind], *later.beside.cells))) in rows
    assert head not in bare(text_of(handout(SCENE, briefing())))


def test_a_character_that_no_font_has_is_a_box_and_named() -> None:
    printed = text_of(handout(SCENE, of_view(View(), "Kursk தமிழ் \U0001f5fa\ufe0f \ue000")))
    assert "Kursk □□□ □ □" in printed
    assert bare("U+0B95 (tamil letter ka)") not in bare(printed)
    assert bare("U+0BA4 (tamil letter ta)") in bare(printed)


def test_every_shipped_script_is_set_in_its_own_letters() -> None:
    printed = text_of(
        handout(SCENE, of_view(View(), "Курськ 평양 \u05d7\u05d9\u05e4\u05d4 \u0637\u0647"))
    )
    assert "□" not in printed
    assert "Курськ 평양" in printed
    assert "No font of Dateline draws" not in printed
