"""A scene is laid out once for a state of the store and of Dateline, restarts included."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.scenes import Size, records
from geo.gazetteer import open_gazetteer
from reports.errors import StoreError
from reports.store import Store
from views import scenes


class Layer:
    """Lays out, and counts how often."""

    count = 0

    def __call__(self) -> dict[str, Any]:
        """Give a scene of one item."""
        self.count += 1
        return {"items": [{"id": "c1"}]}


@pytest.fixture
def lay() -> Layer:
    return Layer()


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    store = Store(store_url)
    yield store
    store.close()


def packed(store: Store, lay: Layer, briefings: str = "none") -> bytes:
    return scenes.packed_scene(store, open_gazetteer(), store.revision(), briefings, lay)


def test_a_server_that_starts_again_lays_nothing_out(
    store: Store, store_url: str, lay: Layer
) -> None:
    again = Store(store_url)
    assert packed(again, lay) == packed(store, lay)
    assert lay.count == 1
    again.close()


def test_whatever_changes_is_laid_out_anew(
    store: Store, lay: Layer, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(store, lay)
    packed(store, lay, briefings="one")
    assert lay.count == 2
    (report,) = records(Size(1, 1))
    store.add(report)
    packed(store, lay)
    assert lay.count == 3
    monkeypatch.setattr(scenes, "version", lambda: "another")
    packed(store, lay)
    assert lay.count == 4


def test_a_store_that_keeps_nothing_costs_no_map(
    store: Store, lay: Layer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("store", "could not be written", "try again")

    monkeypatch.setattr(store, "keep", fail)
    assert packed(store, lay)


def test_an_edit_of_code_or_data_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "layers").mkdir()
    monkeypatch.setattr(scenes, "ROOT", tmp_path)
    versions = set()
    for text in ("", "one", "three"):
        (tmp_path / "layers" / "scene.py").write_text(text)
        scenes.version.cache_clear()
        versions.add(scenes.version())
    scenes.version.cache_clear()
    assert len(versions) == 3
