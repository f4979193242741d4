"""The dashboard's door: the list of pages and the frame they share.

Each page imports what only it needs, so that the map need not wait for the others.
"""

import streamlit as st

from views.frame import shared_frame
from views.session import PAGES_KEY


def _map() -> None:
    from views.map import map_page

    map_page()


def _reports() -> None:
    from views.reports import reports_page

    reports_page()


def _snapshot() -> None:
    from views.snapshot import snapshot_page

    snapshot_page()


st.set_page_config(page_title="Dateline", page_icon="static/icon.svg", layout="wide")
shared_frame()
pages = {
    "map": st.Page(_map, title="Map", default=True),
    "reports": st.Page(_reports, title="Reports", url_path="reports"),
    "snapshot": st.Page(_snapshot, title="Snapshot", url_path="snapshot"),
}
st.session_state[PAGES_KEY] = pages
st.navigation(list(pages.values()), position="top").run()
