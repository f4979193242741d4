"""A view as a finished plate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from layers.lengths import unit_of
from layers.plate import furniture, own, quotes
from layers.plate.figures import draw_figures
from layers.plate.files import written
from layers.plate.form import SLIDE, Form, Kind, plate_colours, size_of, type_size
from layers.plate.panels import draw_panels
from layers.plate.plan import plan_of
from layers.plate.sheet import new_sheet
from layers.plate.small_print import SmallPrint
from layers.plate.timeline import draw_timeline
from layers.prose.headings import counts_text, headline, long_day, voices, window_text
from layers.style import style
from layers.view import View
from layers.visibility import visible

Json = Mapping[str, Any]

# The page number stands at the end of the last line.
PAGE_ROOM = 160.0


@dataclass(frozen=True, slots=True)
class Plate:
    """A finished plate.

    Attributes
    ----------
    data
        The file.
    kind
        What kind of file it is.
    alt
        The alternative text that goes with it.
    dropped
        Names that found no room.
    missing
        Characters that no shipped font can draw.
    small
        What the small print says, also of a plate that leaves it to the page around.
    """

    data: bytes
    kind: Kind
    alt: str
    dropped: tuple[str, ...]
    missing: tuple[str, ...]
    small: SmallPrint


def render(
    scene: Json,
    view: View,
    title: str | None = None,
    theme: str = "light",
    form: Form = SLIDE,
    numbers: Mapping[str, int] | None = None,
) -> Plate:
    """Draw a view as a plate.

    The same scene, view and form give the same bytes.

    Parameters
    ----------
    title
        Set by the user; otherwise one that names the places and says whose words these are.
    form
        Kind of file, size, handling marking, page number, language of names.
    numbers
        Numbers by which the page around cites the sentences of items, by their ids: marks carry
        those instead of the numbers of the plate's own quotes.
    """
    size = size_of(form.size)
    colours = plate_colours(theme, style()[theme])
    sheet = new_sheet(*size.units, colours["panel"], size.units_per_inch)
    shown = visible(scene, view)
    layers = own.own_layers(scene, view, theme)
    plan = plan_of(sheet, scene, shown, view, form, layers)
    framed, laid = plan.framed, plan.laid
    words = title or headline(framed or shown.drawn)
    subtitle = f"{voices(framed)}{window_text(scene, view)}"
    if laid.title:
        furniture.title(sheet, laid.title, words, subtitle, _as_of(scene), colours)
    chosen = []
    if laid.quotes:
        reports = {report["id"]: report for report in scene["reports"]}
        chosen = quotes.choose(sheet, laid.quotes, framed, reports)
        quotes.draw_quotes(sheet, laid.quotes, chosen, colours)
    badges = quotes.badges(framed, chosen) if numbers is None else quotes.cited(framed, numbers)
    unnamed_places = frozenset(scene["meta"].get("unnamed") or ())
    form = replace(form, unnamed=unnamed_places, unit=unit_of(scene))
    dropped = draw_panels(sheet, plan, shown.drawn, colours, badges, form)
    furniture.legend(sheet, laid.legend, plan.rows, colours, style())
    if laid.timeline and plan.days:
        draw_timeline(sheet, laid.timeline, plan.days, view, colours)
    if laid.figures:
        draw_figures(sheet, laid.figures, plan.figures, colours)
    unnamed = _left_out(dropped)
    if laid.footer:
        room, size_ = laid.footer.width - PAGE_ROOM, type_size("small")
        last = [line for sentence in unnamed for line in sheet.wrap(sentence, size_, room, 1)]
        furniture.footer(sheet, laid.footer, [*plan.small, *last], colours)
    furniture.handling(sheet, form, colours)
    alt = f"{words}. {subtitle} {_as_of(scene)}. {counts_text(shown)}."
    stripped = bool(scene["meta"].get("bare"))
    small = replace(plan.said, more=(*plan.said.more, *unnamed))
    data = written(sheet, form.kind, size.dpi, words, alt, bare=stripped)
    return Plate(data, form.kind, alt, dropped, sheet.missing, small)


def _as_of(scene: Json) -> str:
    meta = scene["meta"]
    as_of = long_day(date.fromisoformat(meta["asOf"])) if meta["asOf"] else "day not known"
    return f"As of {as_of} ({meta['zone']})"


def _left_out(dropped: Sequence[str]) -> list[str]:
    return [f"Not labelled for want of room: {', '.join(dropped)}."] if dropped else []
