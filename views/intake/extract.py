"""The command ``extract``: what reports say, as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from reports.batch import extractions
from reports.ingest import Extraction
from reports.inputs import Input, inputs
from reports.intake import Outcome
from reports.jobs import Job
from reports.schema import as_json
from views.console import NOTES, day, gazetteer_with_progress, usage_errors
from views.intake.given import entries, progress, tell_manifests
from views.intake.options import Jobs, Manifest, Online, Published, Recursive, online_help
from views.intake.telling import print_notes

NAME_BYTES = 200
"""Bytes of a file's name that are kept of a report's; a system takes 255, its suffix included."""


def extract(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Reports, and files and folders that hold some; - is stdin."
        ),
    ],
    published: Published = None,
    manifest: Manifest = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write <slug>.json here.")] = None,
    jobs: Jobs = None,
    online: Online = None,
    form: Annotated[str, typer.Option("--format", help="json is the only one.")] = "json",
    *,
    recursive: Recursive = False,
) -> None:
    """Print the places and figures of reports as JSON; nothing is stored.

    One report goes to standard output. Several need a folder (--out), where each gets a file, which
    is written over one that is there.
    """
    if form != "json":
        raise typer.BadParameter("json is the only format", param_hint="--format")
    if len(files) > 1 and out is None:
        raise typer.BadParameter("several files need --out DIR", param_hint="FILE...")
    with usage_errors():
        todo = inputs(files, day(published), manifest, recursive=recursive)
        tell_manifests(files, manifest, recursive=recursive)
    alike = [slug for slug, count in Counter(i.slug for i in todo).items() if count > 1]
    if alike:
        raise typer.BadParameter(f"two files share the name {alike[0]}", param_hint="FILE...")
    with usage_errors():
        finish = online_help(online)
    failed, names = 0, FileNames()
    with progress(len(todo), quiet=out is None) as (done, more):
        opened = entries(todo, more) if out else _one_report(todo)
        gazetteer_with_progress()
        for result in extractions(opened, jobs):
            done()
            if isinstance(result, Outcome):
                failed += result.problem is not None
                NOTES.print(result.sentence)
                print_notes(result.name, result.notes)
                continue
            _, extraction = result
            print_notes(extraction.reading.name, extraction.notes)
            _write(finish(extraction), out, names)
    raise typer.Exit(1 if failed else 0)


def _one_report(todo: Iterable[Input]) -> Iterator[Job | Outcome]:
    """Give what is in the files if it is one report, which can be printed; else --out is asked."""
    found = list(entries(todo))
    reports = sum(isinstance(entry, Job) for entry in found)
    if reports > 1:
        told = f"{reports} reports are in it, which need --out DIR"
        raise typer.BadParameter(told, param_hint="FILE...")
    yield from found


def _write(extraction: Extraction, out: Path | None, names: "FileNames") -> None:
    """Print an extraction, or write it to ``<slug>.json`` in a folder."""
    text = json.dumps(as_json(extraction), ensure_ascii=False, indent=1, allow_nan=False)
    if out is None:
        typer.echo(text)
        return
    out.mkdir(parents=True, exist_ok=True)
    name = names.new(extraction.reading.slug)
    (out / f"{name}.json").write_text(text + "\n", encoding="utf-8")


class FileNames:
    """Names of files, each given once, whatever the case of its letters."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, slug: str) -> str:
        """Give a report's slug as a name, with a number from the second of them on.

        >>> names = FileNames()
        >>> [names.new(slug) for slug in ("kursk", "Kursk", "sumy", "kursk")]
        ['kursk', 'Kursk-2', 'sumy', 'kursk-3']
        """
        short = slug.encode()[:NAME_BYTES].decode(errors="ignore")
        name, number = short, 1
        while name.casefold() in self._given:
            number += 1
            name = f"{short}-{number}"
        self._given.add(name.casefold())
        return name
