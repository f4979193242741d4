"""The tables of the map's bench as cells of text."""

from bench.map.drive import Moves
from bench.map.results import Measured, Result
from bench.tables import NONE, Table

KB = 1000
MB = 1_000_000


def tables(result: Result) -> list[Table]:
    """Give all tables of a run."""
    return [_moves(result), _drags(result), _rest(result)]


def _moves(result: Result) -> Table:
    heads = (
        "corpus", "system", "first map s", "again s", "move ms", "times as fast", "kB a move",
        "remounts", "asked elsewhere",
    )  # fmt: skip
    rows = tuple(
        row
        for each in result.corpora
        for row in (_row(each, each.rival), _row(each, each.dateline))
        if row
    )
    title = "A move of the window by one key press, until the map has it (medians; 50 moves)"
    return Table(title, heads, rows)


def _row(corpus: Measured, measured: Moves | None) -> tuple[str, ...] | None:
    if measured is None:
        return None
    rival = corpus.rival if measured is corpus.dateline else None
    ratio = f"{rival.move_ms / measured.move_ms:.1f}" if rival else NONE
    return (
        corpus.corpus,
        measured.page,
        f"{measured.first_ms / 1000:.1f}",
        f"{measured.again_ms / 1000:.1f}",
        f"{measured.move_ms:.0f}",
        ratio,
        f"{measured.bytes_a_move / KB:.1f}",
        str(measured.remounts),
        str(measured.elsewhere),
    )


def _drags(result: Result) -> Table:
    heads = ("corpus", "step ms", "worst ms", "bytes before release")
    rows = tuple(
        (
            each.corpus,
            f"{each.drag.step_ms:.0f}",
            f"{each.drag.worst_ms:.0f}",
            str(each.drag.bytes_before_release),
        )
        for each in result.corpora
    )
    return Table(
        "Dragging the window, from the pointer to the painted frame (Dateline)", heads, rows
    )


def _rest(result: Result) -> Table:
    rows = [("One-file map of the sample corpus", f"{result.one_file_bytes / MB:.2f} MB")]
    if result.memory_mib:
        warm, last = result.memory_mib
        growth = f"{warm:.0f} to {last:.0f} MiB ({last / warm - 1:+.1%})"
        rows.append(("Server after 4 and after 20 sessions of 30 moves", growth))
    return Table("Size and memory", ("what", "measured"), tuple(rows))
