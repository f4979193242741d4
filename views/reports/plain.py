"""Other people's words beside Streamlit's own, which reads Markdown in most of what it is given."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from reports.errors import InputError

MARKDOWN = frozenset("\\`*_{}[]()#+-.!|<>~$:^=&")


def plain(text: str) -> str:
    r"""Escape what Streamlit would read as Markdown, on one line.

    >>> print(plain("a*b*.txt"))
    a\*b\*\.txt
    """
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in MARKDOWN else char for char in line)


@contextmanager
def told() -> Iterator[None]:
    """Say what goes wrong with a report in passing; one that is gone, the page itself says."""
    try:
        yield
    except InputError as error:
        st.toast(plain(str(error)))
    except KeyError:
        pass
