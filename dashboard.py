"""The dashboard's door: the list of pages and the frame they share."""

import streamlit as st

from views.frame import shared_frame
from views.map import map_page
from views.reports import reports_page
from views.session import PAGES_KEY
from views.snapshot import snapshot_page

st.set_page_config(page_title="Dateline", page_icon="static/icon.svg", layout="wide")
shared_frame()
pages = {
    "map": st.Page(map_page, title="Map", default=True),
    "reports": st.Page(reports_page, title="Reports", url_path="reports"),
    "snapshot": st.Page(snapshot_page, title="Snapshot", url_path="snapshot"),
}
st.session_state[PAGES_KEY] = pages
st.navigation(list(pages.values()), position="top").run()
