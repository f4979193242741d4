"""What is being read into a case behind its pages; kept by case, so that leaving a page loses none.

A click on another page does not wait for a page's run to end: it stops it where it is. So nothing
is read in such a run, and the page that is open then is drawn anew once it has come in.
"""

from collections.abc import Callable

import streamlit as st

from views.case_session import case_id

POLL_S = 0.5

Ended = Callable[[], bool]


@st.cache_resource(show_spinner=False)
def _coming() -> dict[str, list[Ended]]:
    return {}


def expect(ended: Ended) -> None:
    """Have whatever page of the reader's case is open drawn anew once something has ended."""
    _coming().setdefault(case_id(), []).append(ended)


def arrivals() -> None:
    """Draw this page anew as what is being read into the case comes in."""
    left = [ended for ended in _coming().pop(case_id(), ()) if not ended()]
    if left:
        _coming()[case_id()] = left
        st.fragment(_await, run_every=POLL_S)(left)


def _await(left: list[Ended]) -> None:
    if any(ended() for ended in left):
        st.rerun()
