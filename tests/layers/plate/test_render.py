"""Plates: what is printed, in which files, and that a view always gives the same one."""

import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from matplotlib import image as picture
from pypdf import PageObject, PdfReader

from layers.plate.form import Form, Kind, SizeName
from layers.plate.render import render
from layers.prose.headings import headline, window_text
from layers.view import Camera, View
from layers.visibility import Drawn, visible
from layers.window import Window

FIXTURE = Path(__file__).parents[2] / "fixtures" / "scene.json"
SCENE: Mapping[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
KURSK = View(camera=Camera(50.6, 35.3, 6.2))


def pixels(png: bytes) -> Any:  # noqa: ANN401  an array
    return picture.imread(io.BytesIO(png))


def pdf_page(pdf: bytes) -> PageObject:
    return PdfReader(io.BytesIO(pdf)).pages[0]


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_view_gives_the_same_bytes_twice(kind: Kind) -> None:
    first, second = (render(SCENE, KURSK, form=Form(kind)) for _ in range(2))
    assert first.data == second.data


@pytest.mark.parametrize(
    ("size", "shape"), [("hd", (1080, 1920)), ("4k", (2160, 3840)), ("a4", (2480, 3508))]
)
def test_sizes_are_met_to_the_pixel(size: SizeName, shape: tuple[int, int]) -> None:
    assert pixels(render(SCENE, KURSK, form=Form(size=size)).data).shape == (*shape, 4)


def test_the_text_of_a_pdf_can_be_searched() -> None:
    page = pdf_page(render(SCENE, KURSK, form=Form("pdf", "a4")).data)
    text = page.extract_text()
    for words in ("Kursk Oblast", "Курская область", "As of 27 June 2025 (UTC)"):
        assert words in text
    assert (page.mediabox.width, page.mediabox.height) == pytest.approx((841.9, 595.2), abs=0.1)


def test_hangul_is_text_in_pdf_and_svg() -> None:
    korea = View(camera=Camera(38.6, 126.8, 7.4))
    assert "곡산군" in pdf_page(render(SCENE, korea, form=Form("pdf")).data).extract_text()
    svg = render(SCENE, korea, form=Form("svg")).data.decode()
    assert ">곡산군</text>" in svg


def test_an_svg_brings_its_fonts_and_its_alternative_text() -> None:
    plate = render(SCENE, KURSK, "Ours & theirs", form=Form("svg"))
    svg = plate.data.decode()
    assert "<title>Ours &amp; theirs</title>" in svg
    assert "<desc>Ours &amp; theirs. " in svg
    assert 'font-family: "Noto Sans"' in svg
    assert "http" not in svg.partition("@font-face")[2].partition("</style>")[0]


def test_a_narrower_window_changes_the_picture() -> None:
    narrow = View(
        camera=KURSK.camera,
        window=Window(date(2024, 10, 1), date(2024, 10, 31)),
        undated=False,
    )
    assert render(SCENE, narrow).data != render(SCENE, KURSK).data


def test_the_alternative_text_says_what_is_shown_and_what_is_not() -> None:
    alt = render(SCENE, KURSK, "A title of ours").alt
    assert "A title of ours" in alt
    assert "outside the dates" in alt


def test_the_title_attributes_and_does_not_assert() -> None:
    assert headline(visible(SCENE, View()).drawn).endswith("reports say")
    assert headline([]) == "What 0 reports say"


def test_a_headline_says_when_reports_speak_of_none_of_its_places() -> None:
    def drawn(*reports: str) -> list[Drawn]:
        marks = [
            {"name": f"Town {n}", "layer": "places", "wide": False} for n in range(len(reports))
        ]
        return [
            Drawn(mark, [{"report": report}], "reported")
            for mark, report in zip(marks, reports, strict=True)
        ]

    assert headline(drawn("a", "b")) == "Town 0 and Town 1: what 2 reports say"
    some = "Town 0, Town 1, Town 2 and elsewhere: what 4 reports say"
    assert headline(drawn("a", "b", "c", "d")) == some


def test_the_window_of_the_data_is_printed() -> None:
    view = View(window=Window(date(2025, 1, 1), None), axis="reported")
    assert window_text(SCENE, view).startswith(
        "Shown by publication date: 1 January 2025 to last report"
    )


def test_handling_and_page_number_are_printed() -> None:
    form = Form("svg", banner="For the exercise only", page="2 / 5")
    svg = render(SCENE, KURSK, form=form).data.decode()
    assert svg.count(">For the exercise only</text>") == 2
    assert ">Page 2 / 5</text>" in svg


@pytest.mark.parametrize(
    ("names", "there", "gone"),
    [("english", "Kursk Oblast", "Курская область"), ("local", "Курская область", "Kursk Oblast")],
)
def test_names_are_in_the_language_chosen(names: Any, there: str, gone: str) -> None:  # noqa: ANN401  a literal
    svg = render(SCENE, KURSK, "Ours", form=Form("svg", names=names)).data.decode()
    assert f">{there}</text>" in svg
    assert f">{gone}</text>" not in svg


def test_hostile_names_are_drawn_as_text() -> None:
    hostile = json.loads(json.dumps(SCENE))
    for mark in hostile["marks"]:
        if "name" in mark:
            mark["name"] = "{{ 7*7 }} ${x} $\\frac{1}{2}$ <b>"
    for report in hostile["reports"]:
        report["publisher"] = "$\\undefined{$"
    assert pixels(render(hostile, KURSK).data).shape == (1080, 1920, 4)
    assert "<b>" not in render(hostile, KURSK, form=Form("svg")).data.decode()


def test_a_character_without_a_glyph_is_named() -> None:
    assert render(SCENE, KURSK, "Мариуполь 평양").missing == ()
    assert render(SCENE, KURSK, "Kursk \u0f00").missing == ("\u0f00",)


def test_an_empty_view_is_a_plate_of_the_world() -> None:
    nothing = View(reports={report["id"]: False for report in SCENE["reports"]})
    svg = render(SCENE, nothing, form=Form("svg")).data.decode()
    assert "Equal Earth" in svg
    assert "WHAT THE REPORTS SAY" not in svg


def test_what_lies_outside_the_panel_leaves_no_sign_elsewhere() -> None:
    """A close view, far from every mark, differs from an empty one in its words alone."""
    sea = Camera(-40.0, -120.0, 6.0)
    nothing = View(camera=sea, reports={report["id"]: False for report in SCENE["reports"]})
    far, empty = (pixels(render(SCENE, view).data) for view in (View(camera=sea), nothing))
    below = slice(1040, 1080)
    assert (far[below] == empty[below]).all()


def test_an_inset_leaves_its_words_to_the_page_around() -> None:
    made = render(SCENE, KURSK, form=Form("svg", "inset"), numbers={"c027": 42, "m010": 43})
    drawn = made.data.decode().partition("<g ")[2]
    for words in ("Kursk Oblast", "Reported: area named"):
        assert f">{words}</text>" in drawn
    for words in ("WHAT THE REPORTS SAY", "Sources:", "FIGURES"):
        assert words not in drawn
    assert any("Sources: " in words for words in made.small.sentences)
    assert any("Projection: " in words for words in made.small.sentences)
