"""A scene as an audience may have it: coordinates coarsened, names withheld, metadata left out.

What is redacted is the scene, before any format is made from it, so that plates, pages, documents,
data and sidecars cannot differ in what they tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Self

from layers.briefing.briefing import Briefing
from layers.export.redaction.areas import Coarsening
from layers.export.redaction.ground import ground_names
from layers.export.redaction.marks import told_marks
from layers.export.redaction.places import Told, hidden_words, told_places
from layers.export.redaction.texts import hidden_texts, told_item, told_report, without
from layers.export.redaction.words import Hidden, Words
from layers.own.content import without_own

__all__ = ["Coarsening", "Redacted", "Redaction", "redact"]

Json = Mapping[str, Any]

COARSENED: Mapping[Coarsening, str] = {
    Coarsening.FINE: "Coordinates rounded to 0.01°",
    Coarsening.COARSE: "Coordinates rounded to 0.1°",
    Coarsening.PROVINCE: "Places told by province",
}
CLOSEST_ZOOM: Mapping[Coarsening, float] = {
    Coarsening.NONE: 30.0,
    Coarsening.FINE: 11.0,
    Coarsening.COARSE: 9.0,
    Coarsening.PROVINCE: 6.5,
}
"""A camera closer than this would tell by its centre what its marks do not."""
CAMERA_DECIMALS = 1
TYPED = frozenset({"off", "best"})
"""Parts of a view that may name whom a report quotes."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What an audience may not have.

    Attributes
    ----------
    coarsen
        How closely places are told.
    withhold
        Names and words that are replaced wherever they stand: whole words, or with any ending
        where they end in ``*``.
    strip
        Whether addresses and authors of reports and the properties of files are left out.
    """

    coarsen: Coarsening = Coarsening.NONE
    withhold: tuple[str, ...] = ()
    strip: bool = False

    @classmethod
    def of(cls, coarsen: str, withhold: str, *, strip: bool) -> Self:
        """Read what a user typed: words apart by commas or lines.

        Raises
        ------
        ValueError
            When there is no such coarsening.
        """
        words = (" ".join(word.split()) for word in withhold.replace("\n", ",").split(","))
        return cls(Coarsening(coarsen), tuple(dict.fromkeys(filter(None, words))), strip)

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.withhold or self.strip or self.coarsen is not Coarsening.NONE)


@dataclass(frozen=True)
class Redacted:
    """A redacted scene with what is needed to redact its view and its rows alike.

    Attributes
    ----------
    scene
        The scene; ``meta.redaction`` says what was done to it.
    words
        All that is withheld, with the further names of the places among it.
    found
        Those that the user listed and that stand in the scene.
    told
        How places are told, by their old ids.
    texts
        The reports' texts, by their ids.
    """

    scene: dict[str, Any]
    redaction: Redaction
    words: Words
    found: tuple[str, ...]
    told: Mapping[str, Told]
    texts: Mapping[str, Hidden]

    @property
    def sentence(self) -> str:
        """Say what was done; empty where nothing was."""
        return str(self.scene["meta"].get("redaction") or "")

    def briefing(self, briefing: Briefing) -> Briefing:
        """Redact a briefing: what is typed in it, and its views."""
        if not self.redaction:
            return briefing
        hide = self.words.hide
        steps = (
            replace(
                step,
                title=hide(step.title),
                view=self.view(step.view),
                lines=tuple(
                    replace(line, text=hide(line.text), row=tuple(map(hide, line.row)))
                    for line in step.lines
                ),
                notes=hide(step.notes),
            )
            for step in briefing.steps
        )
        title, banner = hide(briefing.title), hide(briefing.banner)
        return replace(briefing, title=title, banner=banner, steps=tuple(steps), basis={})

    def view(self, saved: Json) -> dict[str, Any]:
        """Redact a saved view, so that it filters the new scene as it did the old."""
        if not self.redaction:
            return dict(saved)
        # What is selected is named by an id, which leads to a place.
        plain = {key: each for key, each in saved.items() if key != "selection"}
        plain |= {key: without(saved[key], self.words.hide) for key in TYPED & saved.keys()}
        named = any(one.name for one in self.told.values())
        how = Coarsening.PROVINCE if named else self.redaction.coarsen
        if plain.get("camera") and how is not Coarsening.NONE:
            camera = plain["camera"]
            middle = {name: round(camera[name], CAMERA_DECIMALS) for name in ("lat", "lon")}
            plain["camera"] = {**middle, "zoom": min(camera["zoom"], CLOSEST_ZOOM[how])}
        return plain


def redact(scene: dict[str, Any], redaction: Redaction) -> Redacted:
    """Redact a scene; the same scene and redaction give the same."""
    if not redaction:
        return Redacted(scene, redaction, Words(), (), {}, {})
    asked, how = Words(redaction.withhold), redaction.coarsen
    # Own layers are drawn as they are, names and spots: who may not have those may not have them.
    own = "own" in scene and bool(redaction.withhold or how is not Coarsening.NONE)
    scene = without_own(scene) if own else scene
    words = hidden_words(scene, asked, how)
    hide = cache(words.hide)
    told = told_places(scene, words, how)
    texts = hidden_texts(scene["reports"], words)
    found = tuple(asked.found(_texts(scene)))
    marks = told_marks(scene["marks"], told, how)
    made = {
        **without({key: each for key, each in scene.items() if key not in _APART}, hide),
        "meta": {
            **without(scene["meta"], hide),
            "redaction": sentence(redaction, len(found), own=own),
            "bare": redaction.strip,
            "unnamed": ground_names(words),
        },
        "reports": [
            told_report(one, texts[one["id"]], hide, strip=redaction.strip)
            for one in scene["reports"]
        ],
        "marks": without(marks, hide),
        "items": [told_item(one, texts[one["report"]], told, hide) for one in scene["items"]],
        "unquantified": [
            told_item(one, texts[one["report"]], told, hide)
            for one in scene.get("unquantified") or ()
        ],
        "coverage": without(
            [row for row in scene.get("coverage") or () if not words.within(row["name"])], hide
        ),
        "layers": scene["layers"],
    }
    return Redacted(made, redaction, words, found, told, texts)


_APART = frozenset({"meta", "reports", "marks", "items", "unquantified", "coverage", "layers"})


def sentence(redaction: Redaction, found: int, *, own: bool = False) -> str:
    """Say what was done to a scene.

    >>> sentence(Redaction(Coarsening.COARSE, ("Kim", "Lee"), strip=True), 2)
    'Coordinates rounded to 0.1°; 2 names withheld; addresses and authors left out'
    """
    names = f"{found} name{'' if found == 1 else 's'} withheld" if redaction.withhold else ""
    left_out = "addresses and authors left out" if redaction.strip else ""
    without = "own layers left out" if own else ""
    return "; ".join(filter(None, (COARSENED.get(redaction.coarsen), names, left_out, without)))


def _texts(scene: Json) -> list[str]:
    """Gather the texts of reports and the names of places."""
    names = [
        str(mark[name]) for mark in scene["marks"] for name in ("name", "local") if mark.get(name)
    ]
    titles = [
        str(report[name])
        for report in scene["reports"]
        for name in ("title", "publisher", "text")
        if report[name]
    ]
    return list(dict.fromkeys([*names, *titles]))
