"""The tables of the store: what their columns are called, the frames' columns are called.

Beside a column stands what its values must be, where not every value of its type will do
(:mod:`reports.rules`); what several columns must be together is in :mod:`reports.sense`.
"""

from typing import Any

import sqlalchemy as sa

from geo.place import Kind, Role
from reports import rules
from reports.claim import Comparator, Status

REVIEWS = ("unverified", "verified", "rejected")
FURNITURE = ("boilerplate", "dateline")
"""Kinds of stretches of a text that are not the report's own words."""
SLOTS = ("actor", "from", "to", "at")
CORRECTABLE = ("title", "publisher", "author", "url", "lang", "published", "published_basis")
"""Columns of reports that somebody can decide about."""
RULED = ("place_id", "role", "review")
"""Columns of what was found in a report that somebody can decide about; figures have the last."""

METADATA = sa.MetaData()

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Text in the order of its code points in every database, whatever the language of that one."""

REPORTS = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", TEXT, primary_key=True, info=rules.ID),
    sa.Column("slug", TEXT, nullable=False),
    sa.Column("title", TEXT),
    sa.Column("publisher", TEXT),
    sa.Column("author", TEXT),
    sa.Column("url", TEXT),
    sa.Column("lang", TEXT),
    sa.Column("published", TEXT, index=True, info=rules.DAY),
    sa.Column("published_basis", TEXT, info=rules.WORD),
    sa.Column("received", TEXT, nullable=False, info=rules.TIME),
    sa.Column("sha256", TEXT, nullable=False, unique=True, info=rules.SHA256),
    sa.Column("sample", sa.Boolean, nullable=False, default=False),
    sa.Column("text", TEXT, nullable=False),
    # Sentences on what was doubtful and what was left out; none for a report of an older store.
    sa.Column("notes", sa.JSON, info=rules.TEXTS),
    # Stretches that are not the report's own words, [start, end, kind]; none for an older store's.
    sa.Column("furniture", sa.JSON, info=rules.STRETCHES),
)

ORIGINALS = sa.Table(
    "originals",
    METADATA,
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)


def _of_report() -> sa.Column[Any]:
    """Make the column of the report that a row goes with."""
    report = sa.ForeignKey("reports.id", ondelete="CASCADE")
    return sa.Column("report_id", report, nullable=False, index=True)


def _quoted() -> tuple[sa.Column[Any], ...]:
    """Make the columns of whatever is found in a report's text: where it stands."""
    return (
        sa.Column("id", TEXT, primary_key=True, info=rules.ID),
        _of_report(),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", TEXT, nullable=False),
    )


def _sentence() -> tuple[sa.Column[Any], ...]:
    """Make the columns of the sentence that something is said in."""
    return (
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
    )


def _said() -> tuple[sa.Column[Any], ...]:
    """Make the columns that mentions and claims share: where it stands, how it is said, when."""
    return (
        *_quoted(),
        *_sentence(),
        sa.Column("status", TEXT, nullable=False, info=rules.one_of(Status)),
        sa.Column("status_cue", TEXT),
        sa.Column("when_text", TEXT),
        sa.Column("edtf", TEXT, info=rules.PERIOD),
        sa.Column("earliest", TEXT, info=rules.DAY),
        sa.Column("latest", TEXT, info=rules.DAY),
        sa.Column("core_from", TEXT, info=rules.DAY),
        sa.Column("core_to", TEXT, info=rules.DAY),
        sa.Column("review", TEXT, nullable=False, default="unverified", info=rules.one_of(REVIEWS)),
    )


MENTIONS = sa.Table(
    "mentions",
    METADATA,
    *_said(),
    sa.Column("role", TEXT, nullable=False, info=rules.one_of(Role)),
    sa.Column("role_reason", TEXT, nullable=False),
    sa.Column("place_id", TEXT, index=True),
    sa.Column("name", TEXT),
    sa.Column("kind", TEXT, info=rules.one_of(Kind)),
    sa.Column("lat", sa.Float, info=rules.LATITUDE),
    sa.Column("lon", sa.Float, info=rules.LONGITUDE),
    sa.Column("country", TEXT, info=rules.COUNTRY),
    sa.Column("precision_m", sa.Float, info=rules.METRES),
    sa.Column("ucdp_precision", sa.Integer, info=rules.between(1, 7)),
    sa.Column("acled_precision", sa.Integer, info=rules.between(1, 3)),
    sa.Column("confidence", sa.Float, nullable=False, info=rules.SHARE),
    # The places it may mean, best first, each with its reasons.
    sa.Column("candidates", sa.JSON, info=rules.CANDIDATES),
)

CLAIMS = sa.Table(
    "claims",
    METADATA,
    *_said(),
    sa.Column("sentence", TEXT, nullable=False),
    sa.Column("value", sa.Float, info=rules.AMOUNT),
    sa.Column("low", sa.Float, info=rules.AMOUNT),
    sa.Column("high", sa.Float, info=rules.AMOUNT),
    sa.Column("values", sa.JSON, nullable=False, info=rules.AMOUNTS),
    sa.Column("comparator", TEXT, nullable=False, info=rules.one_of(Comparator)),
    sa.Column("approx", sa.Boolean, nullable=False),
    sa.Column("increment", sa.Boolean, nullable=False),
    sa.Column("part_of", sa.Float, info=rules.AMOUNT),
    sa.Column("unit", TEXT, nullable=False),
    sa.Column("category", TEXT, nullable=False, info=rules.WORD),
    sa.Column("family", TEXT, nullable=False, info=rules.WORD),
    sa.Column("actor", TEXT),
    sa.Column("actor_id", TEXT),
    sa.Column("from_name", TEXT),
    sa.Column("from_id", TEXT),
    sa.Column("to_name", TEXT),
    sa.Column("to_id", TEXT),
    sa.Column("at_name", TEXT),
    sa.Column("at_id", TEXT),
    sa.Column("inherited", sa.JSON, nullable=False, info=rules.listed("slots", SLOTS.__contains__)),
    sa.Column("sources", sa.JSON, nullable=False, info=rules.TEXTS),
    sa.Column("origin", TEXT),
    # Sentences on what cannot be right as printed.
    sa.Column("flags", sa.JSON, info=rules.TEXTS),
)

# Every place that a report was given, as it was then: the gazetteer may have lost it since, and
# what was found online is nowhere else.
PLACES = sa.Table(
    "places",
    METADATA,
    sa.Column("id", TEXT, primary_key=True, info=rules.ID),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("kind", TEXT, nullable=False, info=rules.one_of(Kind)),
    sa.Column("lat", sa.Float, nullable=False, info=rules.LATITUDE),
    sa.Column("lon", sa.Float, nullable=False, info=rules.LONGITUDE),
    sa.Column("country", TEXT, info=rules.COUNTRY),
    sa.Column("adm1", TEXT),
    sa.Column("population", sa.Integer, nullable=False, info=rules.PEOPLE),
    sa.Column("radius_m", sa.Float, info=rules.METRES),
    sa.Column("names", sa.JSON, nullable=False, info=rules.NAMES),
    sa.Column("attribution", TEXT),
)

# Directed distances: "40 miles southeast of X". The anchor is a mention; what lies there may be.
OFFSETS = sa.Table(
    "offsets",
    METADATA,
    *_quoted(),
    sa.Column("low_m", sa.Float, nullable=False, info=rules.METRES),
    sa.Column("high_m", sa.Float, info=rules.METRES),
    sa.Column("approx", sa.Boolean, nullable=False),
    sa.Column("within", sa.Boolean, nullable=False),
    sa.Column("bearing", sa.Float, info=rules.between(0, 360)),
    sa.Column("spread", sa.Float, info=rules.between(0, 180)),
    sa.Column("border", sa.Boolean, nullable=False),
    sa.Column("anchor_id", sa.ForeignKey("mentions.id", ondelete="CASCADE"), nullable=False),
    sa.Column("located_id", sa.ForeignKey("mentions.id", ondelete="CASCADE")),
)

# What is said to be many, more or heavy without a number: listed, never counted.
UNQUANTIFIED = sa.Table(
    "unquantified",
    METADATA,
    *_quoted(),
    *_sentence(),
)

# What the user decided about a report, or about what was found at one spot of it, each change a row
# that stays: undoing one is another.
DECISIONS = sa.Table(
    "decisions",
    METADATA,
    sa.Column("id", TEXT, primary_key=True, info=rules.ID),
    sa.Column("at", TEXT, nullable=False, info=rules.TIME),
    _of_report(),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("field", TEXT, nullable=False, info=rules.one_of((*CORRECTABLE, *RULED))),
    sa.Column("before", TEXT),
    sa.Column("after", TEXT),
)


def _kept_whole(name: str, own: sa.Column[Any]) -> sa.Table:
    """Define a table of what is kept as it came; what was taken out keeps the hour of it."""
    return sa.Table(
        name,
        METADATA,
        sa.Column("id", TEXT, primary_key=True, info=rules.ID),
        own,
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("updated", TEXT, nullable=False, info=rules.TIME),
        sa.Column("removed", TEXT, info=rules.TIME),
    )


# Briefings, whole: the reports know nothing of what is in them.
BRIEFINGS = _kept_whole("briefings", sa.Column("title", TEXT, nullable=False))

# The analyst's own layers, whole and checked: no report's words. The first in place lies on top.
OWN_LAYERS = _kept_whole("own_layers", sa.Column("place", sa.Integer, nullable=False))

# What the store remembers of itself, such as that the sample corpus was taken out.
NOTES = sa.Table(
    "notes",
    METADATA,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("value", TEXT, nullable=False),
)
