"""What may yet be done is told as something to come, never as done."""

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from reports.ingest import extract
from reports.read import read_text
from reports.schema import as_json

# A sentence, the category of its figure and how it stands to the facts.
READ = (
    ("Turkey could send 10,000 troops to Libya.", "troops_planned", "estimated"),
    ("Denmark may deploy 400 soldiers to Greenland.", "troops_planned", "estimated"),
    ("Up to 5,000 troops can be deployed within days.", "troops_planned", "estimated"),
    ("Moscow is expected to send 2,000 men to Kherson.", "troops_planned", "estimated"),
    ("The possible deployment of 400 soldiers alarmed Minsk.", "troops_planned", "estimated"),
    ("Japan may dispatch two transport planes.", "equipment_planned", "estimated"),
    ("Kenya is ready to send 1,000 officers to Haiti.", "troops_planned", "planned"),
    ("Pyongyang to send 4,000 more workers to Donetsk", "workers_planned", "planned"),
    ("Poland weighs sending 500 troops to Kharkiv", "troops_planned", "planned"),
    ("Japan considers deployment of 200 troops to Djibouti.", "troops_planned", "planned"),
    ("Germany offers 40 tanks to Ukraine", "equipment_planned", "planned"),
    ("Berlin is negotiating the sale of six submarines.", "equipment_planned", "planned"),
    ("The agency wants $120 million in aid.", "cost", "planned"),
    ("Some 75,000 families are to receive seeds.", "other", "planned"),
    ("The North appears to have sent 1,500 troops to Kursk.", "troops_deployed", "estimated"),
    ("He could have sent 400 men to Goma.", "troops_deployed", "estimated"),
    ("Some 2,000 men are believed to be in Kursk.", "troops_present", "estimated"),
    ("Seoul handed over 110 of the tanks it promised.", "equipment_supplied", "reported"),
    ("Police seek 12 suspects.", "other", "reported"),
    ("The enemy's losses amounted to 300 men.", "killed", "claimed"),
)


@pytest.mark.parametrize(("sentence", "category", "status"), READ)
def test_what_may_be_done_is_not_done(
    sentence: str, category: str, status: str, gazetteer: Gazetteer
) -> None:
    read = as_json(extract(read_text(sentence, "text"), gazetteer, published=date(2025, 6, 26)))
    (figure,) = read["figures"]
    assert (figure["category"], figure["modality"]) == (category, status)


@pytest.mark.parametrize(
    "sentence",
    [
        "Among the dead were the fishermen Ivan Petrov (45) and Oleh Bondar (12).",
        "On Sept. 12 the ministers met in Goma.",
    ],
)
def test_an_age_in_brackets_and_a_day_are_no_figures(sentence: str, gazetteer: Gazetteer) -> None:
    read = as_json(extract(read_text(sentence, "text"), gazetteer, published=date(2025, 6, 26)))
    assert read["figures"] == []
