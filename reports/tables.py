"""The tables of the store: what their columns are called, the frames' columns are called."""

from typing import Any

import sqlalchemy as sa

METADATA = sa.MetaData()

TEXT = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Text in the order of its code points in every database, whatever the language of that one."""

REPORTS = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("slug", TEXT, nullable=False),
    sa.Column("title", TEXT),
    sa.Column("publisher", TEXT),
    sa.Column("author", TEXT),
    sa.Column("url", TEXT),
    sa.Column("lang", TEXT),
    sa.Column("published", TEXT, index=True),
    sa.Column("published_basis", TEXT),
    sa.Column("received", TEXT, nullable=False),
    sa.Column("sha256", TEXT, nullable=False, unique=True),
    sa.Column("sample", sa.Boolean, nullable=False, default=False),
    sa.Column("text", TEXT, nullable=False),
    # Sentences on what was doubtful and what was left out; none for a report of an older store.
    sa.Column("notes", sa.JSON),
    # Stretches that are not the report's own words, [start, end, kind]; none for an older store's.
    sa.Column("furniture", sa.JSON),
)

ORIGINALS = sa.Table(
    "originals",
    METADATA,
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)


def _quoted() -> tuple[sa.Column[Any], ...]:
    """Make the columns of whatever is found in a report's text: where it stands."""
    return (
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), index=True),
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
        sa.Column("status", TEXT, nullable=False),
        sa.Column("status_cue", TEXT),
        sa.Column("when_text", TEXT),
        sa.Column("edtf", TEXT),
        sa.Column("earliest", TEXT),
        sa.Column("latest", TEXT),
        sa.Column("core_from", TEXT),
        sa.Column("core_to", TEXT),
        sa.Column("review", TEXT, nullable=False, default="unverified"),
    )


MENTIONS = sa.Table(
    "mentions",
    METADATA,
    *_said(),
    sa.Column("role", TEXT, nullable=False),
    sa.Column("role_reason", TEXT, nullable=False),
    sa.Column("place_id", TEXT, index=True),
    sa.Column("name", TEXT),
    sa.Column("kind", TEXT),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("country", TEXT),
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
    sa.Column("sentence", TEXT, nullable=False),
    sa.Column("value", sa.Float),
    sa.Column("low", sa.Float),
    sa.Column("high", sa.Float),
    sa.Column("values", sa.JSON, nullable=False),
    sa.Column("comparator", TEXT, nullable=False),
    sa.Column("approx", sa.Boolean, nullable=False),
    sa.Column("increment", sa.Boolean, nullable=False),
    sa.Column("part_of", sa.Float),
    sa.Column("unit", TEXT, nullable=False),
    sa.Column("category", TEXT, nullable=False),
    sa.Column("family", TEXT, nullable=False),
    sa.Column("actor", TEXT),
    sa.Column("actor_id", TEXT),
    sa.Column("from_name", TEXT),
    sa.Column("from_id", TEXT),
    sa.Column("to_name", TEXT),
    sa.Column("to_id", TEXT),
    sa.Column("at_name", TEXT),
    sa.Column("at_id", TEXT),
    sa.Column("inherited", sa.JSON, nullable=False),
    sa.Column("sources", sa.JSON, nullable=False),
    sa.Column("origin", TEXT),
    # Sentences on what cannot be right as printed.
    sa.Column("flags", sa.JSON),
)

# Every place that a report was given, as it was then: the gazetteer may have lost it since, and
# what was found online is nowhere else.
PLACES = sa.Table(
    "places",
    METADATA,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("name", TEXT, nullable=False),
    sa.Column("kind", TEXT, nullable=False),
    sa.Column("lat", sa.Float, nullable=False),
    sa.Column("lon", sa.Float, nullable=False),
    sa.Column("country", TEXT),
    sa.Column("adm1", TEXT),
    sa.Column("population", sa.Integer, nullable=False),
    sa.Column("radius_m", sa.Float),
    sa.Column("names", sa.JSON, nullable=False),
    sa.Column("attribution", TEXT),
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
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("at", TEXT, nullable=False),
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), index=True),
    sa.Column("field", TEXT, nullable=False),
    sa.Column("before", TEXT),
    sa.Column("after", TEXT),
)

# Briefings, whole: the reports know nothing of what is in them. One that was taken out keeps the
# hour of it, and can come back.
BRIEFINGS = sa.Table(
    "briefings",
    METADATA,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("title", TEXT, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("updated", TEXT, nullable=False),
    sa.Column("removed", TEXT),
)

# The analyst's own layers, whole and checked: no report's words. The first in place lies on top.
OWN_LAYERS = sa.Table(
    "own_layers",
    METADATA,
    sa.Column("id", TEXT, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("updated", TEXT, nullable=False),
    sa.Column("removed", TEXT),
)

# What the store remembers of itself, such as that the sample corpus was taken out.
NOTES = sa.Table(
    "notes",
    METADATA,
    sa.Column("key", TEXT, primary_key=True),
    sa.Column("value", TEXT, nullable=False),
)
