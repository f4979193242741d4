"""Laying out the scene tells how it goes, in counts."""

from pathlib import Path

from bench.scenes import Size, fill
from geo.gazetteer import open_gazetteer
from reports.store import Store
from views.assemble import assemble


def test_it_says_how_much_is_done_and_of_how_many(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    fill(store, Size(20, 1_200))
    said: list[tuple[float, str]] = []
    laid = assemble(store, open_gazetteer(), lambda done, words: said.append((done, words)))
    assert [done for done, _ in said] == sorted({done for done, _ in said})
    words = " | ".join(words for _, words in said)
    assert f"{len(laid['reports']):,} reports" in words
    assert "1,200 names" in words
    claims = sum(item["type"] == "claim" for item in laid["items"])
    assert f"{claims:,} figures" in words
    store.close()
