"""A view: which part of the scene is shown, the same in the browser and in exports."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from layers import since
from layers.names import NAMINGS
from layers.window import Window, day


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the map looks: centre in decimal degrees and Web Mercator zoom."""

    lat: float
    lon: float
    zoom: float


@dataclass(frozen=True, slots=True)
class View:
    """A filter and a camera.

    ``statuses`` and ``reports`` are on unless they say False (``"*"`` among reports stands for all
    that are not named); ``layers`` as the scene opens with.
    ``names`` is the language of the labels (:mod:`layers.names`), ``off`` lists what each facet has
    switched off (:mod:`layers.facets`), ``since`` is what new things are told from
    (:mod:`layers.since`).
    """

    window: Window = field(default_factory=lambda: Window(None, None))
    axis: str = "event"
    certain_only: bool = False
    undated: bool = True
    layers: Mapping[str, bool] = field(default_factory=dict)
    statuses: Mapping[str, bool] = field(default_factory=dict)
    reports: Mapping[str, bool] = field(default_factory=dict)
    off: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names: str = "both"
    since: str | None = None
    camera: Camera | None = None

    def has(self, report: str) -> bool:
        """Tell whether a report is on."""
        return self.reports.get(report, self.reports.get("*", True))

    @classmethod
    def from_json(cls, view: Mapping[str, Any]) -> Self:
        """Read what ``serialise`` of static/web/state.js wrote.

        A cumulative view is one whose window has no start.

        Raises
        ------
        ValueError
            When a day or a number in it is none.
        """
        window, camera = view.get("window") or {}, view.get("camera")
        start = None if view.get("cumulative") else day(window.get("from"))
        return cls(
            window=Window(start, day(window.get("to"))),
            axis=str(view.get("axis", "event")),
            certain_only=bool(view.get("certainOnly", False)),
            undated=bool(view.get("undated", True)),
            layers=dict(view.get("layers") or {}),
            statuses=dict(view.get("statuses") or {}),
            reports=dict(view.get("reports") or {}),
            off={facet: list(keys) for facet, keys in (view.get("off") or {}).items()},
            names=_naming(view.get("names", "both")),
            since=since.checked(view.get("since")),
            camera=Camera(float(camera["lat"]), float(camera["lon"]), float(camera["zoom"]))
            if camera
            else None,
        )

    def to_json(self) -> dict[str, Any]:
        """Give the view as JSON that `from_json` reads back the same."""
        start, end, camera = self.window.start, self.window.end, self.camera
        return {
            "window": {
                "from": start.isoformat() if start else None,
                "to": end.isoformat() if end else None,
            },
            "axis": self.axis,
            "certainOnly": self.certain_only,
            "undated": self.undated,
            "layers": dict(self.layers),
            "statuses": dict(self.statuses),
            "reports": dict(self.reports),
            "off": {facet: list(keys) for facet, keys in self.off.items()},
            "names": self.names,
            "since": self.since,
            "camera": asdict(camera) if camera else None,
        }


def _naming(naming: object) -> str:
    if naming not in NAMINGS:
        raise ValueError(f"{naming} is no language of labels: use {', '.join(NAMINGS)}")
    return str(naming)
