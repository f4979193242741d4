"""The case's name in the bar of every page: which case is open, and the way to the others.

``static/web/case-bar.js`` draws it. Names of cases travel as data and are drawn as text nodes.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from layers.web import assets, stubs

if TYPE_CHECKING:
    from streamlit.components.v2.bidi_component import ComponentResult
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.called("case-bar.js", "caseBar")


def case_bar(
    current: str,
    cases: Sequence[Mapping[str, str]],
    *,
    key: str,
    page: str,
    notice: Mapping[str, object] | None,
    go: str | None,
    on_action: Callable[[], None],
) -> "ComponentResult":
    """Draw the name of the case, with the list of cases behind it.

    Parameters
    ----------
    current
        Id of the case that is open.
    cases
        ``id``, ``name`` and ``about`` (how much is in it, in words) of each that can be opened.
    page
        Path of the page, without slashes: a case opens on the page that is open.
    notice
        A sentence to be read once, under the bar: ``text``, and ``seq``, which tells it from those
        before.
    go
        Address to leave for at once.
    on_action
        Called after the trigger ``action``: ``{"name": "manage"}``, or ``{"name": "new", "case":
        the name that was typed}``.
    """
    return _renderer()(
        key=key,
        data={
            "base": assets.base(),
            "current": current,
            "cases": list(cases),
            "page": page,
            "notice": notice,
            "go": go,
        },
        on_action_change=on_action,
    )


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component(
        "dateline_case_bar",
        html='<div class="case-bar"></div>',
        css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
        js=STUB,
        isolate_styles=True,
    )
