"""What goes wrong in a page while a test has it open."""

from playwright.sync_api import ConsoleMessage, Page


def note_troubles(page: Page, troubles: list[str]) -> None:
    """Add every script's error, every error on the console and every dialog of a page to a list."""

    def said(line: ConsoleMessage) -> None:
        if line.type == "error":
            troubles.append(line.text)

    page.on("pageerror", lambda error: troubles.append(error.stack or str(error)))
    page.on("console", said)
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
