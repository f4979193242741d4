"""A stranger's case: it is refused with a sentence, or everything made of it works."""

import json
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import pytest

from geo.gazetteer import Gazetteer
from layers.briefing.briefing import from_json
from layers.briefing.changes import changes
from layers.briefing.draft import draft
from layers.briefing.standing import gone, known
from layers.export.formats import FORMATS
from layers.view import View
from layers.web.packing import packed_json
from reports.case_file import take_case, write_case
from reports.cases import Cases
from reports.corrections import correct
from reports.errors import CaseError
from reports.intake import take_in
from reports.store import Store
from tests.views.cases.mutations import mutate
from views.assemble import assemble
from views.briefing.shelf import keep
from views.cases.contents import CONTENTS
from views.dataset import dataset
from views.layers.own import take_in as take_layer
from views.pasts import earlier
from views.reports.listing import listed
from views.reports.shown import shown
from views.tables import claims_table, table_of

FIRST = (
    "Soldiers move to Kursk\n\nSUMY, 4 June 2025 - Shelling killed about 40 civilians in Sumy on"
    " 3 June 2025, the army said, citing the police. North Korea sent 3,000 soldiers to Kursk"
    " Oblast in May 2025. It plans to send 900 sappers to Kursk Oblast next month. The depot lies"
    " 65 km from the Demilitarized Zone, in Koksan County.\n\n"
    "Rockets landed 20 km west of Sumy. Many more were wounded in Bezimenne-na-Hori."
)
SECOND = (
    "Moscow denied it. Kharkiv houses some 300 refugees. Between 2,000 and 2,500 soldiers reached"
    " Kursk Oblast in late May 2025. Thousands of shells came. A crater of 3 by 4 metres lies at"
    " 50.91, 34.80."
)
AREA = {"type": "Polygon", "coordinates": [[[34, 50], [35, 50], [35, 51], [34, 50]]]}
GATE = {"type": "Point", "coordinates": [34.5, 50.5]}
LAYER = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"name": "Depot", "size": 3}, "geometry": AREA},
        {"type": "Feature", "properties": {"name": "Gate"}, "geometry": GATE},
    ],
}


@pytest.fixture(scope="module")
def good(gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a case with rows in every table to a file."""
    folder = tmp_path_factory.mktemp("good")
    store = Store(f"sqlite:///{folder / 'store.sqlite'}")
    for name, text, day in (("first.txt", FIRST, 4), ("second.txt", SECOND, 5)):
        assert take_in(name, text.encode(), store, gazetteer, date(2025, 6, day)).problem is None
    for id_ in store.reports()["id"]:
        correct(id_, {"title": f"Report {id_}", "lang": "en"}, store, gazetteer)
    drawn = ("depots.geojson", json.dumps(LAYER).encode())
    take_layer(store, drawn, ("", "own survey"), lambda: gazetteer)
    scene = assemble(store, gazetteer)
    keep(store, draft(scene, View().to_json()))
    path = folder / "good.dateline"
    write_case(store, "Kursk", path)
    store.close()
    return path


def everything(store: Store, gazetteer: Gazetteer) -> None:
    """Make of a case what pages and exports make of it."""
    scene = assemble(store, gazetteer)
    packed_json(scene)
    chosen = dataset(store, gazetteer, scene, View(), everything=True)
    for form in FORMATS.values():
        form.write(chosen)
    claims_table(store, gazetteer, scene, View(), table_of("claims", "latest"))
    assert len(listed(store.listing())["rows"]) == len(scene["reports"])
    for report in scene["reports"]:
        packed_json(shown(store, gazetteer, report["id"]))
    rows = known(scene)
    for saved in store.briefings.saved():
        briefing = from_json(store.briefings.load(saved.id))
        for step in briefing.steps:
            list(gone(step, rows))
    for briefing in earlier(store):
        changes(scene, briefing.basis)


def try_one(good: Path, gazetteer: Gazetteer, seed: int) -> str | None:
    """Import a case with a change in it; give the refusal, or None once everything has worked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "strange.dateline")
        shutil.copy(good, path)
        change = mutate(path, Random(seed))  # noqa: S311 - nothing here is a secret
        cases = Cases(f"sqlite:///{folder}/dateline.sqlite")
        try:
            made = take_case(cases, path, CONTENTS)
        except CaseError as error:
            return f"{change}: {error}"
        else:
            store = cases.open(made.id)
            everything(store, gazetteer)
            write_case(store, "Kursk", path.with_name("again.dateline"))
            store.close()
        finally:
            cases.close()
    return None


def test_a_good_case_is_taken_whole(good: Path, gazetteer: Gazetteer, tmp_path: Path) -> None:
    cases = Cases(f"sqlite:///{tmp_path / 'dateline.sqlite'}")
    made = take_case(cases, good, CONTENTS)
    everything(cases.open(made.id), gazetteer)
    cases.close()


CROSSED = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
NONSENSE = {
    "a quotation that stands elsewhere": (
        "UPDATE mentions SET start = start + 1 WHERE text = 'Sumy'",
        "“Sumy” is not at",
    ),
    "an offset outside the text": ("UPDATE claims SET end = 99999", "–99999 of the report"),
    "a sentence that is none of the report's": (
        "UPDATE claims SET sentence = 'Nothing happened.'",
        "its sentence is not at",
    ),
    "a mention of no report": (
        "UPDATE mentions SET report_id = 'gone' WHERE text = 'Moscow'",
        "there is no report “gone”",
    ),
    "a spot off the Earth": ("UPDATE places SET lat = 91", "lat is “91.0”, not a latitude"),
    "a candidate off the Earth": (
        "UPDATE mentions SET candidates = json_set(candidates, '$[0].lon', 181)",
        "not a list of places",
    ),
    "a day that no month has": (
        "UPDATE claims SET earliest = '2025-02-30' WHERE earliest IS NOT NULL",
        "earliest is “2025-02-30”, not a day",
    ),
    "a period that is no EDTF": (
        "UPDATE claims SET edtf = '2025-13' WHERE edtf IS NOT NULL",
        "edtf is “2025-13”, not a period",
    ),
    "a last day before the first": (
        "UPDATE claims SET latest = '1999-01-01' WHERE earliest IS NOT NULL",
        "is after latest “1999-01-01”",
    ),
    "a figure without end": ("UPDATE claims SET value = 1e300", "value is “1e+300”, not a figure"),
    "a category that is a template": ("UPDATE claims SET category = '{x}'", "category is “{x}”"),
    "a status of another kind": ("UPDATE mentions SET status = 'sworn'", "status is “sworn”"),
    "a distance from another report": (
        "UPDATE offsets SET anchor_id = (SELECT id FROM mentions WHERE text = 'Moscow')",
        "is no name in the report",
    ),
    "furniture outside the text": (
        "UPDATE reports SET furniture = '[[0, 99999, \"boilerplate\"]]'",
        "at 0–99999 is no stretch",
    ),
    "a decision on no spot": (
        "UPDATE decisions SET field = 'review', after = 'verified'",
        "a decision on review is of a spot",
    ),
    "a decision on nothing": ("UPDATE decisions SET field = 'text'", "field is “text”"),
    "a decision for no day": (
        "UPDATE decisions SET field = 'published', before = 'May'",
        "before is “May”, not a day",
    ),
    "a briefing of another shape": (
        "UPDATE briefings SET content = json_set(content, '$.steps', 3)",
        "steps of this briefing should be a list",
    ),
    "a step that selects nothing": (
        "UPDATE briefings SET content = json_set(content, '$.steps[0].view.selection', 'x')",
        "the selection of step 1",
    ),
    "a layer without a geometry": (
        "UPDATE own_layers SET content = json_remove(content, '$.features[0].geometry')",
        "geometry is missing",
    ),
    "an outline that crosses itself": (
        "UPDATE own_layers SET content = json_replace(content, '$.features[0].geometry', CROSSED)",
        "feature 1 has no geometry that can be drawn",
    ),
    "a layer of a colour that is none": (
        "UPDATE own_layers SET content = json_set(content, '$.colour', 'red')",
        "red is no colour of a layer",
    ),
    "a note of the place it came from": ("INSERT INTO notes VALUES ('revision', 'x')", "no note"),
}


@pytest.mark.parametrize(("statement", "problem"), NONSENSE.values(), ids=NONSENSE)
def test_what_makes_no_sense_is_named_and_not_taken(
    good: Path, tmp_path: Path, statement: str, problem: str
) -> None:
    path = tmp_path / "strange.dateline"
    shutil.copy(good, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement.replace("CROSSED", f"json('{json.dumps(CROSSED)}')"))
    cases = Cases(f"sqlite:///{tmp_path / 'dateline.sqlite'}")
    with pytest.raises(CaseError, match=re.escape(problem)) as refused:
        take_case(cases, path, CONTENTS)
    assert str(refused.value).startswith(f"{path} makes no sense (")
    assert [case.id for case in cases.listed()] == ["main"]
    cases.close()


def test_a_changed_case_is_refused_or_works(good: Path, gazetteer: Gazetteer) -> None:
    refused = [try_one(good, gazetteer, seed) for seed in range(10)]
    assert 0 < sum(each is not None for each in refused) < len(refused)
