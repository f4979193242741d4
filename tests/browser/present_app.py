"""A dashboard of one page that presents the invented briefing with its live host."""

import json
from pathlib import Path
from typing import Any

import streamlit as st

from layers.briefing.briefing import from_json
from layers.web import assets, parcels
from layers.web.packing import packed_json
from layers.web.present import present

ROOT = Path(__file__).resolve().parents[2]


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / name).read_text("utf-8"))
    return read


def _page() -> None:
    scene = _read("tests/fixtures/scene.json")
    scene["meta"]["style"] = _read("data/style.json")
    if st.button("Present"):
        st.session_state["on"] = True
    if st.session_state.get("on"):
        briefing = from_json(_read("tests/fixtures/briefing.json"))
        left = present(packed_json(scene), briefing, "kursk")
        if left is not None:
            st.session_state["on"] = False
            st.write(f"Left at {left}")


if __name__ == "__main__":
    _page()
else:
    app = st.App(__file__, routes=[assets.route(), parcels.route()])
