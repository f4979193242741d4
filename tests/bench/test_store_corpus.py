"""The invented store: its rows quote their texts, and the same seed gives the same."""

from bench.store.corpus import LONG, records
from geo.gazetteer import open_gazetteer

FEW = 40


def test_rows_quote_their_texts() -> None:
    for record in records(FEW, open_gazetteer()):
        text = record.report["text"]
        assert LONG <= len(text) < 2 * LONG
        for row in (*record.mentions, *record.claims):
            assert text[row["start"] : row["end"]] == row["text"]
            assert row["sentence_start"] <= row["start"] < row["end"] <= row["sentence_end"]
        for claim in record.claims:
            assert text[claim["sentence_start"] : claim["sentence_end"]] == claim["sentence"]


def test_every_place_of_a_row_comes_with_its_report() -> None:
    for record in records(FEW, open_gazetteer()):
        places = {place["id"] for place in record.places}
        assert {mention["place_id"] for mention in record.mentions} == places
        ends = {claim[f"{slot}_id"] for claim in record.claims for slot in ("from", "to", "at")}
        assert ends - {None} <= places


def test_the_same_seed_gives_the_same_reports() -> None:
    gazetteer = open_gazetteer()
    assert list(records(3, gazetteer)) == list(records(3, gazetteer))
    assert list(records(3, gazetteer)) != list(records(3, gazetteer, seed=1))
