"""Fit the weights of the witnesses for place names to texts with annotated places.

``python -m data.build.evidence FILE.jsonl...`` reads texts as ``{"id", "text", "toponyms":
[{"start", "end"}]}``, a line each, says precision and recall under cross-validation by document,
and writes ``data/lexicons/geo/evidence.toml``. The texts are not shipped: they belong to those who
annotated them. Half of a file can be kept aside with ``--half``, by the sha256 of the ids.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer import open_gazetteer
from geo.index import Index
from geo.passage import Passage
from geo.toponyms.evidence import Weights, rumours, testimony
from geo.toponyms.matches import Name
from geo.toponyms.recognise import candidates
from reports.language import pipeline

Floats = NDArray[np.float64]

TARGET = Path("data/lexicons/geo/evidence.toml")
HEAD = """\
# What each witness for a name is worth, in log-odds; they are in geo/toponyms/witnesses.py.
# Written by data/build/evidence.py: fitted to news with annotated places, and drawn towards
# hand-set values.

# A name is taken for a place from here up.
enough = {enough}

[weights]
"""
ENOUGH = -0.25
"""Half a step below even odds: a missed name is lost, a doubtful one still has to resolve."""
PRIORS: Mapping[str, float] = {
    "country": 3.0, "capital": 2.0, "adm1": 1.5, "region": 1.5, "water": 1.5, "line": 1.5,
    "city": 1.0, "called a place": 2.0, "located": 1.0, "dateline": 2.0,
    "kind fits": 1.5, "contained": 2.0,
    "defined": 2.0, "listed": 1.0, "pinned": 1.0, "pinned though unknown": 2.0, "resident": 1.5,
    "unknown but describes itself": 1.5, "reached": 1.0, "based": 1.0, "local body": 1.0,
    "body of a state": 1.5, "sure elsewhere": 1.0, "unknown": -1.0, "common word": -2.0,
    "speaks": -1.0, "speaks for a state": 1.0, "located, country named": 1.0,
}  # fmt: skip
"""Where the weights are drawn to: news in one language about a few lands is not all news."""
PULL = 1.0
"""How strongly: a witness heard less often than a few dozen times stays near its prior."""
ROUNDS = 4
"""The sure names depend on the weights, and the weights on what the sure names say."""
FOLDS = 5
STEPS = 60
SETTLED = 1e-5
"""Newton's method stops when no weight moves by more."""


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text: its file, the candidates in it, which of them overlap a place."""

    file: str
    names: list[Name]
    right: list[bool]


@dataclass(frozen=True, slots=True)
class Table:
    """What was said of each candidate: one row each, ``said`` with one column a witness."""

    witnesses: tuple[str, ...]
    said: Floats
    right: Floats
    text: NDArray[np.int64]
    files: tuple[str, ...]


def read(path: Path, keep: Callable[[str], bool], index: Index) -> Iterator[Text]:
    """Read the texts of a file whose id is kept, and find the candidates in them."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        if not keep(str(row["id"])):
            continue
        passages = list(_passages(row["text"]))
        names = candidates(passages, index)
        spans = [passages[name.passage].span(name.span) for name in names]
        gold = [(place["start"], place["end"]) for place in row["toponyms"]]
        right = [any(s < end and start < e for s, e in gold) for start, end in spans]
        yield Text(path.stem, names, right)


def _passages(text: str) -> Iterator[Passage]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Passage(start, pipeline()(line))
        start += len(line) + 1


def tabulate(texts: Sequence[Text], weights: Weights) -> Table:
    """Hear all witnesses on all candidates but demonyms, whose list leaves nothing to weigh."""
    rows: list[list[str]] = []
    right, number, files = [], [], []
    for at, text in enumerate(texts):
        told = testimony(text.names, weights)
        heard = rumours(text.names, [weights.of(said) for said in told])
        for name, alone, more, truth in zip(text.names, told, heard, text.right, strict=True):
            if not name.demonym:
                rows.append([*alone, *more])
                right.append(float(truth))
                number.append(at)
                files.append(text.file)
    names = tuple(sorted({witness for row in rows for witness in row}))
    column = {witness: at for at, witness in enumerate(names)}
    said = np.zeros((len(rows), len(names)))
    for at, heard_of in enumerate(rows):
        said[at, [column[witness] for witness in heard_of]] = 1.0
    return Table(names, said, np.array(right), np.array(number), tuple(files))


def fit(table: Table, rows: NDArray[np.bool_]) -> Floats:
    """Find the log-odds that make the truth likeliest, by Newton's method with a ridge.

    Every file counts as the square root of its size, so that the largest does not decide alone.
    """
    files = np.array(table.files)
    sizes = {file: int((files == file).sum()) for file in set(table.files)}
    share = np.array([1.0 / np.sqrt(sizes[file]) for file in table.files])[rows]
    share *= rows.sum() / share.sum()
    said, right = table.said[rows], table.right[rows]
    prior = np.array([PRIORS.get(witness, 0.0) for witness in table.witnesses])
    pull = np.array([1e-6 if witness == "always" else PULL for witness in table.witnesses])

    def loss(odds: Floats) -> float:
        points = said @ odds
        wrong = (share * (np.logaddexp(0.0, points) - right * points)).sum()
        return float(wrong + 0.5 * (pull * (odds - prior) ** 2).sum())

    odds = np.zeros(len(prior))
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(said @ odds)))
        slope = said.T @ (share * (right - chance)) - pull * (odds - prior)
        curve = (said.T * (share * chance * (1.0 - chance) + 1e-9)) @ said + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        before = loss(odds)
        while loss(odds + step) > before and np.abs(step).max() > SETTLED:
            step /= 2
        odds = odds + step
        if np.abs(step).max() < SETTLED:
            break
    return odds


def cross_validated(table: Table) -> Iterator[str]:
    """Give precision and recall by file, each text judged by weights fitted to other texts."""
    points = np.zeros(len(table.right))
    for fold in range(FOLDS):
        aside = table.text % FOLDS == fold
        points[aside] = table.said[aside] @ fit(table, ~aside)
    files = np.array(table.files)
    for file in sorted(set(table.files)):
        taken, right = points[files == file] >= ENOUGH, table.right[files == file] > 0
        both = float((taken & right).sum())
        yield f"{file}: precision {both / taken.sum():.3f}, recall {both / right.sum():.3f}"


def fitted(texts: Sequence[Text]) -> tuple[Weights, Table]:
    """Fit, hear the witnesses again with the new weights, and so on for some rounds."""
    weights = Weights(ENOUGH, dict(PRIORS))
    for _ in range(ROUNDS):
        table = tabulate(texts, weights)
        odds = fit(table, np.ones(len(table.right), dtype=bool))
        values = {
            name: round(float(odd), 2) for name, odd in zip(table.witnesses, odds, strict=True)
        }
        weights = Weights(ENOUGH, values)
    return weights, table


def main() -> None:
    """Read the arguments, fit, report, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--half", choices=("seen", "held"), help="use only this half of the ids")
    chosen = parser.parse_args()
    wanted = {None: (0, 1), "seen": (0,), "held": (1,)}[chosen.half]
    index = open_gazetteer()
    texts = [text for path in chosen.files for text in read(path, _half(wanted), index)]
    weights, table = fitted(texts)
    sys.stdout.write("\n".join(cross_validated(table)) + "\n")
    lines = [f'"{name}" = {value}\n' for name, value in weights.values.items()]
    TARGET.write_text(HEAD.format(enough=ENOUGH) + "".join(lines), encoding="utf-8")


def _half(wanted: Sequence[int]) -> Callable[[str], bool]:
    return lambda key: int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 in wanted


if __name__ == "__main__":
    main()
