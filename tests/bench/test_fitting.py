"""Fitting confidence: on mentions whose odds are known."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from bench import calibrate
from bench.calibrate import as_toml, cases
from bench.corpora import Document, Toponym
from bench.fitting import Floats, crosswise, curve, fit, logistic, threshold
from geo.gazetteer import Gazetteer
from geo.toponyms.confidence import Evidence, features

COUNT = 4000


def drawn(seed: int) -> tuple[Floats, Floats, Floats]:
    """Draw mentions whose odds of being right are exp(0.5 + 2 x)."""
    source = np.random.default_rng(seed)
    rows = np.column_stack([np.ones(COUNT), source.normal(size=COUNT)])
    odds = rows @ np.array([0.5, 2.0])
    right = (source.random(COUNT) < 1 / (1 + np.exp(-odds))).astype(float)
    return rows, right, np.ones(COUNT)


def test_slopes_are_found_again() -> None:
    assert logistic(*drawn(1)) == pytest.approx([0.5, 2.0], abs=0.2)


def test_confidence_on_new_mentions_is_the_share_that_is_right() -> None:
    rows, right, _ = drawn(2)
    held = fit(*drawn(1))(rows)
    for low, high in ((0.1, 0.3), (0.4, 0.6), (0.8, 1.0)):
        inside = (held >= low) & (held < high)
        assert right[inside].mean() == pytest.approx(held[inside].mean(), abs=0.06)


def test_a_weight_counts_like_so_many_mentions() -> None:
    rows, right, ones = drawn(3)
    twice = logistic(np.vstack([rows, rows]), np.tile(right, 2), np.tile(ones, 2))
    assert logistic(rows, right, 2 * ones) == pytest.approx(twice)


def test_the_curve_rises_where_the_shares_fall() -> None:
    sums = np.arange(60.0)
    right = np.concatenate([np.ones(20), np.zeros(20), np.ones(20)])
    at, shares = curve(sums, right, np.ones(60))
    assert list(at) == sorted(at)
    assert list(shares) == sorted(set(shares))
    assert shares[0] == pytest.approx(0.5)
    assert shares[-1] == 1


def test_no_mention_is_judged_by_a_fit_that_saw_its_document() -> None:
    rows = np.ones((40, 1))
    right = np.array([1.0, 1.0, 1.0, 0.0] * 5 + [1.0, 0.0, 0.0, 0.0] * 5)
    held = crosswise(rows, right, np.ones(40), [0] * 20 + [1] * 20)
    assert held == pytest.approx([0.25] * 20 + [0.75] * 20)


def test_the_threshold_leaves_out_what_is_mostly_wrong() -> None:
    held = np.array([0.9] * 50 + [0.1] * 50)
    right = np.array([1.0] * 45 + [0.0] * 5 + [1.0] * 5 + [0.0] * 45)
    assert threshold(held, right, np.ones(100), 60) == 0.9
    assert threshold(held, np.ones(100), np.ones(100), 100) == 0.1


def test_a_fit_is_written_as_the_file_that_is_read() -> None:
    evidence = Evidence(0.9, 3.0, demonym=False, nearness=0.4, alone=False)
    row = np.array([list(features(evidence).values())])
    rows, right, weights = np.repeat(row, 40, axis=0), np.tile([0.0, 1.0], 20), np.ones(40)
    written = tomllib.loads(as_toml(fit(rows, right, weights), 0.4, 40))
    assert written["identifiable"] == 0.4
    assert list(written["weights"]) == list(features(evidence))
    assert written["curve"]["confidence"] == [0.5]


def test_names_are_judged_by_what_people_marked(gazetteer: Gazetteer) -> None:
    assert gazetteer
    text = "Rain fell in Paris. Snow fell in Oslo and in Madrid."
    marked = (
        Toponym(text.index("Paris"), text.index("Paris") + 5, (48.86, 2.35), None),
        Toponym(text.index("Oslo"), text.index("Oslo") + 4, None, None),
    )
    found = list(cases("own", Document("1", text, marked)))
    assert [case.right for case in found] == [True, False]


def test_the_command_writes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, right, weights = drawn(4)
    folds = [number % calibrate.FOLDS for number in range(COUNT)]
    wide = np.column_stack([rows, np.zeros((COUNT, 4))])
    half = calibrate.Sample(wide, right, weights, folds, marked=COUNT)
    monkeypatch.setattr(calibrate, "sample", lambda *_, **__: half)
    (tmp_path / "own.jsonl").write_text("", encoding="utf-8")
    out = tmp_path / "confidence.toml"
    calibrate.main(tmp_path, out)
    fitted = tomllib.loads(out.read_text(encoding="utf-8"))
    assert fitted["weights"]["agreement"] == pytest.approx(2.0, abs=0.2)
    assert 0 < fitted["identifiable"] < 1
