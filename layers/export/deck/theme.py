"""An empty deck in Dateline's colours and fonts, 16:9."""

from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import ColorFormat, RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from layers.export.deck.boxes import Box
from layers.style import style

Json = Mapping[str, Any]

WIDTH, HEIGHT = 960, 540
MARGIN = 42.0
TITLE = Box(MARGIN, 30, WIDTH - 2 * MARGIN, 60)
TITLE_SIZE = 28
LAYOUT = "Title Only"
THEME = "light"
SLOTS = {
    "ink": ("dk1", MSO_THEME_COLOR.DARK_1),
    "panel": ("lt1", MSO_THEME_COLOR.LIGHT_1),
    "ink2": ("dk2", MSO_THEME_COLOR.DARK_2),
    "paper": ("lt2", MSO_THEME_COLOR.LIGHT_2),
    "reported": ("accent1", MSO_THEME_COLOR.ACCENT_1),
    "planned": ("accent2", MSO_THEME_COLOR.ACCENT_2),
    "estimated": ("accent3", MSO_THEME_COLOR.ACCENT_3),
    "claimed": ("accent4", MSO_THEME_COLOR.ACCENT_4),
    "denied": ("accent5", MSO_THEME_COLOR.ACCENT_5),
    "unverified": ("accent6", MSO_THEME_COLOR.ACCENT_6),
}
"""Where the style's colours stand in the theme: who changes the theme changes the deck."""
LINKS = {"hlink": "planned", "folHlink": "estimated"}
PANOSE, SWISS = "020B0502040504020204", "34"
"""What Noto Sans looks like, by which a reader without it takes another sans serif."""


def new_deck() -> Deck:
    """Make a deck of one layout, with a title and nothing else."""
    deck = Presentation()
    wider = Pt(WIDTH) / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(deck.slide_layouts):
        if layout.name != LAYOUT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    for shape in (*master.placeholders, *deck.slide_layouts[0].placeholders):
        shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
    _title_style(master)
    _drop_unused(deck)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _themed(theme.blob, style())
    return deck


def layout(deck: Deck) -> SlideLayout:
    """Give the layout that every slide has."""
    return deck.slide_layouts[0]


def paint(colour: ColorFormat, name: str) -> None:
    """Set a colour by its name in ``data/style.json``."""
    if name in SLOTS:
        colour.theme_color = SLOTS[name][1]
    else:
        colour.rgb = rgb(name)


def rgb(name: str) -> RGBColor:
    """Read a colour of the style."""
    return _colour(style()[THEME][name])


def tint(status: str) -> RGBColor | None:
    """Give the fill of a status as it looks on the panel; None where its sign is hollow."""
    sign = style()["status"][status]
    if not sign["fill"]:
        return None
    over, under, share = _colour(sign["fill"]), rgb("panel"), sign["fillOpacity"]
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(over, under, strict=True))
    return _colour("#" + "".join(f"{part:02X}" for part in mixed))


def _colour(written: str) -> RGBColor:
    read: RGBColor = RGBColor.from_string(written.removeprefix("#"))  # type: ignore[no-untyped-call]  # left bare by python-pptx
    return read


def _title_style(master: Any) -> None:  # noqa: ANN401  python-pptx declares less than it has
    for shape in (*master.placeholders, *master.slide_layouts[0].placeholders):
        if shape.placeholder_format.type == 1:
            shape.left, shape.top, shape.width, shape.height = TITLE.emu
    level = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    run = level.find(qn("a:defRPr"))
    run.set("sz", str(TITLE_SIZE * 100))
    run.set("b", "1")


def _drop_unused(deck: Deck) -> None:
    """Take out what the library's own template brings: a picture of it, and a printer."""
    package = deck.part.package
    for owner, kind in (
        (package, RELATIONSHIP_TYPE.THUMBNAIL),
        (deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS),
    ):
        owner.drop_rel(owner.relate_to(owner.part_related_by(kind), kind))


def _themed(blob: bytes, style_: Json) -> bytes:
    root, colours = etree.fromstring(blob), style_[THEME]
    scheme = root.find(f".//{qn('a:clrScheme')}")
    named = {slot: colours[name] for name, (slot, _) in SLOTS.items()}
    named |= {slot: colours[name] for slot, name in LINKS.items()}
    for slot, colour in named.items():
        entry = scheme.find(qn(f"a:{slot}"))
        entry[:] = [etree.Element(qn("a:srgbClr"), val=colour.removeprefix("#"))]
    font = style_["font"]
    for name in ("majorFont", "minorFont"):
        family = root.find(f".//{qn(f'a:{name}')}")
        latin = {"typeface": font["family"], "panose": PANOSE, "pitchFamily": SWISS}
        family[:] = [
            etree.Element(qn("a:latin"), latin),
            etree.Element(qn("a:ea"), typeface=font["korean"]),
            etree.Element(qn("a:cs"), typeface=font["family"]),
        ]
    for part in (root, scheme, root.find(f".//{qn('a:fontScheme')}")):
        part.set("name", "Dateline")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
