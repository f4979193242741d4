"""What the server packs is what the browser unpacks."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.browser.fetched import fetched

UNPACKED = """async (address) => {
  const { unpacked } = await import("/static/web/unpack.js");
  return JSON.stringify(await unpacked(address));
}"""
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)
CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(0, 3), st.sampled_from(["Oslo", "Kyiv", ""]), TEXTS,
    st.lists(TEXTS, max_size=2),
)  # fmt: skip
ROWS = st.lists(st.dictionaries(st.sampled_from("abc"), CELLS), max_size=8)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["items", "marks", "meta"]), st.one_of(ROWS, CELLS)))
def test_what_is_packed_is_unpacked_with_its_keys_in_order(
    page: Page, value: dict[str, Any]
) -> None:
    assert page.evaluate("JSON.stringify", value) == page.evaluate(UNPACKED, fetched(page, value))
