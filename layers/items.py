"""Mentions and claims as the browser gets them: plain values, ready to print."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from geo.records import records

# The report names a possibility, which is neither a plan nor an estimate of a fact.
POSSIBLE_CUES = frozenset(
    {"may", "might", "could", "possible", "possibly", "potentially", "would", "'d", "’d", "if", "?"}
)


def status_of(row: Mapping[str, Any]) -> str:
    """Name the sign an item is drawn with: its status, or "possible"."""
    cue = row["status_cue"] or ""
    if row["status"] == "estimated" and cue.casefold() in POSSIBLE_CUES:
        return "possible"
    return str(row["status"])


def items(
    mentions: pd.DataFrame, claims: pd.DataFrame, reports: pd.DataFrame
) -> list[Mapping[str, Any]]:
    """List every mention and claim, in the order of reports and texts.

    Parameters
    ----------
    mentions, reports
        Frames of the store.
    claims
        The store's claims with ``group_id``, ``label``, ``value_text`` and ``unit_text`` (ready to
        print), ``bound_low``, ``bound_high``, ``base`` and ``levels``.
    """
    published = dict(zip(reports["id"], reports["published"], strict=True))
    return [*_mentions(mentions, published), *_claims(claims, published)]


def _mentions(
    mentions: pd.DataFrame, published: Mapping[str, str | None]
) -> Iterator[Mapping[str, Any]]:
    for row in records(mentions):
        yield {
            **_common(row, "mention", published),
            "role": row["role"],
            "reason": row["role_reason"],
            "place": row["place_id"],
            "name": row["name"],
            "kind": row["kind"],
            "confidence": row["confidence"],
            "why": why(row["place_id"], row["candidates"]),
        }


def _claims(
    claims: pd.DataFrame, published: Mapping[str, str | None]
) -> Iterator[Mapping[str, Any]]:
    for row in records(claims):
        sources = row["sources"]
        yield {
            **_common(row, "claim", published),
            "group": row["group_id"],
            "label": row["label"],
            "value": row["value_text"],
            "unit": row["unit"],
            "figure": figure_text(row["value_text"], row["unit_text"]),
            **_amount(row),
            "category": row["category"],
            "family": row["family"],
            "actor": row["actor"],
            "from": row["from_name"],
            "to": row["to_name"],
            "at": row["at_name"],
            "inherited": row["inherited"],
            "source": " ← ".join(sources) or None,
            "origin": row["origin"],
            "flags": list(row["flags"] or ()),
        }


def unquantified(mentions: pd.DataFrame) -> list[Mapping[str, Any]]:
    """List what is said of a number without one, from the store's table; it is never counted."""
    return [
        {
            "id": row["id"],
            "report": row["report_id"],
            "start": row["start"],
            "end": row["end"],
            "text": row["text"],
            "sentence": [row["sentence_start"], row["sentence_end"]],
        }
        for row in records(mentions)
    ]


def why(place_id: str | None, candidates: Sequence[Mapping[str, Any]] | None) -> str | None:
    """Say why a place was chosen; None where nothing is known of that.

    >>> why("ne:RU-KRS", [{"place_id": "ne:RU-KRS", "reasons": ["its usual name", "near others"]}])
    'its usual name; near others'
    """
    chosen = [each["reasons"] for each in candidates or () if each["place_id"] == place_id]
    return "; ".join(chosen[0]) or None if chosen else None


def figure_text(value: str, unit: str) -> str:
    """Print a figure with its unit; a word for a number wants "of" ("thousands of personnel").

    >>> figure_text("≈11,000", "personnel"), figure_text("millions", "shells"), figure_text("4", "")
    ('≈11,000 personnel', 'millions of shells', '4')
    """
    joiner = " " if any(char.isdigit() for char in value) else " of "
    return f"{value}{joiner}{unit}" if unit else value


def _amount(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what a claim's print says, for a table that sorts and a chart that measures."""
    return {
        "low": row["bound_low"],
        "high": row["bound_high"],
        "base": row["base"],
        "sides": list(row["values"]),
        "comparator": row["comparator"],
        "approx": bool(row["approx"]),
        "increment": bool(row["increment"]),
        "partOf": _number(row["part_of"]),
        "unitText": row["unit_text"],
        "levels": row["levels"],
    }


def _number(cell: float | None) -> float | None:
    """Read a number of a frame, where NaN stands for none: JSON has no NaN."""
    return None if cell is None or pd.isna(cell) else float(cell)


def _common(
    row: Mapping[str, Any], type_: str, published: Mapping[str, str | None]
) -> Mapping[str, Any]:
    return {
        "id": row["id"],
        "type": type_,
        "report": row["report_id"],
        "start": row["start"],
        "end": row["end"],
        "text": row["text"],
        "sentence": [row["sentence_start"], row["sentence_end"]],
        "status": status_of(row),
        "cue": row["status_cue"],
        "earliest": row["earliest"],
        "latest": row["latest"],
        "coreFrom": row["core_from"],
        "coreTo": row["core_to"],
        "when": row["when_text"],
        "edtf": row["edtf"],
        "dated": row["earliest"] is not None or row["latest"] is not None,
        "reported": published[row["report_id"]],
        "review": row["review"],
    }
