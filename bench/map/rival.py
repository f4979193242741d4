"""The page that Dateline's map is measured beside: folium in Streamlit, as it is often written.

Streamlit runs this file. ``BENCH_FEATURES`` names a GeoJSON file of points with a ``day`` each,
``BENCH_GROUND`` one of the countries under them; empty, there is no ground, as where the map of a
tile server stands.
"""

import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium


@st.cache_data
def read(path: str) -> dict[str, Any]:
    """Read a GeoJSON file once."""
    plain: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    return plain


def page() -> None:
    """Draw the page: a slider of dates over a map of what lies between them."""
    st.set_page_config(layout="wide")
    features = read(os.environ["BENCH_FEATURES"])["features"]
    days = [date.fromisoformat(feature["properties"]["day"]) for feature in features]
    whole = (min(days), max(days))
    first, last = st.slider("Days", *whole, whole, step=timedelta(days=7))
    chosen = [one for one, day in zip(features, days, strict=True) if first <= day <= last]
    st.html(f'<p id="shown" title="{first}">{len(chosen)}</p>')
    world = folium.Map(location=[20, 20], zoom_start=3, tiles=None, prefer_canvas=True)
    if os.environ["BENCH_GROUND"]:
        folium.GeoJson(read(os.environ["BENCH_GROUND"])).add_to(world)
    points = {"type": "FeatureCollection", "features": chosen}
    folium.GeoJson(points, marker=folium.CircleMarker(radius=4, fill=True)).add_to(world)
    st_folium(world, height=600, use_container_width=True)


if __name__ == "__main__":
    page()
