"""axe-core on a page: what it finds that keeps people out, each as one line that can be read."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = frozenset({"serious", "critical"})
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""Every rule, also the one for what is too small to touch, which axe leaves to who asks."""
_AXE = Axe()


def barriers(page: Page) -> list[str]:
    """List the serious and critical findings, in shadow roots too: rule, element, why."""
    # While the page is drawn anew, what the run before drew may still stand beside the new.
    page.wait_for_function("document.querySelector('[data-stale=true]') === null")
    page.wait_for_function("document.getAnimations().every((a) => a.playState !== 'running')")
    found = _AXE.run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({' '.join(node['failureSummary'].split())})"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
