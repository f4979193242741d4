"""The share check: in plain words, what whoever gets a file will and will not see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from layers.briefing.briefing import Briefing
from layers.export.formats import FORMATS as DATA
from layers.export.seen import Seen, seen
from layers.fonts import scripts, undrawn
from layers.prose import NOT_VERIFIED, SAMPLE, SILENCE
from layers.prose.words import counted, plain
from layers.view import View

Json = Mapping[str, Any]

PAGE = ".html"
DECK = ".pptx"
NAMES = 6
"""So many names are listed; of more the number is said."""
THINGS = "name or figure", "names and figures"
IN_SIGHT = frozenset({"city", "site"})
"""Kinds of places with a spot of their own, that anybody can look up."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How something is shared.

    Attributes
    ----------
    formats
        How the files end: ``".html"``, ``".pptx"``, ``".geojson"`` …
    everything
        Whether data files hold all there is, whatever the view shows.
    sidecar
        Whether a file goes along that opens the view again.
    """

    formats: tuple[str, ...] = ()
    everything: bool = False
    sidecar: bool = False


def share_check(scene: Json, shared: View | Briefing, sharing: Sharing | None = None) -> list[str]:
    """Say what a recipient will and will not see.

    Parameters
    ----------
    scene
        What is exported. Of one that was redacted, ``meta.redaction`` says how, and names that
        are withheld are not in it, nor told here.
    shared
        A view, or a briefing: then all its views together.
    sharing
        How; left out, nothing is said of files.

    Returns
    -------
    list of str
        Sentences, what is seen before what is not, then what files hold besides.
    """
    how, found = sharing or Sharing(), seen(scene, shared)
    return [
        *_shown(found),
        *_not_shown(found),
        *_places(scene, found),
        *_sources(scene, found),
        *_letters(scene, shared, found),
        *(_briefing(shared, how) if isinstance(shared, Briefing) else ()),
        *_files(scene, found, how),
        SILENCE,
    ]


def _shown(found: Seen) -> Iterator[str]:
    items, views = found.items, found.views
    where = "in this view" if views == 1 else f"in {views:,} views"
    reports = len({item["report"] for item in items})
    yield (
        f"They see {_things(len(items))} of {found.total:,}, from {counted(reports, 'report')},"
        f" {where}."
    )
    if unchecked := sum(item["review"] == "unverified" for item in items):
        yield f"{_things(unchecked)} nobody has checked against the report. {NOT_VERIFIED}"
    elif items:
        yield "Each was checked against its report; that does not make what it says true."
    if denied := sum(item["status"] == "denied" for item in items):
        yield f"{_things(denied)} that a report denies: they are drawn as denied."


def _not_shown(found: Seen) -> Iterator[str]:
    if found.undated:
        fate = "shown whatever the dates" if found.undated_shown else "not shown"
        yield f"{_things(found.undated)} without a day of their own: {fate}."
    if found.unlocated:
        yield f"{_things(found.unlocated)} without a known place: listed, and not on the map."
    for count, words in found.left_out:
        yield f"{_things(count)} not shown: {words}."


def _places(scene: Json, found: Seen) -> Iterator[str]:
    spots = sorted({plain(mark["name"]) for mark in found.marks if mark.get("kind") in IN_SIGHT})
    if spots:
        what = "town or site" if len(spots) == 1 else "towns or sites"
        yield f"{len(spots):,} {what} can be found by anybody from the map: {_listed(spots)}."
    redacted = plain(scene["meta"].get("redaction"))
    yield f"{redacted}." if redacted else "No position is coarsened and no name is withheld."


def _sources(scene: Json, found: Seen) -> Iterator[str]:
    used = {item["report"] for item in found.items}
    reports = [report for report in scene["reports"] if report["id"] in used]
    addressed = [report for report in reports if report.get("url")]
    if addressed:
        hosts = sorted({_host(report["url"]) for report in addressed})
        yield (
            f"The addresses of {len(addressed):,} of {counted(len(reports), 'report')} are told:"
            f" {_listed(hosts)}."
        )
    elif reports:
        yield "No address of a report is told; publishers, days and quoted sentences are."
    if any(report["sample"] for report in reports):
        yield SAMPLE


def _letters(scene: Json, shared: View | Briefing, found: Seen) -> Iterator[str]:
    """Name the scripts of what is seen that no shipped font has."""
    texts = {report["id"]: report["text"] for report in scene["reports"]}
    told = [texts[item["report"]][slice(*item["sentence"])] for item in found.items]
    if isinstance(shared, Briefing):
        told += [line.text for step in shared.steps for line in step.lines]
        told += [shared.title, *(step.title for step in shared.steps)]
    if missing := undrawn("".join(told)):
        yield (
            f"No font of Dateline has {counted(len(missing), 'character')} of what is quoted"
            f" ({_listed(scripts(missing))}): maps and PDF files have boxes instead; slides and"
            " pages are set in the recipient's own fonts, where they have any."
        )


def _briefing(shared: Briefing, how: Sharing) -> Iterator[str]:
    banner = plain(shared.banner)
    yield f"Every page is marked “{banner}”." if banner else "No page has a handling marking."
    notes = sum(bool(step.notes.strip()) for step in shared.steps)
    if notes and (DECK in how.formats or PAGE in how.formats):
        yield f"The presenter's notes of {counted(notes, 'view')} are in the file."
    own = sum(not line.cites for step in shared.steps for line in step.lines)
    if own:
        cite = "cites" if own == 1 else "cite"
        lines = counted(own, "line")
        yield f"{lines} of the briefing {cite} no sentence: the briefer's own words."


def _files(scene: Json, found: Seen, how: Sharing) -> Iterator[str]:
    reports, rest = len(scene["reports"]), found.total - len(found.items)
    if PAGE in how.formats and reports:
        also = f", with {_things(rest)} that the view does not show" if rest else ""
        yield (
            f"The HTML file holds the full text of {counted(reports, 'report')}{also}: whoever"
            " has the file can read it all."
        )
    data = [ending for ending in how.formats if ending in DATA]
    if data and how.everything:
        yield f"Data ({', '.join(data)}) holds all {_things(found.total)}, whatever the view shows."
    elif data:
        yield f"Data ({', '.join(data)}) holds what the view shows, each with its sentence."
    if how.sidecar:
        yield "The file beside it opens the view again, and tells what was filtered how."


def _host(url: str) -> str:
    """Name the machine of an address; what else is in it may be private."""
    try:
        return plain(urlsplit(url).hostname) or "no machine named"
    except ValueError:
        return "no machine named"


def _things(count: int) -> str:
    """Count names and figures."""
    return f"{count:,} {THINGS[count != 1]}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMES:,} more" if len(names) > NAMES else ""
    return ", ".join(names[:NAMES]) + more
