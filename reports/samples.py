"""The sample corpus: short reports, written for this project, that show a story over time."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from geo.settings import data_dir
from reports.read import Reading, read_text


def samples() -> tuple[tuple[Reading, bytes], ...]:
    """Read the sample corpus, oldest report first.

    Every text ends in a line that says it is a summary written for this project, and whether its
    day was inferred. Each reading comes with the original it was read from.
    """
    with (data_dir() / "samples" / "samples.toml").open("rb") as file:
        corpus = tomllib.load(file)
    return tuple(_sample(entry, corpus) for entry in corpus["report"])


def _sample(entry: Mapping[str, Any], corpus: Mapping[str, Any]) -> tuple[Reading, bytes]:
    label = corpus["inferred_label" if entry["basis"] == "inferred" else "label"]
    data = f"{entry['title']}\n\n{entry['text'].strip()}\n\n{label}\n".encode()
    reading = replace(
        read_text(data, f"{entry['slug']}.txt"),
        publisher=corpus["publisher"],
        published=entry["published"],
        published_basis=entry["basis"],
        sample=True,
    )
    return reading, data
