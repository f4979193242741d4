"""Printing the tables of a bench: in a terminal, and as a page of the docs."""

from collections.abc import Iterator, Sequence
from typing import Literal

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from bench.published import Published
from bench.results import Made, Result
from bench.tables import Table, tables
from geo.settings import data_dir

WORDS = frozenset({"system", "part", "set"})
"""Heads of columns that hold words; numbers stand to the right."""


def show(result: Result, others: Sequence[Published], console: Console) -> None:
    """Print the tables of a run in a terminal."""
    for table in tables(result, others):
        print_table(table, console)
    console.print(Text(made_with(result.made)))


def print_table(table: Table, console: Console) -> None:
    """Print one table in a terminal, its title above it."""
    console.print(Text(table.title, style="bold"))
    drawn = RichTable(box=None, pad_edge=False)
    for number, head in enumerate(table.heads):
        side: Literal["left", "right"] = "left" if _wordy(number, head) else "right"
        drawn.add_column(Text(head), justify=side, overflow="fold")
    for row in table.rows:
        drawn.add_row(*map(Text, row))
    console.print(drawn)
    console.print()


def as_markdown(result: Result, others: Sequence[Published]) -> str:
    """Give the page ``docs/bench-geocode.md``: the tables, then what must be known to read them."""
    quoted = "\n".join(f"* {other.name}: {other.note}." for other in others)
    title = "How well Dateline finds places"
    return as_page(title, result.made, tables(result, others), "geocode", quoted)


def as_page(title: str, made: Made, shown: Sequence[Table], notes: str, quoted: str = "") -> str:
    """Give a page of the docs: tables, then the words of ``data/bench/<notes>.md``."""
    words = (data_dir() / "bench" / f"{notes}.md").read_text(encoding="utf-8")
    parts = [f"# {title}", made_with(made)]
    parts += ["\n".join(_markdown(table)) for table in shown]
    parts += [*filter(None, [quoted]), words.strip()]
    return "\n\n".join(parts) + "\n"


def made_with(made: Made) -> str:
    """Say in a sentence when and with what a run was made."""
    sample = f", {made.sample} documents of each corpus" if made.sample else ""
    commit = f", commit {made.commit}" if made.commit else ""
    versions = ", ".join(f"{name} {version}" for name, version in made.versions.items())
    return f"Made on {made.day}{commit}, on {made.cores} cores{sample}, with {versions}."


def _markdown(table: Table) -> Iterator[str]:
    yield f"## {table.title}\n"
    heads = table.heads
    yield _line(heads)
    yield _line(["---" if _wordy(number, head) else "---:" for number, head in enumerate(heads)])
    yield from map(_line, table.rows)


def _wordy(number: int, head: str) -> bool:
    return number == 0 or head in WORDS


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
