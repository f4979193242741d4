"""What a page says when its store cannot be read: a sentence in its place, and how to try again."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from reports.errors import StoreError
from views.markdown import plain

P = ParamSpec("P")


def tells_of_its_store(page: Callable[P, None]) -> Callable[P, None]:
    """Make a page, or a part of one that runs by itself, say what is wrong with its store."""

    @wraps(page)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            page(*args, **kwargs)
        except StoreError as error:
            st.error(plain(str(error)))
            st.button("Try again", key=f"again-{page.__name__}")

    return told
