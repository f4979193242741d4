"""The bench of present mode as a whole: drafting, stepping, printing, writing."""

import tempfile
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from bench.map.browser import chromium
from bench.outputs import Outputs, told
from bench.present.drive import SCREENS, Steps, walk
from bench.present.tables import tables
from bench.results import Made
from bench.writing import made
from geo.gazetteer import open_gazetteer
from layers.briefing.draft import draft
from layers.web.story import story_page
from reports.intake import take_in_reading
from reports.samples import samples
from reports.store import Store
from views.assemble import assemble

PACKAGES = ("playwright",)
TITLE = "How quickly a step is on the screen"


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run."""

    made: Made
    screens: tuple[Steps, ...]


def bench(outputs: Outputs, today: date, out: Console, notes: Console) -> None:
    """Run the bench, print its table on ``out`` and how far it is on ``notes``.

    Raises
    ------
    InputError
        When there is no browser, or no folder to write to.
    """
    outputs.prepare()
    with tempfile.TemporaryDirectory() as made_here, chromium() as browser:
        notes.print("drafting a briefing of the sample corpus")
        story = _story(Path(made_here))
        screens = []
        for screen in SCREENS:
            notes.print(
                f"{screen.width} × {screen.height}, {'still' if screen.still else 'flying'}"
            )
            screens.append(walk(browser, story, screen))
        result = Result(made(today, PACKAGES), tuple(screens))
    told(result.made, asdict(result), tables(result), (TITLE, "present"), outputs, out)


def _story(folder: Path) -> Path:
    """Write the sample corpus, drafted as a briefing, as a one-file story."""
    store = Store(f"sqlite:///{folder / 'samples.sqlite'}")
    gazetteer = open_gazetteer()
    for reading, data in samples():
        take_in_reading(reading, data, store, gazetteer)
    scene = assemble(store, gazetteer)
    store.close()
    file = folder / "story.html"
    file.write_bytes(story_page(scene, draft(scene, {})))
    return file
