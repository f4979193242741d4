"""The browser for the tests: the one on PATH, else Debian's where packages can be installed."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
WAY_OUT = f"Install Chromium or Chrome and put it on PATH (looked for {', '.join(NAMES)})."


def find() -> str | None:
    """Return the path of a Chromium or Chrome on PATH, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def install() -> bool:
    """Install Debian's Chromium; False where packages cannot be installed."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    commands = ([apt, "update", "-qq"], [apt, "install", "-y", "-qq", "chromium"])
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode
        == 0
        for command in commands
    )


if __name__ == "__main__":
    if find() is None:
        sys.stderr.write("The browser tests need Chromium; installing Debian's (once) ...\n")
        if not install() or find() is None:
            sys.exit(f"No browser, and none could be installed. {WAY_OUT}")
