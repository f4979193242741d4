"""The sample corpus as a scene: what the benches draw that invent nothing."""

from pathlib import Path
from typing import Any

from geo.gazetteer import open_gazetteer
from reports.intake import take_in_reading
from reports.samples import samples
from reports.store import Store
from views.assemble import assemble


def sample_scene(folder: Path) -> dict[str, Any]:
    """Take the sample corpus into a store in a folder, and lay it out."""
    store, gazetteer = Store(f"sqlite:///{folder / 'samples.sqlite'}"), open_gazetteer()
    for reading, data in samples():
        take_in_reading(reading, data, store, gazetteer)
    scene = assemble(store, gazetteer)
    store.close()
    return scene
