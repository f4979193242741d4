"""The frame that folium composes for the web map."""

import re

import branca.element
import folium
import pytest
from jinja2 import Template

from layers.web.frame import PANES, DatelineMap, Verbatim, frame_script


def test_folium_composes_map_panes_and_zoom() -> None:
    script = frame_script()
    assert script.startswith("export default function frame(L) {")
    assert script.rstrip().endswith("return map_0;\n}")
    assert len(re.findall(r"\bL\.map\(", script)) == 1
    assert '"attributionControl": false' in script
    assert "L.control.zoom" in script


def test_panes_lie_over_each_other_in_the_order_given() -> None:
    made = re.findall(r'createPane\(\s*"(\w+)"\);\s*\w+\.style\.zIndex = (\d+)', frame_script())
    assert [(name, int(z)) for name, z in made] == list(PANES.items())
    assert [int(z) for _, z in made] == sorted(int(z) for _, z in made)


def test_frame_is_the_same_every_time() -> None:
    first = frame_script()
    frame_script.cache_clear()
    assert frame_script() == first


def test_frame_asks_no_other_host_for_anything() -> None:
    assert "http" not in frame_script()
    assert DatelineMap(tiles=None).default_js == []
    assert DatelineMap(tiles=None).default_css == []
    assert folium.Map.default_js, "folium's own map must keep its links"


def popup_page() -> str:
    frame = DatelineMap(tiles=None)
    folium.Marker([0, 0], popup="{{ 6 * 7 }}").add_to(frame)
    return str(frame.get_root().render())


def test_branca_does_not_compile_rendered_text_again() -> None:
    page = popup_page()
    assert "{{ 6 * 7 }}" in page
    assert ">42<" not in page


def test_without_our_guard_branca_would_run_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branca.element, "Template", Template)
    assert ">42<" in popup_page()


def test_text_that_is_no_template_breaks_nothing() -> None:
    text = "{% Kursk {# C:\\users ${1} `"
    assert branca.element.Template is Verbatim
    assert branca.element.Element(text).render() == text
