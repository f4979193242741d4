"""What a step costs and looks like while it comes: painted once, drawn ahead, flown to."""

from typing import Any

from tests.browser.story.playing import STEPS, Told, press, until

# Counts what a step costs: how often each canvas of the map is painted, how often a size is asked.
COUNTING = """() => {
  window.painted = new Map();
  window.measured = 0;
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...by) {
    const before = painted.get(this.canvas) ?? 0;
    if (this.canvas.closest(".dl-map")) painted.set(this.canvas, before + 1);
    return setTransform.apply(this, by);
  };
  const height = Object.getOwnPropertyDescriptor(Element.prototype, "scrollHeight");
  Object.defineProperty(Element.prototype, "scrollHeight", { get() {
    window.measured += 1;
    return height.get.call(this);
  } });
}"""
COUNTED = """async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  for (let i = 0; i < 4; i += 1) await frame();
  const found = [Math.max(0, ...painted.values()), measured];
  painted.clear();
  window.measured = 0;
  return found;
}"""


def test_a_step_paints_its_ground_once_and_one_shown_before_measures_nothing(
    told: Told, written: dict[str, Any]
) -> None:
    page = told()
    page.evaluate(COUNTING)
    forth = list(range(STEPS))
    walked = []
    for key, step in [("PageDown", n) for n in forth] + [("PageUp", n) for n in forth[-2::-1]]:
        press(page, key)
        walked.append((written["steps"][step]["view"].get("camera"), *page.evaluate(COUNTED)))
    # A step without a camera looks at its marks once they follow its view.
    assert {paints for camera, paints, _ in walked if camera} == {1}
    assert max(paints for _, paints, _ in walked) <= 2
    measured = [asked for _, _, asked in walked]
    assert max(measured[STEPS:]) == 0 < max(measured)


# Counts pictures of the ground that are made ahead, and those shown.
AHEAD = """() => {
  window.made = 0;
  window.shown = 0;
  const { transferToImageBitmap: make } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.transferToImageBitmap = function () {
    made += 1;
    return make.call(this);
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (...args) {
    shown += 1;
    return drawImage.apply(this, args);
  };
}"""
GROUND = "() => [...document.querySelectorAll('.dl-map canvas')].map((each) => each.toDataURL())"


NEXT_FRAMES = f"async () => {{ await ({COUNTED})(); return ({GROUND})(); }}"


def test_the_next_step_is_drawn_ahead_as_it_is_drawn_at_sight(told: Told) -> None:
    page = told()
    page.evaluate(COUNTING)
    page.evaluate(AHEAD)
    press(page, "PageDown")
    until(page, "made === 2")
    page.evaluate(COUNTED)
    press(page, "PageDown")
    rehearsed = page.evaluate(NEXT_FRAMES)
    assert page.evaluate("shown") == 2
    press(page, "t")
    page.evaluate(NEXT_FRAMES)
    assert page.evaluate("shown") == 2
    press(page, "t", "PageUp", "PageDown")
    page = told()
    press(page, "PageDown", "PageDown")
    page.evaluate(COUNTING)
    assert page.evaluate(NEXT_FRAMES) == rehearsed


def test_a_camera_that_flies_arrives(told: Told) -> None:
    page = told()
    page.emulate_media(reduced_motion="no-preference")
    press(page, "PageDown", "PageDown")
    kursk = "document.querySelector(`.dl-mark[data-mark='p:ne:RU-KRS']`)"
    until(page, f"{kursk}.getBoundingClientRect().width > 100")
