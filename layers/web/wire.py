"""The wire: questions that the desk asks the server, and their answers, apart from the scene.

It is a component of its own because Streamlit sends a component's data whole whenever any of it
changes: an answer must not bring the scene along. ``static/web/wire.js`` is its other end.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from layers.web import assets, stubs

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.called("wire.js", "attach")


def wire(answer: Mapping[str, Any] | None, *, key: str, on_question: Callable[[], None]) -> None:
    """Lay the wire, with the answer to the last question.

    Parameters
    ----------
    answer
        JSON; its ``seq`` says which question it answers.
    key
        Stays the same; ``st.session_state[key]["question"]`` holds the last question,
        ``{"seq": number, …}``.
    on_question
        Called when a question has come.
    """
    _renderer()(
        key=key,
        data={"answer": answer, "base": assets.base()},
        height="content",
        on_question_change=on_question,
    )


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component("dateline_wire", html="<span></span>", js=STUB)
