"""The command reference ``docs/commands.md``, written from the commands themselves.

``python -m tests.reference`` (``make reference``) writes it; a test holds the two together.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from typer.main import get_command

from dateline import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
PROGRAM = "python dateline.py"
VERBATIM = "\b"
"""The mark, alone on a paragraph's first line, of lines that help prints as they stand."""
HEAD = """# Commands

Every command, with what `--help` says of it. This page is written by `make reference` and checked
against the code by a test.

What a command prints for its reader or for a program goes to standard output; progress and notes
go to standard error. Exit codes: 0 done, 1 some inputs failed (each is named on standard error), 2
wrong usage.
"""

# Typer's commands are its own copies of click's classes, which are not public.
Command = Any
Parameter = Any


def reference() -> str:
    """Write the page."""
    pages = ("\n".join(_page(command, path)) for command, path in _commands(get_command(app), ()))
    return "\n".join((HEAD, *pages))


def _commands(command: Command, path: Sequence[str]) -> Iterator[tuple[Command, Sequence[str]]]:
    """List the commands under one, in the help's order, without those that only hold others."""
    below = getattr(command, "commands", None)
    if below is None:
        yield command, path
        return
    for name, sub in below.items():
        yield from _commands(sub, (*path, name))


def _page(command: Command, path: Sequence[str]) -> Iterator[str]:
    name = " ".join(path)
    context = command.context_class(command, info_name=f"{PROGRAM} {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {name}\n"
    yield f"```sh\n{PROGRAM} {name} {usage}\n```\n"
    yield from _prose(command.help or "")
    rows = [row for each in command.params if not each.hidden for row in _rows(each, context)]
    if rows:
        yield "| | |\n|---|---|"
        yield from rows
        yield ""
    yield from _prose(command.epilog or "")


def _prose(text: str) -> Iterator[str]:
    if not text:
        return
    for paragraph in text.split("\n\n"):
        mark, _, lines = paragraph.partition("\n")
        yield f"```sh\n{lines}\n```\n" if mark.strip() == VERBATIM else f"{paragraph}\n"


def _rows(parameter: Parameter, context: Any) -> Iterator[str]:  # noqa: ANN401  as above
    record = parameter.get_help_record(context)
    if record is None:
        return
    # An argument's record also has its Python type, which is no word of the reader's.
    name = record[0].partition(" <")[0]
    yield f"| `{_cell(name)}` | {_cell(record[1])} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
