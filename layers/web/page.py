"""The one-file map: the desk with its data and assets in one HTML file that asks nobody.

The file holds, in this order: a Content-Security-Policy that allows its own two scripts and its own
style sheet by their hashes and no address at all; the report data as JSON in a block that no
browser runs; ground, style and program, compressed; and the loader that unpacks them. Report text
is nowhere else, and is drawn by the same modules as in the live desk, as text nodes.

The same scene, view and title give the same bytes.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from rjsmin import jsmin

from layers.fonts import FONTS, scripts, undrawn
from layers.fonts.faces import font_faces
from layers.own.content import credit
from layers.view import Camera, View
from layers.web.frame import frame_script
from layers.web.ground import ACCURACY, fine_area, ground
from layers.web.modules import bundle
from layers.web.packing import packed

Json = Mapping[str, Any]

STATIC = FONTS.parent
WEB, LEAFLET = STATIC / "web", STATIC / "vendor" / "leaflet"
FRAME = "folium-frame.js"
FIRST, LAST = ("desk.css",), ("narrow.css", "page.css")
"""Style sheets of the desk that the others build on, and those that change the others."""
LICENCES = {
    "Leaflet (BSD 2-Clause)": [LEAFLET / "LICENSE"],
    "mgrs (MIT)": [LEAFLET.parent / "mgrs" / "LICENSE"],
    "GeographicLib (MIT)": [LEAFLET.parent / "geodesic" / "LICENSE"],
    "Noto Sans, also KR, Arabic and Hebrew (SIL Open Font License)": [
        FONTS / f"OFL-NotoSans{script}.txt" for script in ("", "KR", "Arabic", "Hebrew")
    ],
}
"""Texts by what they are for; several of one are alike but for their first line, the copyright."""
ABOUT = (
    "This file holds its map and its reports in full, and asks no other machine for anything.",
    "Its ground is Dateline's own: tiles of a service chosen on the live map are in no file.",
    "Figures are claims by those named and were not verified. Movements are schematic, not routes.",
)
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {style}; font-src data:;"
    " connect-src 'none'; base-uri 'none'; form-action 'none'"
)
FORM = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<title>Dateline</title>
</head>
<body>
<div id="host"><noscript>A script in this file draws the map: allow it to run.</noscript></div>
<script type="application/json" id="data">{data}</script>
<script type="text/plain" id="ground">{ground}</script>
<script type="text/plain" id="style">{style}</script>
<script type="text/plain" id="program">{program}</script>
<script>{loader}</script>
</body>
</html>
"""
UNSAFE = re.compile("[<\u2028\u2029\ud800-\udfff]")
"""What must not stand bare in a script block: what may end it, line ends, halves of characters."""
PLAIN = frozenset(map(chr, range(0x20, 0x7F)))


@dataclass(frozen=True, slots=True)
class Program:
    """What a file runs.

    Attributes
    ----------
    module, opener
        The module that hosts the page, and its function that opens it.
    sheets
        Style sheets that this program alone needs.
    """

    module: str
    opener: str
    sheets: tuple[str, ...] = ()


MAP = Program("page.js", "openPage")
OWN_SHEETS = frozenset({"briefing.css", "present.css", "reports.css"})
"""Style sheets that are left out of a program that does not name them."""


def page(scene: Json, view: Json, title: str) -> bytes:
    """Write the map as one HTML file.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``).
    view
        The view to open with, as ``serialise`` of static/web/state.js writes it; may be empty.
    title
        Printed in the bar and as the window's title.

    Returns
    -------
    bytes
        UTF-8.

    Raises
    ------
    ValueError
        When the view is none.
    """
    camera = View.from_json(view).camera
    return write(MAP, scene, {"title": title, "view": view}, (camera,) if camera else ())


def write(runs: Program, scene: Json, told: Json, cameras: Sequence[Camera]) -> bytes:
    """Write a scene and what a program is told of it as one HTML file.

    Parameters
    ----------
    scene
        Scene JSON (``layers.scene``).
    told
        What the program finds beside scene, sources and licences.
    cameras
        Where it looks: there the ground is fine.

    Returns
    -------
    bytes
        UTF-8.
    """
    meta = dict(scene["meta"])
    near = [fine_area(scene["marks"], camera) for camera in cameras or (None,)]
    files = ground(shapely.union_all(near), frozenset(meta.pop("unnamed", ())))
    meta["attribution"] = [*meta["attribution"], ACCURACY]
    redaction = [f"{meta['redaction']}."] if meta.get("redaction") else []
    own = [f"{credit(row)}." for row in scene.get("own") or ()]
    drawn = {
        **scene,
        "meta": meta,
        "marks": [mark for mark in scene["marks"] if not mark.get("nowhere")],
        "pasts": [past for past in scene.get("pasts") or () if past["id"] in _compared(told)],
    }
    shown = _inert(drawn)
    letters = list(_letters(shown + _inert(told)))
    about = [*ABOUT, *redaction, *own, *letters, meta["policy"], *meta["attribution"]]
    licences = [{"name": name, "text": _licence(of)} for name, of in LICENCES.items()]
    rest = {**told, "letters": letters, "about": about, "licences": licences}
    data = f'{_inert(rest)[:-1]},"scene":{shown}}}'
    grounds, script = _inert(files), program(runs)
    style = f"{font_faces(frozenset(data + grounds + script) | PLAIN)}\n{sheets(runs.sheets)}"
    loader = (WEB / "page-loader.js").read_text("utf-8")
    return FORM.format(
        policy=POLICY.format(scripts=f"{_hash(loader)} {_hash(script)}", style=_hash(style)),
        data=data,
        ground=packed(grounds),
        style=packed(style),
        program=packed(script),
        loader=loader,
    ).encode()


def _letters(shown: str) -> Iterator[str]:
    """Say of characters that no font in the file has which scripts they are of."""
    if missing := undrawn(shown):
        count = f"{len(missing):,} character{'s' * (len(missing) > 1)}"
        yield (
            f"No font in this file has {count} of its reports ({', '.join(scripts(missing))}):"
            " they are set in the fonts of whoever reads it, where there are any."
        )


def _licence(paths: Sequence[Path]) -> str:
    """Give the text of a licence, once, under the copyrights of all that come under it."""
    texts = [path.read_text("utf-8").partition("\n") for path in paths]
    return "\n".join([*(first for first, _, _ in texts), texts[0][2]])


def _compared(told: Json) -> set[str]:
    """List the briefings that the views compare with: a file names no other one."""
    steps = (told.get("briefing") or {}).get("steps") or ()
    views = (told.get("view") or {}, *(step["view"] for step in steps))
    return {str(view["since"]) for view in views if view.get("since")}


@cache
def program(runs: Program = MAP) -> str:
    """Join Leaflet, the modules of a program and folium's frame into one script."""
    frame = {FRAME: frame_script()}

    def read(name: str) -> str:
        return frame.get(name) or (WEB / name).read_text("utf-8")

    leaflet = (LEAFLET / "leaflet.js").read_text("utf-8")
    own = bundle([runs.module, FRAME], read)
    opening = f'modules["{runs.module}"].{runs.opener}(modules["{FRAME}"].default, unpack)'
    small: str = jsmin(
        f'{leaflet}\n(() => {{\n"use strict";\n{own}'
        f"window.dateline = {{ openPage: (unpack) => {opening} }};\n}})();\n"
    )
    return small


@cache
def sheets(more: tuple[str, ...] = ()) -> str:
    """Join the style sheets: Leaflet's, the desk's, those that build on it, then `more`."""
    own = {path.name for path in WEB.glob("*.css")} - {*FIRST, *LAST, *OWN_SHEETS}
    names = [*FIRST, *sorted(own), *LAST, *more]
    paths = [LEAFLET / "leaflet.css", *(WEB / name for name in names)]
    return "\n".join(path.read_text("utf-8") for path in paths)


def _inert(value: object) -> str:
    """Write JSON that may stand in a script block, whatever the texts in it are."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _hash(text: str) -> str:
    """Name a script or a style sheet as a Content-Security-Policy does."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
