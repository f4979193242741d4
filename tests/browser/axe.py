"""axe-core on a page: what it finds that keeps people out, each as one line that can be read."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = frozenset({"serious", "critical"})
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""Every rule, also the one for what is too small to touch, which axe leaves to who asks."""
# While a page is drawn anew, what the run before drew still stands there, faded.
QUIET = """() => new Promise((done) => {
  let frames = 0;
  const look = () => {
    const busy = document.querySelector("[data-stale=true]")
      || document.getAnimations().some(({ playState }) => playState === "running");
    frames = busy ? 0 : frames + 1;
    if (frames > 10) done();
    else requestAnimationFrame(look);
  };
  look();
})"""
_AXE = Axe()


def barriers(page: Page, within: str | None = None) -> list[str]:
    """List the serious and critical findings, in shadow roots too: rule, element, why.

    `within` selects an open dialog: what it covers is out of reach, which axe does not know.
    """
    page.evaluate(QUIET)
    found = _AXE.run(page, within, OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({' '.join(node['failureSummary'].split())})"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
