"""A page whose server takes the bench's files in behind it, as the dashboard does.

Streamlit runs this file. ``DATELINE_STORE`` names the store. Each press of *Again* is a run of the
page; *Take in* starts the batch.
"""

import os
from threading import Thread

import streamlit as st

from bench.read.files import files
from reports.batch import ingest
from reports.jobs import Job, reports_in
from reports.store import Store


@st.cache_resource
def batch() -> Thread:
    """Make ready to take all files in, in a thread of the server."""
    jobs = [Job(file.name, file.data) for file in files()]

    def take() -> None:
        for _ in ingest(reports_in(jobs), Store(os.environ["DATELINE_STORE"])):
            pass

    return Thread(target=take, daemon=True)


def page() -> None:
    """Draw two buttons, and say which run this is and how far the batch is."""
    thread = batch()
    st.button("Again")
    if st.button("Take in"):
        thread.start()
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    state = "at work" if thread.is_alive() else "idle"
    st.text(f"Run {runs}, {state}")


if __name__ == "__main__":
    page()
