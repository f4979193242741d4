"""What a view says as rows of tables, each with what stands behind it for the notes."""

from collections.abc import Iterable, Iterator, Sequence

from layers.export.changed import COLUMNS, changed
from layers.export.deck.grid import Cell, Column, Row
from layers.export.story import Said
from layers.prose import Brief, Claim, Figures, Named, Quote

PLACES = (
    Column("Place", 190),
    Column("What it is", 216),
    Column("How closely it is known", 224),
    Column("Status", 132),
    Column("Reports", 114),
)
FIGURES = (
    Column("Figure", 150),
    Column("What, and of when", 226),
    Column("Who says so", 206),
    Column("Report", 210),
    Column("Status", 84),
)
UNKNOWN = (Column("How many", 110), Column("What is not known", 766))
SOURCES = (
    Column("No.", 56),
    Column("Report", 330),
    Column("Publisher", 170),
    Column("Published", 130),
    Column("Address", 190),
)
SENTENCES = (Column("No.", 56), Column("Sentence", 560), Column("Report", 260))
CHANGES = tuple(map(Column, COLUMNS, (132, 176, 184, 184, 140, 60)))
TERMS = (Column("Matter", 150), Column("Terms", 726))
MEMBER_SIZE = 12.0


def place_rows(places: Sequence[Named]) -> Iterator[Row]:
    """Give a row for each place."""
    for place in places:
        name = f"{place.name} · {place.local}" if place.local else place.name
        cells = (
            Cell(name, bold=True),
            Cell(place.kind, 12, colour="ink2"),
            Cell(place.precision, 12, colour="ink2"),
            Cell(", ".join(place.statuses), 12, signs=place.statuses),
            Cell(", ".join(place.refs), 12),
        )
        yield Row(cells, (f"{place.name}:", *(f"  {quote.text}" for quote in place.quotes)))


def figure_rows(groups: Sequence[Figures]) -> Iterator[Row]:
    """Give a row for each figure, and one over those that speak of one matter."""
    for group in groups:
        if len(group.claims) > 1:
            yield _over(group)
            yield from (_member(claim) for claim in group.claims)
        else:
            yield _alone(group, group.claims[0])


def _over(group: Figures) -> Row:
    return Row(
        (
            _figure(group.ends, group.status),
            Cell(group.label, bold=True),
            Cell(group.carried_by, 12, colour="ink2"),
            Cell(group.standing, 12, bold=True, colour="ink2"),
            _status(group.status),
        ),
        (f"{group.ends}: {group.label}. {group.carried_by}. {group.standing}.",),
        lead=True,
    )


def _member(claim: Claim) -> Row:
    struck = claim.status == "denied"
    cells = (
        Cell(f"· {claim.figure}", MEMBER_SIZE, struck=struck),
        Cell(claim.when, MEMBER_SIZE, colour="ink2"),
        Cell(claim.says, MEMBER_SIZE),
        Cell(f"{claim.quote.ref} · {claim.quote.credit}", MEMBER_SIZE, colour="ink2"),
        Cell(claim.status, MEMBER_SIZE, colour=claim.status),
    )
    return Row(cells, (claim_note(claim),), under=True)


def _alone(group: Figures, claim: Claim) -> Row:
    cells = (
        _figure(group.ends, claim.status),
        Cell(f"{group.label}; {claim.when}"),
        Cell(claim.says, MEMBER_SIZE),
        Cell(f"{claim.quote.ref} · {claim.quote.credit}", MEMBER_SIZE, colour="ink2"),
        _status(claim.status),
    )
    return Row(cells, (claim_note(claim),))


def claim_note(claim: Claim) -> str:
    """Give a figure with whose it is, the sentence that says it, and its id in data files."""
    return f"{claim.figure}, {claim.status}. {claim.says}: {claim.quote.text} ({claim.id})"


def _figure(words: str, status: str) -> Cell:
    return Cell(words, 16, bold=True, colour=status, struck=status == "denied")


def _status(status: str) -> Cell:
    return Cell(status, 12, colour=status, signs=(status,))


def change_rows(lines: Sequence[Said]) -> Iterator[Row]:
    """Give a row for each line of a step on changes; none for other steps."""
    for kind, about, before, now, source, numbers in changed(lines):
        cells = (
            Cell(kind, 12, bold=True),
            Cell(about, bold=True),
            Cell(before, 12, colour="ink2"),
            Cell(now, 12),
            Cell(source, 12, colour="ink2"),
            Cell(numbers, 12, colour="ink2"),
        )
        yield Row(cells)


def word_rows(pairs: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """Give a row for each heading with its words."""
    for head, words in pairs:
        yield Row((Cell(head, bold=True), Cell(words)), (f"{head}: {words}",))


def sentence_rows(cited: Sequence[Quote]) -> Iterator[Row]:
    """Give a row for each sentence that a line cites."""
    for number, quote in enumerate(cited, 1):
        cells = (
            Cell(str(number), bold=True),
            Cell(f"“{quote.sentence}”"),
            Cell(f"{quote.ref} · {quote.credit}", 12, colour="ink2"),
        )
        yield Row(cells, (f"{number} {quote.text}",))


def source_rows(brief: Brief) -> Iterator[Row]:
    """Give a row for each report in view."""
    for source in brief.sources:
        cells = (
            Cell(source.ref, bold=True),
            Cell(source.title),
            Cell(source.publisher, 12),
            Cell(source.published, 12),
            Cell(source.url, 11, colour="ink2"),
        )
        yield Row(cells, (f"[{source.ref}] {source.title}. {source.publisher}. {source.url}",))
