"""The commands ``case …``: cases listed, made, named, put away and handed on without a browser."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from reports.case import Case, slug
from reports.case_file import ENDING, take_case, write_case
from reports.cases import Cases
from reports.errors import CaseError
from views.cases.contents import CONTENTS
from views.cases.words import last_words, unreadable_text
from views.console import NOTES, StoreUrl, examples, tables_console, usage_errors

case_app = typer.Typer(
    help="Cases: reports, briefings and decisions that belong together, apart from all others. Each"
    " is a store of its own beside the one that --store names.",
    no_args_is_help=True,
)

Named = Annotated[str, typer.Argument(metavar="CASE", help="Its name or id.")]
NewName = Annotated[str, typer.Argument(metavar="NAME", help="What the case is about.")]


@case_app.command("list")
def list_cases(
    store_url: StoreUrl = None,
    as_json: Annotated[  # noqa: FBT002  a switch of the command line
        bool, typer.Option("--json", help="One JSON array on standard output.")
    ] = False,
) -> None:
    """List the cases: id, name, reports, the newest day, size; archived ones too."""
    with usage_errors():
        cases = Cases(store_url)
        listed, unreadable = cases.listed(), unreadable_text(cases.unreadable())
    if unreadable:
        NOTES.print(unreadable)
    if as_json:
        typer.echo(json.dumps([asdict(case) for case in listed], ensure_ascii=False, indent=1))
        return
    table = Table("Id", "Name", "Reports", "Newest", "Size", "")
    for case in listed:
        table.add_row(*_row(case))
    tables_console().print(table)


def _row(case: Case) -> tuple[str, ...]:
    size = "" if case.size is None else f"{case.size / 1e6:.1f} MB"
    state = "archived" if case.archived else ""
    return case.id, case.name, str(case.reports), case.newest or "", size, state


@case_app.command("create", epilog=examples('case create "Builders for Kursk"'))
def create(name: NewName, store_url: StoreUrl = None) -> None:
    """Make an empty case, and print its id."""
    with usage_errors():
        made = Cases(store_url).create(name)
    typer.echo(made.id)


@case_app.command("rename")
def rename(case: Named, name: NewName, store_url: StoreUrl = None) -> None:
    """Give a case another name; its id, and with it every link to it, stays."""
    with usage_errors():
        cases = Cases(store_url)
        before = cases.find(case)
        after = cases.rename(before.id, name)
    NOTES.print(f"“{before.name}” is “{after.name}” now")


@case_app.command("archive")
def archive(case: Named, store_url: StoreUrl = None) -> None:
    """Put a case away: it is kept whole, and out of sight until it is restored."""
    with usage_errors():
        cases = Cases(store_url)
        done = cases.archive(cases.find(case).id)
    NOTES.print(f"“{done.name}” is archived; bring it back with: case restore {done.id}")


@case_app.command("restore")
def restore(case: Named, store_url: StoreUrl = None) -> None:
    """Bring an archived case back."""
    with usage_errors():
        cases = Cases(store_url)
        done = cases.restore(cases.find(case).id)
    NOTES.print(f"“{done.name}” is back")


@case_app.command("delete", epilog=examples('case delete "Builders for Kursk"'))
def delete(
    case: Named,
    store_url: StoreUrl = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for the name again.")] = False,
) -> None:
    """Delete an archived case for good: its reports, briefings, own layers and decisions.

    Its name must be typed again. A case that is not archived stays, so that none goes by one slip;
    `case export` keeps one as a file. The samples can be deleted as any case, and made again on the
    Cases page; the default case stays.
    """
    with usage_errors():
        cases = Cases(store_url)
        found = cases.find(case)
        cases.deletable(found.id)
        if not yes:
            _confirm(found)
        cases.delete(found.id)
    NOTES.print(f"“{found.name}” is deleted")


def _confirm(case: Case) -> None:
    """Ask for the name of a case; CaseError where another one, or nothing, is typed."""
    NOTES.print(last_words(case))
    try:
        typed = typer.prompt("Type its name to delete it", default="", show_default=False, err=True)
    except typer.Abort:
        typed = ""
    if typed.strip() != case.name:
        raise CaseError(f"“{case.name}”", "was not deleted", "type its name, or give --yes")


@case_app.command("export", epilog=examples('case export "Builders for Kursk" builders.dateline'))
def export_case(
    case: Named,
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="By default the case's name, .dateline.")
    ] = None,
    store_url: StoreUrl = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> None:
    """Write a case to one file, with the originals of its reports, its briefings and decisions.

    A file that is there already stays: it may be all that is left of a case.
    """
    with usage_errors():
        cases = Cases(store_url)
        found = cases.find(case)
        path = out or Path(f"{slug(found.name)}{ENDING}")
        if path.exists() and not force:
            raise CaseError(str(path), "is there already", "give another name, or --force")
        write_case(cases.open(found.id), found.name, path)
    NOTES.print(f"{path}: “{found.name}”, {path.stat().st_size / 1e6:.1f} MB")


@case_app.command(
    "import", epilog=examples('case import builders.dateline --name "Builders, as received"')
)
def import_case(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="As `case export` writes it.")],
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="By default the name that it has.")
    ] = None,
    store_url: StoreUrl = None,
) -> None:
    """Make a case of a file, and print its id; a name that is taken gets a number."""
    with usage_errors():
        made = take_case(Cases(store_url), path, CONTENTS, name)
    NOTES.print(f"{path}: “{made.name}”, reports: {made.reports}")
    typer.echo(made.id)
