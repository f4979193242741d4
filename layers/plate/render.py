"""A view as a finished plate."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from shapely.geometry import LineString, Point, box, shape

from layers.lengths import unit_of
from layers.plate import choice, coverage, fittings, furniture, own, quotes, signs
from layers.plate.figures import Figure, draw_figures, headline_figures
from layers.plate.files import written
from layers.plate.form import SLIDE, Form, Kind, plate_colours, size_of, type_size
from layers.plate.layout import TILES, Layout, Needs, Rect, bare, layout
from layers.plate.panels import LETTERS, draw_panels
from layers.plate.projection import Frame
from layers.plate.sheet import Sheet, new_sheet
from layers.plate.timeline import Timeline, draw_timeline, timeline
from layers.style import style
from layers.view import View
from layers.visibility import Drawn, Visible, visible

Json = Mapping[str, Any]

NOT_VERIFIED = "Figures are claims by those named and were not verified."
SCHEMATIC = " Movements are schematic great circles, not routes."
# A page has room for two rows of figures, a slide for one.
TALL = 1200.0
# Rows of small print that a layout starts from, before the print is written.
SMALL_ROWS = 6
FIRST_ASPECT = 1.7
PASSES = 5
# A title and a subtitle name so many.
NAMED = 3
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
    small: tuple[str, ...] = ()


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
    plan = _plan(sheet, scene, shown, view, form, layers)
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
    alt = f"{words}. {subtitle} {_as_of(scene)}. {furniture.counts_text(shown)}."
    stripped = bool(scene["meta"].get("bare"))
    data = written(sheet, form.kind, size.dpi, words, alt, bare=stripped)
    return Plate(data, form.kind, alt, dropped, sheet.missing, (*plan.said, *unnamed))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plate is going to hold, before anything is drawn.

    ``frames`` are those of its panels, the overview first; ``clusters`` the places of its details;
    ``covered`` is None where the coverage is off, ``days`` where the view has no window. ``said``
    is the small print, sentence by sentence, and ``small`` the same in lines; ``layers`` are the
    analyst's own layers.
    """

    laid: Layout
    places: Sequence[Rect]
    frames: Sequence[Frame]
    clusters: Sequence[choice.Cluster]
    framed: Sequence[Drawn]
    covered: Sequence[coverage.Covered] | None
    rows: Sequence[signs.Row]
    days: Timeline | None
    figures: Sequence[Figure]
    said: Sequence[str]
    small: Sequence[str]
    layers: Sequence[own.Own]


def _plan(
    sheet: Sheet,
    scene: Json,
    shown: Visible,
    view: View,
    form: Form,
    layers: Sequence[own.Own] = (),
) -> Plan:
    """Find a layout for what is in the frame, and the frame for what the layout leaves it."""
    tiles = TILES * (2 if sheet.height > TALL else 1)
    figures = [] if form.bare else headline_figures(scene, shown)[:tiles]
    covered = coverage.covered(scene, shown) if coverage.is_on(scene, view) else None
    days = None if form.bare else timeline(scene, view)
    places, small = [Rect(0, 0, FIRST_ASPECT, 1.0)], [""] * SMALL_ROWS
    for _ in range(PASSES):
        aspect = places[0].aspect
        whole = choice.overview(shown.drawn, view.camera, aspect)
        framed = [one for one in shown.drawn if in_frame(whole, one)]
        clusters = choice.details(shown.drawn, whole)
        hatched = [] if covered is None else coverage.signs_of(scene, covered, whole)
        seen = own.in_frame(layers, whole)
        rows = [*signs.rows(framed, style(), hatched), *own.rows(seen)]
        needs = Needs(
            signs=len(rows),
            small_rows=len(small) + 1,
            tiles=len(figures),
            quotes=bool(framed),
            banner=bool(form.banner),
            timeline=bool(days),
        )
        across, down = sheet.width, sheet.height
        laid = bare(across, down, len(rows)) if form.bare else layout(across, down, needs)
        places = choice.arranged(laid.maps, clusters, wide=whole.round)
        frames = [whole, *choice.framed(clusters, places[1:])]
        said = _small_print(scene, shown, frames, coverage.NOTE if hatched else "")
        said += own.notes(seen)
        if laid.footer:
            small = furniture.wrapped_small(sheet, said, laid.footer.width)
        if places[0].aspect == aspect:
            break
    # Whatever room the last pass left: a map is never stretched to fill it.
    frames[0] = choice.overview(shown.drawn, view.camera, places[0].aspect)
    return Plan(
        laid, places, frames, clusters, framed, covered, rows, days, figures, said, small, layers
    )


def in_frame(frame: Frame, one: Drawn) -> bool:
    """Tell whether any of a mark is inside a frame: only that is explained and quoted."""
    mark = one.mark
    if mark["layer"] == "flows":
        geometry = shape(mark["path"])
    elif mark["layer"] == "distances":
        geometry = LineString([mark["from"], mark["to"]])
    elif mark["wide"]:
        geometry = Point(mark["lon"], mark["lat"])
    else:
        geometry = shape(mark["geometry"])
    return bool(frame.project(geometry).intersects(box(*frame.box)))


def headline(drawn: Sequence[Drawn]) -> str:
    """Name the places that most is said of, and whose words these are; never assert.

    Where some of the reports speak of none of these, it says "and elsewhere".
    """
    named = [one for one in drawn if _is_subject(one.mark)]
    first = sorted(named, key=lambda one: -len(one.items))[:NAMED]
    names = [one.mark["name"] for one in first]
    reports, of_these = _reports_of(drawn), _reports_of(first)
    return heading([*names, "elsewhere"] if names and reports > of_these else names, len(reports))


def _reports_of(drawn: Sequence[Drawn]) -> set[str]:
    return {item["report"] for one in drawn for item in one.items}


def heading(names: Sequence[str], reports: int) -> str:
    """Name places, and say whose words these are.

    >>> heading(["Kursk", "Sumy"], 2), heading([], 1)
    ('Kursk and Sumy: what 2 reports say', 'What 1 report says')
    """
    said = f"what {reports} report{' says' if reports == 1 else 's say'}"
    return f"{fittings.listed(names)}: {said}" if names else said.capitalize()


def _is_subject(mark: Json) -> bool:
    """Tell whether something is said to be at a mark: a place that is more than a reference."""
    return mark["layer"] == "places" and not mark["wide"] and not mark.get("reference")


def window_text(scene: Json, view: View) -> str:
    """Print the window of the data: its days and axis, not today's date."""
    axis = "event" if view.axis == "event" else "publication"
    start, end = view.window.start, view.window.end
    if start or end:
        days = (
            f"{long_day(start) if start else 'start'} to {long_day(end) if end else 'last report'}"
        )
        shown = f"Shown by {axis} date: {days}"
    else:
        shown = "All dates shown"
    published = sorted(r["published"] for r in scene["reports"] if r["published"])
    if not published:
        return f"{shown} · publication days not known."
    first, last = (long_day(date.fromisoformat(day)) for day in (published[0], published[-1]))
    span = first if first == last else f"{first} – {last}"
    return f"{shown} · reports published {span}."


def long_day(day: date) -> str:
    """Print a day as 27 June 2025."""
    return f"{day.day} {day:%B %Y}"


def voices(drawn: Sequence[Drawn]) -> str:
    """Name whose words the figures are, the most quoted first."""
    origins = Counter(item["origin"] for one in drawn for item in one.items if item.get("origin"))
    names = [name for name, _ in sorted(origins.items(), key=lambda pair: (-pair[1], pair[0]))]
    if not names:
        return ""
    more = " and others" if len(names) > NAMED else ""
    listed = ", ".join(names[:NAMED]) if more else fittings.listed(names)
    return f"Figures by {listed}{more}, as reported · "


def _as_of(scene: Json) -> str:
    meta = scene["meta"]
    as_of = long_day(date.fromisoformat(meta["asOf"])) if meta["asOf"] else "day not known"
    return f"As of {as_of} ({meta['zone']})"


def _small_print(scene: Json, shown: Visible, frames: Sequence[Frame], note: str) -> list[str]:
    used = {item["report"] for item in shown.items}
    sources = "; ".join(quotes.credit(r) for r in scene["reports"] if r["id"] in used)
    meta = scene["meta"]
    sample = " Sample corpus: summaries written for this project." if meta["sample"] else ""
    redaction = f" {meta['redaction']}." if meta.get("redaction") else ""
    schematic = SCHEMATIC if any(one.mark["layer"] == "flows" for one in shown.drawn) else ""
    if len(frames) == 1:
        projections = f"Projection: {frames[0].name}; WGS 84."
    else:
        listed = "; ".join(f"{n} {f.name}" for n, f in zip(LETTERS, frames, strict=False))
        projections = f"Projections: {listed}; WGS 84."
    credits_ = ", ".join(meta["attribution"])
    known = f"Known up to the newest report. {furniture.counts_text(shown)}."
    return [
        f"{known}{sample}{redaction} {note}".strip(),
        f"{NOT_VERIFIED}{schematic} {projections}",
        f"Boundaries: {meta['policy']} Data: {credits_}. Type: Noto Sans, Noto Sans KR (OFL).",
        f"Sources: {sources or 'none in this view'}.",
    ]


def _left_out(dropped: Sequence[str]) -> list[str]:
    return [f"Not labelled for want of room: {', '.join(dropped)}."] if dropped else []
