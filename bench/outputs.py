"""What a bench came to, told: in the terminal, and in the files that were asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from bench.printing import as_page, made_with, print_table
from bench.results import Made
from bench.tables import Table
from bench.writing import make_folders, write_json, write_page


@dataclass(frozen=True, slots=True)
class Outputs:
    """Files to write; each is written only if named."""

    json: Path | None = None
    markdown: Path | None = None

    def prepare(self) -> None:
        """Make their folders, before hours are spent on what goes there.

        Raises
        ------
        InputError
            When a folder cannot be made.
        """
        make_folders(file.parent for file in (self.json, self.markdown) if file)

    def write(self, plain: dict[str, Any], page: str) -> None:
        """Write a result as JSON, and its page."""
        if self.json:
            write_json(self.json, plain)
        if self.markdown:
            write_page(self.markdown, page)


def told(
    made: Made,
    plain: dict[str, Any],
    shown: Sequence[Table],
    page: tuple[str, str],
    outputs: Outputs,
    out: Console,
) -> None:
    """Print the tables of a run and write its files.

    Parameters
    ----------
    plain
        The whole result, for JSON.
    page
        The title of the page of the docs, and the name of its notes in ``data/bench``.
    """
    title, notes = page
    outputs.write(plain, as_page(title, made, shown, notes))
    for table in shown:
        print_table(table, out)
    out.print(made_with(made))
