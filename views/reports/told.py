"""What goes wrong with a report in passing, and how it is told."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from reports.errors import InputError
from views.markdown import plain


@contextmanager
def told() -> Iterator[None]:
    """Say what goes wrong with a report in passing; one that is gone, the page itself says."""
    try:
        yield
    except InputError as error:
        st.toast(plain(str(error)))
    except KeyError:
        pass
