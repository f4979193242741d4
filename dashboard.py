"""The dashboard's door: the server's own routes, the list of pages and the frame they share.

``streamlit run`` imports this file for ``app`` and then runs it, as ``__main__``, for every reader.
Each page imports what only it needs, so that the map need not wait for the others.
"""

import streamlit as st

from layers.web import assets, parcels, tiles
from views.deep_links import deep_links, moved
from views.frame import case_at_head, shared_frame
from views.session import PAGES_KEY, case_id
from views.store_away import tells_of_its_store


def _map() -> None:
    from views.map import map_page

    map_page()


def _reports() -> None:
    from views.reports.page import reports_page

    reports_page()


def _review() -> None:
    from views.review.page import review_page

    review_page()


def _layers() -> None:
    from views.layers.page import layers_page

    layers_page()


def _export() -> None:
    from views.export.page import export_page

    export_page()


def _briefing() -> None:
    from views.briefing.page import briefing_page

    briefing_page()


def _cases() -> None:
    from views.cases.page import cases_page

    cases_page()


@tells_of_its_store
def _pages() -> None:
    st.set_page_config(page_title="Dateline", page_icon="static/icon.svg", layout="wide")
    shared_frame()
    pages = {
        "map": st.Page(_map, title="Map", default=True),
        "reports": st.Page(_reports, title="Reports", url_path="reports"),
        "review": st.Page(_review, title="Review", url_path="review"),
        "layers": st.Page(_layers, title="Layers", url_path="layers"),
        "briefing": st.Page(_briefing, title="Briefing", url_path="briefing"),
        "export": st.Page(_export, title="Export", url_path="export"),
        # The way to it is in the list of cases.
        "cases": st.Page(_cases, title="Cases", url_path="cases", visibility="hidden"),
    }
    st.session_state[PAGES_KEY] = pages
    page = st.navigation(list(pages.values()), position="top")
    case_at_head(page.url_path)
    opened = case_id()
    page.run()
    if case_id() != opened:
        st.rerun()  # what was added to the samples opened another case: its name stands at the head


if __name__ == "__main__":
    _pages()
else:
    app = st.App(
        __file__,
        routes=[
            assets.route(),
            tiles.route(),
            parcels.route(),
            *deep_links(("reports", "review", "layers", "briefing", "export", "cases")),
            moved("snapshot", "export"),
        ],
    )
