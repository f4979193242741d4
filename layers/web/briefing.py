"""The steps of a briefing as a component: a list to be sorted, and the words of the chosen step.

The browser's side is ``static/web/briefing-live.js``. What is done there comes as a list of acts,
numbered, that grows until the server says up to which number it has done them: a run that is
overtaken by the next one loses none.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from layers.style import style
from layers.web import assets, stubs

if TYPE_CHECKING:
    from streamlit.components.v2.bidi_component import ComponentResult
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.hosted("briefing-live.js", ".briefing-host", "The steps")


def steps(
    briefing_id: str,
    rows: Sequence[Mapping[str, Any]],
    *,
    key: str,
    done: Mapping[str, int],
    on_acts: Callable[[], None],
) -> "ComponentResult":
    """Draw the steps.

    Parameters
    ----------
    briefing_id
        Tells briefings apart: another one opens at its first step.
    rows
        The steps, as views/briefing/rows.py lays them out.
    key
        Stays the same while the list should stay mounted.
    done
        The number of the last act that was done, by the mount that asked for it.
    on_acts
        Called when there are acts: ``st.session_state[key]["acts"]`` is
        ``{"mount": str, "acts": [{"seq": number, "name": str, …}]}``.

    Returns
    -------
    ComponentResult
        Its trigger ``ask``, ``{"name": str, "step": str}``, wants more than an edit.
    """
    data = {"briefing": briefing_id, "rows": list(rows), "done": dict(done)}
    return _renderer()(
        key=key,
        data={**data, "style": style(), "base": assets.base()},
        height="content",
        on_acts_change=on_acts,
        on_ask_change=_nothing,
    )


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component(
        "dateline_briefing",
        html='<div class="briefing-host" role="status">Laying out the steps</div>',
        js=STUB,
        isolate_styles=True,
    )


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
