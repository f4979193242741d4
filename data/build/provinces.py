"""Count the first-level divisions of each country, for what resolution takes a province to hold."""

from pathlib import Path

import pandas as pd


def write_provinces(boundaries: Path, target: Path) -> None:
    """Write ``country,provinces`` (ISO 3166-1 code, count) from the shipped outlines."""
    codes = pd.read_parquet(boundaries, columns=["country"])["country"].dropna()
    counts = codes.value_counts().sort_index()
    rows = "".join(f"{code},{count}\n" for code, count in counts.items())
    target.write_text(f"country,provinces\n{rows}", encoding="utf-8")
