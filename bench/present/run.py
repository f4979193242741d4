"""The bench of present mode as a whole: drafting, stepping, printing, writing."""

import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.console import Console

from bench.browser import chromium
from bench.outputs import Outputs, told
from bench.present.drive import SCREENS, walk
from bench.present.results import Result
from bench.present.tables import tables
from bench.samples import sample_scene
from bench.writing import made
from layers.briefing.draft import draft
from layers.web.story import story_page

PACKAGES = ("playwright",)
TITLE = "How quickly a step is on the screen"


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
    scene = sample_scene(folder)
    file = folder / "story.html"
    file.write_bytes(story_page(scene, draft(scene, {})))
    return file
