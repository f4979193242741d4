"""The dashboard's door: the list of pages and the frame they share."""

import streamlit as st
from views.map import map_page
from views.reports import reports_page
from views.snapshot import snapshot_page

from views.frame import shared_frame

st.set_page_config(page_title="Dateline", page_icon="static/icon.svg", layout="wide")
shared_frame()
st.navigation(
    [
        st.Page(map_page, title="Map", url_path="map", default=True),
        st.Page(reports_page, title="Reports", url_path="reports"),
        st.Page(snapshot_page, title="Snapshot", url_path="snapshot"),
    ],
    position="top",
).run()
