"""The tables of the store: what their columns are called, the frames' columns are called."""

from typing import Any

import sqlalchemy as sa

METADATA = sa.MetaData()

REPORTS = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("slug", sa.String, nullable=False),
    sa.Column("title", sa.String),
    sa.Column("publisher", sa.String),
    sa.Column("author", sa.String),
    sa.Column("url", sa.String),
    sa.Column("lang", sa.String),
    sa.Column("published", sa.String, index=True),
    sa.Column("published_basis", sa.String),
    sa.Column("received", sa.String, nullable=False),
    sa.Column("sha256", sa.String, nullable=False, unique=True),
    sa.Column("sample", sa.Boolean, nullable=False, default=False),
    sa.Column("text", sa.String, nullable=False),
    # Sentences on what was doubtful and what was left out; none for a report of an older store.
    sa.Column("notes", sa.JSON),
    # Stretches that are not the report's own words, [start, end, kind]; none for an older store's.
    sa.Column("furniture", sa.JSON),
)

ORIGINALS = sa.Table(
    "originals",
    METADATA,
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)


def _quoted() -> tuple[sa.Column[Any], ...]:
    """Make the columns of whatever is found in a report's text: where it stands."""
    return (
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.String, nullable=False),
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
        sa.Column("status", sa.String, nullable=False),
        sa.Column("status_cue", sa.String),
        sa.Column("when_text", sa.String),
        sa.Column("edtf", sa.String),
        sa.Column("earliest", sa.String),
        sa.Column("latest", sa.String),
        sa.Column("core_from", sa.String),
        sa.Column("core_to", sa.String),
        sa.Column("review", sa.String, nullable=False, default="unverified"),
    )


MENTIONS = sa.Table(
    "mentions",
    METADATA,
    *_said(),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("role_reason", sa.String, nullable=False),
    sa.Column("place_id", sa.String, index=True),
    sa.Column("name", sa.String),
    sa.Column("kind", sa.String),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("country", sa.String),
    sa.Column("precision_m", sa.Float),
    sa.Column("ucdp_precision", sa.Integer),
    sa.Column("acled_precision", sa.Integer),
    sa.Column("confidence", sa.Float, nullable=False),
    # The places it may mean, best first, each with its reasons.
    sa.Column("candidates", sa.JSON),
)

CLAIMS = sa.Table(
    "claims",
    METADATA,
    *_said(),
    sa.Column("sentence", sa.String, nullable=False),
    sa.Column("value", sa.Float),
    sa.Column("low", sa.Float),
    sa.Column("high", sa.Float),
    sa.Column("values", sa.JSON, nullable=False),
    sa.Column("comparator", sa.String, nullable=False),
    sa.Column("approx", sa.Boolean, nullable=False),
    sa.Column("increment", sa.Boolean, nullable=False),
    sa.Column("part_of", sa.Float),
    sa.Column("unit", sa.String, nullable=False),
    sa.Column("category", sa.String, nullable=False),
    sa.Column("family", sa.String, nullable=False),
    sa.Column("actor", sa.String),
    sa.Column("actor_id", sa.String),
    sa.Column("from_name", sa.String),
    sa.Column("from_id", sa.String),
    sa.Column("to_name", sa.String),
    sa.Column("to_id", sa.String),
    sa.Column("at_name", sa.String),
    sa.Column("at_id", sa.String),
    sa.Column("inherited", sa.JSON, nullable=False),
    sa.Column("sources", sa.JSON, nullable=False),
    sa.Column("origin", sa.String),
    # Sentences on what cannot be right as printed.
    sa.Column("flags", sa.JSON),
)

# Every place that a report was given, as it was then: the gazetteer may have lost it since, and
# what was found online is nowhere else.
PLACES = sa.Table(
    "places",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("lat", sa.Float, nullable=False),
    sa.Column("lon", sa.Float, nullable=False),
    sa.Column("country", sa.String),
    sa.Column("adm1", sa.String),
    sa.Column("population", sa.Integer, nullable=False),
    sa.Column("radius_m", sa.Float),
    sa.Column("names", sa.JSON, nullable=False),
    sa.Column("attribution", sa.String),
)

# Directed distances: "40 miles southeast of X". The anchor is a mention; what lies there may be.
OFFSETS = sa.Table(
    "offsets",
    METADATA,
    *_quoted(),
    sa.Column("low_m", sa.Float, nullable=False),
    sa.Column("high_m", sa.Float),
    sa.Column("approx", sa.Boolean, nullable=False),
    sa.Column("within", sa.Boolean, nullable=False),
    sa.Column("bearing", sa.Float),
    sa.Column("spread", sa.Float),
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

# What the user decided about a report, each change a row that stays: undoing one is another.
DECISIONS = sa.Table(
    "decisions",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), index=True),
    sa.Column("field", sa.String, nullable=False),
    sa.Column("before", sa.String),
    sa.Column("after", sa.String),
)

# Briefings, whole: the reports know nothing of what is in them. One that was taken out keeps the
# hour of it, and can come back.
BRIEFINGS = sa.Table(
    "briefings",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("updated", sa.String, nullable=False),
    sa.Column("removed", sa.String),
)

# The analyst's own layers, whole and checked: no report's words. The first in place lies on top.
OWN_LAYERS = sa.Table(
    "own_layers",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("updated", sa.String, nullable=False),
    sa.Column("removed", sa.String),
)

# What the store remembers of itself, such as that the sample corpus was taken out.
NOTES = sa.Table(
    "notes",
    METADATA,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
)
