"""Every text of the desk can be read: WCAG AA contrast in both themes, nothing under 10.5 px."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Mount = Callable[..., Page]
SMALLEST_PX = 10.5
BUSY: dict[str, Any] = {
    "window": {"from": "2025-01-01", "to": "2025-05-30"},
    "selection": {"kind": "mark", "id": "p:ne:RU-KRS"},
    "layers": {"mentioned": True},
}
TABLE = {"sheet": {"tab": "table", "map": False}, "selection": {"kind": "item", "id": "c043"}}
CHART = {"sheet": {"tab": "chart", "map": True}, "best": {"rule": "latest"}}

# Text is compared with the backgrounds of its elements laid over each other. Left out: disabled
# controls (WCAG exempts them), hollow digits (a stroke, no fill), and texts on bars, whose ground
# is a drawing beside them.
TEXTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.globalCompositeOperation = "copy";
  const rgba = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, ground) => [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3]));
  const luminance = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const part = colour[i] / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);
  const ancestors = (e) => (e ? [...ancestors(e.parentElement), e] : []);
  const found = [];
  const walker = document.createTreeWalker(document.getElementById("host"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !element.checkVisibility()) continue;
    if (element.closest("button:disabled, .planned .digits, svg .on, svg title")) continue;
    const styles = ancestors(element).map((e) => getComputedStyle(e));
    const style = styles.at(-1);
    const grounds = styles.map((s) => rgba(s.backgroundColor));
    const ground = grounds.reduce((under, top) => over(top, under), [255, 255, 255]);
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
    ink[3] *= styles.reduce((product, s) => product * Number(s.opacity), 1);
    const [dark, light] = [luminance(over(ink, ground)), luminance(ground)].sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    found.push([text.slice(0, 40), contrast, parseFloat(style.fontSize), style.fontWeight >= 700]);
  }
  return found;
}"""


def needed(size: float, *, bold: bool) -> float:
    """Give the contrast that WCAG AA asks of text of this size in px."""
    return 3.0 if size >= 24 or (bold and size >= 18.66) else 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", [{}, BUSY, TABLE, CHART], ids=["all", "busy", "table", "chart"])
def test_every_text_can_be_read(mount: Mount, theme: str, view: dict[str, Any]) -> None:
    page = mount(initial={**view, "theme": theme})
    page.wait_for_timeout(200)  # background transitions
    found = page.evaluate(TEXTS)
    assert len(found) > 200
    faint = [row for row in found if row[1] < needed(row[2], bold=row[3])]
    assert faint == []
    assert [row for row in found if row[2] < SMALLEST_PX] == []
