"""Draw the plates in docs/gallery: views of the sample corpus, small enough for a page."""

import io
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image

from geo.gazetteer import open_gazetteer
from layers.plate.form import Form
from layers.plate.render import render
from layers.view import Camera, View
from layers.window import Window
from reports.intake import take_in_reading
from reports.samples import samples
from reports.store import Store
from tests.layers.plate_cases import flow, scene, town
from views.assemble import assemble

FOLDER = Path(__file__).parents[2] / "docs" / "gallery"
SIZE = (1440, 810)
FLOWS_ALONE = {"places": False, "offsets": False, "distances": False}
VIEWS: Mapping[str, View] = {
    "overview": View(),
    "kursk-sumy-kharkiv": View(camera=Camera(50.75, 35.6, 6.5)),
    "koksan-dmz": View(camera=Camera(38.45, 126.9, 7.6)),
    "flow": View(layers=FLOWS_ALONE),
    "timeline": View(
        window=Window(date(2024, 10, 1), date(2024, 12, 31)), undated=False,
        camera=Camera(41.3, 129.0, 5.6),
    ),
    "world": View(camera=Camera(20.0, 20.0, 0.6), layers={"coverage": True}),
}  # fmt: skip
STRAIT = (
    town("Anadyr", 177.5, 64.73, local="Анадырь"),
    town("Nome", -165.4, 64.5, "planned"),
    flow((177.5, 64.73), (194.6, 64.5), "planned"),
)
"""A story across 180°, invented: the sample corpus has none."""


def main() -> None:
    """Draw every view and write it as a small PNG."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    sample = sample_scene()
    for name, view in VIEWS.items():
        draw(name, sample, view)
    draw("antimeridian", scene(STRAIT), View())


def draw(name: str, shown: Mapping[str, Any], view: View) -> None:
    """Draw one picture."""
    (FOLDER / f"{name}.png").write_bytes(small(render(shown, view, form=Form()).data))


def sample_scene() -> dict[str, Any]:
    """Assemble the scene of the sample corpus from a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store, gazetteer = Store(f"sqlite:///{folder}/store.sqlite"), open_gazetteer()
        for reading, data in samples():
            take_in_reading(reading, data, store, gazetteer)
        return assemble(store, gazetteer)


def small(png: bytes) -> bytes:
    """Give a picture in fewer pixels and colours."""
    picture = Image.open(io.BytesIO(png)).convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    # Coverage keeps rare colours, such as a status': other ways mix them.
    few = picture.quantize(method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(out, format="PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
