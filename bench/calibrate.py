"""Fit ``data/lexicons/geo/confidence.toml`` to corpora.

Run as ``python -m bench.calibrate --corpora DIR`` after every change to recognition or resolution.
The fit sees the ``seen`` half of the documents alone. How good it is, is told twice: by
cross-validation over documents in that half, and on the held-out half.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.progress import track

from bench.corpora import Corpus, Document, read_corpora
from bench.dateline_system import gazetteer, parsed
from bench.errors import CorpusError
from bench.fitting import Fit, Floats, crosswise, fit, threshold
from bench.prediction import Prediction
from bench.printing import print_table
from bench.reliability import Judged, judge_pin, reliability
from bench.tables import reliable
from geo.place import Place
from geo.settings import data_dir
from geo.toponyms.confidence import Evidence, features
from geo.toponyms.recognise import recognise
from geo.toponyms.resolve import resolve

FOLDS = 10
TARGET = data_dir() / "lexicons" / "geo" / "confidence.toml"
NOTES = Console(stderr=True, highlight=False, markup=False)


@dataclass(frozen=True, slots=True)
class Case:
    """A mention with its best candidate: the evidence for it, and whether it was right."""

    corpus: str
    document: str
    evidence: Evidence
    right: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """The cases of some documents as columns, and the names that people marked there with a point.

    Cases weigh so that each corpus has the same say, and as much in all as there are cases.
    """

    features: Floats
    right: Floats
    weights: Floats
    folds: Sequence[int]
    marked: float


def main(
    corpora: Annotated[Path, typer.Option(metavar="DIR", help="Folder with corpora, *.jsonl.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The file to write.")] = TARGET,
) -> None:
    """Fit the confidence of places to corpora and write it down."""
    try:
        read = read_corpora(corpora)
    except CorpusError as error:
        NOTES.print(str(error))
        raise typer.Exit(2) from None
    seen, held_out = (sample(read, held_out=half) for half in (False, True))
    crossed = crosswise(seen.features, seen.right, seen.weights, seen.folds)
    fitted = fit(seen.features, seen.right, seen.weights)
    lowest = threshold(crossed, seen.right, seen.weights, seen.marked)
    out.write_text(as_toml(fitted, lowest, len(seen.right)), encoding="utf-8")
    show("Cross-validated, seen half", crossed, seen.right)
    show("Held-out half", fitted(held_out.features), held_out.right)


def sample(corpora: Sequence[Corpus], *, held_out: bool) -> Sample:
    """Judge one half of all corpora."""
    found: list[Case] = []
    marked: Counter[str] = Counter()
    documents = [(corpus.name, doc) for corpus in corpora for doc in corpus.documents]
    for corpus, document in track(documents, "Reading", console=NOTES, transient=True):
        if document.held_out == held_out:
            found.extend(cases(corpus, document))
            marked[corpus] += sum(1 for name in document.toponyms if name.point)
    counts = Counter(case.corpus for case in found)
    weight = {corpus: len(found) / len(counts) / count for corpus, count in counts.items()}
    return Sample(
        features=np.array([list(features(case.evidence).values()) for case in found]),
        right=np.array([float(case.right) for case in found]),
        weights=np.array([weight[case.corpus] for case in found]),
        folds=[sha256(case.document.encode()).digest()[0] % FOLDS for case in found],
        marked=sum(marked[corpus] * each for corpus, each in weight.items()),
    )


def cases(corpus: str, document: Document) -> Iterator[Case]:
    """Judge the best candidate of every name in a document, whether it was held to be good or not.

    Names on which nobody can say are left out: those that people marked without a point.
    """
    passages = parsed(document.text)
    names = recognise(passages, gazetteer())
    for name, resolved in zip(names, resolve(names, gazetteer()), strict=True):
        if resolved.evidence is None:
            continue
        start, _ = passages[name.passage].span(name.span)
        found = _pin(start, start + len(name.surface), resolved.candidates[0].place)
        right = judge_pin(document, found)
        if right is not None:
            yield Case(corpus, document.id, resolved.evidence, right)


def as_toml(fitted: Fit, lowest: float, count: int) -> str:
    """Write a fit as the file that :mod:`geo.toponyms.confidence` reads."""
    names = features(Evidence(0.5, 0.0, demonym=False, nearness=0.0, alone=False))
    weights = (f"{name} = {slope:.3f}" for name, slope in zip(names, fitted.slopes, strict=True))
    return "\n".join(
        [
            "# How sure Dateline is of a place: written by python -m bench.calibrate, not by hand.",
            f"# Fitted to {count:,} names in the seen half of public corpora.",
            "",
            "# Below this a place is not identifiable; end-to-end F1 is near its top from here up.",
            f"identifiable = {lowest:.2f}",
            "",
            "# What each piece of evidence adds to the weight.",
            "[weights]",
            *weights,
            "",
            "# From the weight to the share of names like it that were right; straight between.",
            "[curve]",
            f"weight = [{', '.join(f'{each:.3f}' for each in fitted.sums)}]",
            f"confidence = [{', '.join(f'{each:.3f}' for each in fitted.confidences)}]",
            "",
        ]
    )


def show(title: str, confidences: Floats, right: Floats) -> None:
    """Print how reliable confidences are."""
    pairs = zip(confidences, right, strict=True)
    found = reliability([Judged(float(held), right=bool(good)) for held, good in pairs])
    print_table(reliable(title, found), Console(highlight=False, markup=False))


def _pin(start: int, end: int, place: Place) -> Prediction:
    return Prediction(start, end, (place.lat, place.lon))


if __name__ == "__main__":
    typer.run(main)
