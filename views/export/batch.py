"""A folder of views as files: each view in each of the formats asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from layers.export.sidecar import SUFFIX
from reports.errors import InputError
from views.export.exports import EXPORTS, export_named
from views.export.job import ExportError
from views.export.writing import Asked, Source, export_files


@dataclass(frozen=True, slots=True)
class Done:
    """One view of a batch: what the user should know, or why there is nothing of it."""

    view: Path
    notes: tuple[str, ...] = ()
    problem: str | None = None


def views_in(folder: Path) -> list[Path]:
    """List the views of a folder by name: saved views and sidecars.

    Raises
    ------
    ExportError
        When the folder cannot be read or has none.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise ExportError(str(folder), problem, "give a folder of views") from error
    if not found:
        raise ExportError(str(folder), "has no views", "put saved views or sidecars (.json) there")
    return found


def outputs(views: Sequence[Path], folder: Path, endings: Sequence[str]) -> list[list[Path]]:
    """Name the files of each view after it; of two that would share a name both keep their own.

    >>> views = [Path("a.json"), Path("b.png.dateline.json"), Path("b.csv.dateline.json")]
    >>> [[out.name for out in outs] for outs in outputs(views, Path(), (".png", "handout.pdf"))]
    [['a.png', 'a-handout.pdf'], ['b-png.png', 'b-png-handout.pdf'], ['b-csv.png', \
'b-csv-handout.pdf']]
    """
    whole = [view.name.removesuffix(SUFFIX).removesuffix(".json") for view in views]
    short = [_without_ending(name) for name in whole]
    names = [
        name if short.count(name) == 1 else full.replace(".", "-")
        for name, full in zip(short, whole, strict=True)
    ]
    return [
        [folder / f"{name}{'' if end.startswith('.') else '-'}{end}" for end in endings]
        for name in names
    ]


def _without_ending(name: str) -> str:
    known = sorted(EXPORTS, key=len, reverse=True)
    return next((name.removesuffix(end).rstrip("-") for end in known if name.endswith(end)), name)


def ending(kind: str) -> str:
    """Read a kind of file as it is typed: "png", ".png", "handout".

    Raises
    ------
    ExportError
        When there is no such kind.
    """
    typed = "handout.pdf" if kind == "handout" else kind
    return export_named(typed if typed in EXPORTS else f".{typed.lstrip('.')}")[0]


def export_batch(
    views: Sequence[Path], outs: Sequence[Sequence[Path]], source: Source, asked: Asked
) -> Iterator[Done]:
    """Export each view; one that fails is named and costs only itself."""
    for view, files in zip(views, outs, strict=True):
        try:
            yield Done(view, tuple(export_files(files, source, replace(asked, view=view))))
        except InputError as error:
            yield Done(view, problem=str(error))


def make_folder(folder: Path) -> None:
    """Make the folder that a batch is written to.

    Raises
    ------
    ExportError
        When it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"cannot be made ({error.strerror})"
        raise ExportError(str(folder), problem, "choose another folder") from error
