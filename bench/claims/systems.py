"""The systems of the bench of figures, by name, in the order of its table."""

import re
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from bench.claims.gold import FIELDS, Figure, Marked, Report, marked
from bench.dateline_system import gazetteer
from bench.errors import AbsentError
from bench.systems import DATELINE, System
from reports.errors import ReportError
from reports.ingest import extract
from reports.read import read, read_text
from reports.schema import as_json

QUANTULUM = "quantulum3"
CONSTANT = "digits, one answer"
COMMON = ("unit", "category", "group", "modality")
"""Fields for which a system that knows none gives the commonest answer."""

Answers = Mapping[str, Any]
Reader = Callable[[Report], Marked]

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# What quantulum3 calls our units; others keep its own name.
_UNITS = {
    "kilometre": "km", "metre": "m", "mile": "mi", "nautical mile": "nmi", "foot": "ft",
    "hectare": "ha", "square kilometre": "km2", "square mile": "mi2", "percentage": "percent",
    "tonne": "tonnes", "ton": "tonnes", "kilogram": "kg", "dollar": "USD", "euro": "EUR",
    "pound sterling": "GBP", "yen": "JPY", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "hour": "hours", "minute": "minutes",
}  # fmt: skip


def commonest(reports: Sequence[Report]) -> Answers:
    """Give the commonest answer of each field among marked core figures: the best constant."""
    figures = [figure for each in reports for figure in each.gold.figures if figure.core]
    found: dict[str, Any] = dict.fromkeys(FIELDS) | {"approx": False}
    for field in COMMON:
        said = Counter(str(figure.fields[field]).split(";")[0] for figure in figures)
        found[field] = said.most_common(1)[0][0] if said else None
    return found


def readers(answers: Answers) -> tuple[dict[str, Reader], dict[str, str]]:
    """Make every system ready; give those that are, and for each absent one how to install it.

    Parameters
    ----------
    answers
        What is answered where a system has no answer of its own.
    """
    made: dict[str, Reader] = {DATELINE: read_whole, CONSTANT: constant_reader(answers)}
    try:
        made[QUANTULUM] = quantulum_reader(answers)
    except AbsentError as error:
        return made, {QUANTULUM: str(error)}
    return made, {}


def read_whole(report: Report) -> Marked:
    """Let Dateline read a report as it reads any file."""
    printed = as_json(extract(read(report.data, report.name), gazetteer(), report.published))
    return marked(printed, printed["text"])


def constant_reader(answers: Answers) -> Reader:
    """Take every run of digits for a figure, and say the same of each."""

    def read_(report: Report) -> Marked:
        text = report.gold.text
        figures = (
            Figure(*match.span(), (float(match[0].replace(",", "")),), answers)
            for match in _DIGITS.finditer(text)
        )
        return Marked(text, tuple(figures))

    return read_


def quantulum_reader(answers: Answers) -> Reader:
    """Give quantulum3 what it does not look for: the commonest unit, group and status."""
    parse = _quantulum()

    def read_(report: Report) -> Marked:
        text = report.gold.text
        return Marked(text, tuple(_figure(each, answers) for each in parse(text)))

    return read_


def _figure(quantity: Any, answers: Answers) -> Figure:  # noqa: ANN401 - it ships no types
    start, end = quantity.span
    spread = quantity.uncertainty
    value = float(quantity.value)
    numbers = (value - spread, value + spread) if spread else (value,)
    name = quantity.unit.name
    unit = answers["unit"] if name == "dimensionless" else _UNITS.get(name, name)
    return Figure(max(0, start), end, numbers, {**answers, "unit": unit}, is_range=bool(spread))


@cache
def _quantulum() -> Callable[[str], Sequence[Any]]:
    try:
        with warnings.catch_warnings():
            # It says at every start that its classifier is not installed.
            warnings.simplefilter("ignore")
            from quantulum3 import parser
    except ImportError:
        raise AbsentError("pip install quantulum3") from None
    parse: Callable[[str], Sequence[Any]] = parser.parse
    return parse


def _load_dateline() -> Callable[[str], object]:
    index = gazetteer()

    def read_(text: str) -> object:
        try:
            return extract(read_text(text, "text"), index)
        except ReportError:
            return None

    return read_


SYSTEMS: Mapping[str, System[object]] = {
    DATELINE: System(DATELINE, _load_dateline),
    QUANTULUM: System(QUANTULUM, _quantulum, "quantulum3"),
}
"""The systems whose speed is measured."""
