"""A captured view is captioned with what the reports say of what it shows."""

import pytest

from layers.briefing.capture import capture
from tests.layers.export_cases import scene

SCENE = scene()
KURSK = {"lat": 51.7, "lon": 36.2, "zoom": 7.0}


@pytest.mark.parametrize(
    ("selection", "title"),
    [
        ({"kind": "mark", "id": "p:ne:RU-KRS"}, "Kursk Oblast: what 5 reports say"),
        ({"kind": "group", "id": "g:sent"}, "Sent, North Korea → Russia: what 3 reports say"),
        ({"kind": "item", "id": "c060"}, "Mock city: what 1 report says"),
    ],
)
def test_a_selection_is_what_a_step_is_about(selection: dict[str, str], title: str) -> None:
    step = capture(SCENE, {"selection": selection})
    assert (step.kind, step.title) == ("view", title)
    assert step.lines
    assert step.view["selection"] == selection


@pytest.mark.parametrize("selection", [None, {"kind": "mark", "id": "gone"}, {"kind": "x"}])
def test_without_one_it_is_about_what_the_map_shows(selection: dict[str, str] | None) -> None:
    step = capture(SCENE, {"selection": selection, "camera": KURSK, "theme": "dark"})
    assert step.title.startswith("Kursk Oblast")
    assert "Koksan" not in step.title
    assert "theme" not in step.view


def test_an_empty_sea_has_no_caption() -> None:
    step = capture(SCENE, {"camera": {"lat": -40.0, "lon": -120.0, "zoom": 6.0}})
    assert step.lines == ()


def test_a_view_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        capture(SCENE, {"window": {"from": "soon"}})
