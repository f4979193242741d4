"""What a run of the geocoding bench came to, as values that can be printed or kept as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.corpora import Corpus, Document
from bench.prediction import Prediction
from bench.reliability import Reliability, pins, places, reliability
from bench.roles import RoleScores, role_scores, role_tally
from bench.running import Answer, Run
from bench.scoring import Scores, interval, scores, tally
from bench.speed import Speed
from bench.systems import DATELINE

PARTS = ("held out", "seen", "all")


@dataclass(frozen=True, slots=True)
class Made:
    """When and with what a run was made."""

    day: str
    commit: str | None
    cores: int
    versions: Mapping[str, str]
    sample: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """The scores of one system on one part of one corpus.

    ``interval`` is the 95 % interval of the end-to-end F1; ``roles`` is None where the corpus flags
    no roles.
    """

    corpus: str
    part: str
    system: str
    documents: int
    scores: Scores
    interval: tuple[float, float]
    roles: RoleScores | None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a run came to.

    ``places`` and ``pins`` are Dateline's reliability over the held-out documents of all corpora:
    of the places of rightly found names, and of everything with a place. ``problems`` are sentences
    about lines and documents that were left out.
    """

    made: Made
    rows: tuple[Row, ...]
    absent: Mapping[str, str]
    places: Reliability
    pins: Reliability
    speeds: tuple[Speed, ...]
    problems: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain lists and dicts."""
        return asdict(self)


def evaluate(corpora: Sequence[Corpus], ran: Run, speeds: Sequence[Speed], made: Made) -> Result:
    """Score what the systems found."""
    held_out = [
        (document, answer.found[DATELINE])
        for corpus in corpora
        for document, answer in _answered(corpus, ran)
        if document.held_out and DATELINE in answer.found
    ]
    return Result(
        made=made,
        rows=tuple(row for corpus in corpora for row in _rows(corpus, ran)),
        absent=ran.absent,
        places=reliability([each for pair in held_out for each in places(*pair)]),
        pins=reliability([each for pair in held_out for each in pins(*pair)]),
        speeds=tuple(speeds),
        problems=tuple(_problems(corpora, ran)),
    )


def _answered(corpus: Corpus, ran: Run) -> Iterator[tuple[Document, Answer]]:
    return zip(corpus.documents, ran.answers[corpus.name], strict=True)


def _rows(corpus: Corpus, ran: Run) -> Iterator[Row]:
    for system in ran.systems:
        found = [
            (document, answer.found.get(system, ())) for document, answer in _answered(corpus, ran)
        ]
        for part in PARTS:
            wanted = [pair for pair in found if _in_part(pair[0], part)]
            if wanted:
                yield _row(corpus.name, part, system, wanted)


def _in_part(document: Document, part: str) -> bool:
    return part == "all" or document.held_out == (part == "held out")


def _row(
    corpus: str, part: str, system: str, found: Sequence[tuple[Document, Sequence[Prediction]]]
) -> Row:
    tallies = [tally(document.toponyms, predicted) for document, predicted in found]
    return Row(
        corpus=corpus,
        part=part,
        system=system,
        documents=len(found),
        scores=scores(tallies),
        interval=interval(tallies),
        roles=role_scores([role_tally(*pair) for pair in found]),
    )


def _problems(corpora: Sequence[Corpus], ran: Run) -> Iterator[str]:
    for corpus in corpora:
        yield from corpus.broken
        for document, answer in _answered(corpus, ran):
            for failure in answer.failures:
                yield f"{corpus.name}, document {document.id}: {failure}; counted as nothing found"
