"""Corpora: texts in which people have marked the place names and said where each place is.

A corpus is a file of JSON lines ``{"id", "text", "toponyms": [{"start", "end", "lat", "lon",
"literal"}]}``. Offsets are code points of the text, end exclusive. ``lat`` and ``lon`` are null
where the annotators gave no point; ``literal`` is null or missing where they gave no role.
"""

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.errors import CorpusError

POLE, HALF_TURN = 90.0, 180.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name that people marked at ``text[start:end]``.

    ``point`` is latitude and longitude in decimal degrees, ``literal`` whether the name says that
    something is there; either is None where the corpus does not say.
    """

    start: int
    end: int
    point: tuple[float, float] | None
    literal: bool | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a corpus with its place names, in order."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]

    @property
    def held_out(self) -> bool:
        """Tell whether it is in the half that is measured, and not looked at to find rules.

        >>> [Document(name, "", ()).held_out for name in ("a", "b", "c", "d")]
        [True, True, False, False]
        """
        return bool(_digest(self.id)[-1] % 2)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a file, and a sentence for each line of it that could not be used."""

    name: str
    documents: tuple[Document, ...]
    broken: tuple[str, ...] = ()


def read_corpora(folder: Path, sample: int | None = None) -> list[Corpus]:
    """Read every ``*.jsonl`` of a folder, sorted by name.

    Parameters
    ----------
    sample
        Take this many documents of each; always the same ones, whatever their order in the file.

    Raises
    ------
    CorpusError
        When there is no corpus in the folder. A broken line costs only itself.
    """
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise CorpusError(str(folder), "holds no corpus", "name a folder with *.jsonl in it")
    return [_sampled(read_corpus(file), sample) for file in files]


def read_corpus(file: Path) -> Corpus:
    """Read a corpus; lines that cannot be used are named in ``broken``."""
    documents: dict[str, Document] = {}
    broken = []
    for number, line in enumerate(file.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            document = _document(json.loads(line), documents)
        except (ValueError, TypeError, KeyError) as error:
            broken.append(f"{file.name}, line {number}: {_said(error)}; left out")
            continue
        documents[document.id] = document
    return Corpus(file.stem, tuple(documents.values()), tuple(broken))


def _sampled(corpus: Corpus, sample: int | None) -> Corpus:
    if sample is None:
        return corpus
    drawn = sorted(corpus.documents, key=lambda document: _digest(document.id))[:sample]
    kept = {document.id for document in drawn}
    documents = tuple(document for document in corpus.documents if document.id in kept)
    return Corpus(corpus.name, documents, corpus.broken)


def _digest(name: str) -> bytes:
    return sha256(name.encode("utf-8", errors="surrogatepass")).digest()


def _document(entry: Mapping[str, Any], earlier: Container[str]) -> Document:
    name, text = str(entry["id"]), entry["text"]
    if name in earlier:
        raise ValueError(f"the id {name} is taken by an earlier line")
    if not isinstance(text, str):
        raise TypeError("the text is no string")
    return Document(name, text, tuple(_toponyms(entry["toponyms"], len(text))))


def _toponyms(entries: Sequence[Mapping[str, Any]], length: int) -> Iterator[Toponym]:
    for entry in entries:
        start, end = int(entry["start"]), int(entry["end"])
        if not 0 <= start < end <= length:
            raise ValueError(f"the toponym {start}:{end} lies outside the text")
        literal = entry.get("literal")
        point = _point(entry.get("lat"), entry.get("lon"))
        yield Toponym(start, end, point, None if literal is None else bool(literal))


def _point(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    if lat is None or lon is None:
        return None
    point = float(lat), float(lon)
    if not (abs(point[0]) <= POLE and abs(point[1]) <= HALF_TURN):
        raise ValueError(f"{lat}, {lon} is no point on Earth")
    return point


def _said(error: Exception) -> str:
    """Say what is wrong with a line in words a reader of the file understands."""
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg} at character {error.pos})"
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
