"""What makes a map a document: title, legend, scale, figures, quotes, sources, policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.transforms import Bbox

from layers.items import figure_text
from layers.plate import signs
from layers.plate.panel import Panel
from layers.plate.sheet import Sheet
from layers.visibility import Drawn, Visible

Json = Mapping[str, Any]

SCALE_STEPS = (1, 2, 5)
SCALE_SHARE = 0.22
QUOTE_LINES = 4
PEOPLE = frozenset({"personnel", "killed", "wounded", "casualties", "captured", "people"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: left edge, width, and where it has to end (pixels)."""

    x: float
    width: float
    bottom: float


def title(sheet: Sheet, x: float, words: str, subtitle: str, width: float, colours: Json) -> None:
    """Set the title and the line under it."""
    (line,) = sheet.wrap(words, 38, width, 1, weight=700) or [""]
    sheet.text(x, 62, line, 38, weight=700, color=colours["ink"])
    (line,) = sheet.wrap(subtitle, 19, width, 1) or [""]
    sheet.text(x, 94, line, 19, color=colours["ink2"])


def scale_bar(panel: Panel, colours: Json) -> None:
    """Draw a scale bar, true at the middle of the panel, in kilometres and miles."""
    sheet, (x, y, _, height) = panel.sheet, panel.place
    kilometres = round_length(panel.frame.width_m * SCALE_SHARE / 1000)
    length = kilometres * 1000 / panel.pixel
    left, base = x + 18, y + height - 30
    plate = {"facecolor": colours["land"], "alpha": 0.88, "lw": 0, "zorder": 8}
    sheet.box(x + 8, base - 24, length + 76, 48, **plate)
    sheet.rule(left, base, left + length, base, colours["ink"], 2.4)
    for end in (left, left + length):
        sheet.rule(end, base - 5, end, base + 1, colours["ink"], 1.6)
    sheet.text(left, base - 9, "0", 13, ha="center", color=colours["ink"], zorder=9)
    sheet.text(
        left + length,
        base - 9,
        f"{kilometres:,.0f} km",
        13,
        ha="center",
        color=colours["ink"],
        zorder=9,
    )
    miles = f"{kilometres / 1.609344:,.0f} mi"
    sheet.text(left + length, base + 16, miles, 12, ha="center", color=colours["ink2"], zorder=9)
    panel.room.taken.append(Bbox.from_extents(x, base - 30, x + length + 90, y + height))


def round_length(kilometres: float) -> float:
    """Give the greatest 1, 2 or 5 × 10ⁿ that is not more than a length."""
    power = 1.0
    while power * 10 <= kilometres:
        power *= 10
    while power > kilometres:
        power /= 10
    return max(step * power for step in SCALE_STEPS if step * power <= kilometres)


def legend(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    drawn: Sequence[Drawn],
    colours: Json,
    style: Json,
) -> None:
    """Explain the signs that are drawn, and no others."""
    rows = list(signs.rows(drawn, style))
    column = width / max(1, min(4, len(rows)))
    for number, row in enumerate(rows):
        left, top = x + (number % 4) * column, y + (number // 4) * 28
        row.draw(sheet, left, top, colours, style)
        sheet.text(left + 50, top + 15, row.words, 14.5, color=colours["ink"])


def figures(sheet: Sheet, column: Column, y: float, groups: Sequence[Json], colours: Json) -> float:
    """List claim groups as large attributed numbers; return where the list ends."""
    for group in groups:
        if y + 66 > column.bottom:
            break
        colour = colours[group["status"]]
        sheet.rule(column.x, y + 4, column.x, y + 54, colour, 4)
        number = _range(group)
        shown = sheet.text(column.x + 14, y + 28, number, 27, weight=700, color=colour)
        end = sheet.extent(shown).x1
        status = "" if group["status"] == "reported" else f" · {group['status']}"
        label = sheet.wrap(f"{group['label']}{status}", 15, column.x + column.width - end - 12, 1)
        sheet.text(end + 10, y + 28, label[0] if label else "", 15, color=colours["ink"])
        origins = "; ".join(origin or "not stated" for origin in group["origins"])
        reports = f"{group['reports']} report{'' if group['reports'] == 1 else 's'}"
        (line,) = sheet.wrap(f"{reports} · origin: {origins}", 13.5, column.width - 14, 1) or [""]
        sheet.text(column.x + 14, y + 50, line, 13.5, color=colours["ink3"])
        y += 68
    return y


def _range(group: Json) -> str:
    """Print low and high; people are counted without a unit, all else with it."""
    # An end that no report gave is left open, not guessed.
    ends = dict.fromkeys(end for end in (group["low"], group["high"]) if end is not None)
    number, unit = " – ".join(ends), group["unit"]
    return number if unit in PEOPLE else figure_text(number, unit)


def quotes(
    sheet: Sheet,
    column: Column,
    y: float,
    drawn: Sequence[Drawn],
    reports: Mapping[str, Json],
    colours: Json,
) -> float:
    """Quote the sentences behind the marks, each with publisher and day; return where it ends."""
    said: set[tuple[str, int]] = set()
    for one in sorted(drawn, key=lambda one: -len(one.items)):
        for item in one.items:
            key = (item["report"], item["sentence"][0])
            if key in said or one.mark["layer"] == "mentioned":
                continue
            report = reports[item["report"]]
            start, end = item["sentence"]
            sentence = " ".join(report["text"][start:end].split())
            lines = sheet.wrap(f"“{sentence}”", 15, column.width, QUOTE_LINES)
            if y + 22 * len(lines) + 30 > column.bottom:
                return y
            said.add(key)
            for line in lines:
                sheet.text(column.x, y + 16, line, 15, color=colours["ink"])
                y += 21
            sheet.text(column.x, y + 15, credit(report), 13, color=colours["ink3"])
            y += 34
            break
    return y


def credit(report: Json) -> str:
    """Name a report with its publisher and day."""
    publisher = report["publisher"] or "publisher not stated"
    day = report["published"] or "day not known"
    inferred = ", inferred" if report["basis"] == "inferred" else ""
    return f"{report['ref']} · {publisher} · {day}{inferred}"


def footer(
    sheet: Sheet, x: float, y: float, width: float, lines: Sequence[str], colours: Json
) -> None:
    """Set the small print."""
    sheet.rule(x, y, x + width, y, colours["rule"], 1)
    for words in lines:
        for line in sheet.wrap(words, 13, width, 2):
            y += 18.5
            sheet.text(x, y, line, 13, color=colours["ink2"])


def counts_text(shown: Visible) -> str:
    """Say how much is shown and how much is not."""
    counts = shown.counts
    return (
        f"{counts['shown']} shown · {counts['outside']} outside the dates · "
        f"{counts['undated']} undated · {counts['unlocated']} unlocated · "
        f"{counts['hidden']} hidden · {counts['unverified']} unverified"
    )
