"""Views as links: written short, read back whole, and never trusted."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

FIXTURE = json.loads(
    (Path(__file__).resolve().parents[1] / "fixtures/link_cases.json").read_text("utf-8")
)
# What a case says of a view, or what the view opens with where the case says nothing.
READ = """async ([cases, scene]) => {
  const { fromQuery } = await import("/static/web/link.js");
  const { openingView } = await import("/static/web/state.js");
  const opening = openingView(scene, {});
  return cases.map(({ query, view }) => {
    const read = fromQuery(query, opening, scene);
    const { hover, theme, inFrame, ...whole } = { ...opening, ...view };
    return { right: JSON.stringify(read.view) === JSON.stringify(whole), ...read };
  });
}"""
ROUND = """async ([view, opening]) => {
  const { fromQuery, toQuery } = await import("/static/web/link.js");
  const scene = { marks: [], items: [], groups: [] };
  const query = toQuery(view, opening, scene);
  return [query, fromQuery(query, opening, scene)];
}"""


def test_the_shared_cases(page: Page) -> None:
    found = page.evaluate(READ, [FIXTURE["cases"], FIXTURE["scene"]])
    wrong = [
        case["name"]
        for case, read in zip(FIXTURE["cases"], found, strict=True)
        if not read["right"] or read["lost"] != case["lost"]
    ]
    assert wrong == []


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
scalars = st.one_of(st.none(), st.booleans(), st.integers(-999, 999), texts)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.dictionaries(st.from_regex(r"[a-z]\w{0,5}", fullmatch=True), inner, max_size=3),
        st.lists(inner, max_size=3),
    ),
    max_leaves=5,
)


@st.composite
def switches(draw: st.DrawFn) -> tuple[dict[str, bool], dict[str, bool]]:
    """Draw switches as they are and as they opened."""
    ids = draw(st.lists(texts.filter(bool), unique=True, min_size=1, max_size=6))
    on = st.lists(st.booleans(), min_size=len(ids), max_size=len(ids))
    return dict(zip(ids, draw(on), strict=True)), dict(zip(ids, draw(on), strict=True))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=values, both=switches())
def test_what_is_written_is_read_again(
    page: Page, rest: object, both: tuple[dict[str, bool], dict[str, bool]]
) -> None:
    on, opening_on = both
    # A key that nobody has told the link about keeps its type: an object here, whatever is in it.
    view = {
        "extra": {"deep": rest},
        "layers": on,
        "undated": False,
        "hover": {"kind": "mark", "id": "x"},
    }
    opening = {"extra": {}, "layers": opening_on, "undated": True, "hover": None}
    query, read = page.evaluate(ROUND, [view, opening])
    assert read["lost"] == 0
    assert read["view"] == {"extra": view["extra"], "layers": on, "undated": False}
    assert ("layers=" in query) == (on != opening_on)
    assert "hover" not in query
