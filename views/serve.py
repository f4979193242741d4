"""Starting the dashboard's server."""

import os
import subprocess
import sys
from pathlib import Path

from reports.errors import InputError

ROOT = Path(__file__).resolve().parent.parent


class ServeError(InputError):
    """The dashboard's server did not run."""


def serve_dashboard(port: int, store_url: str | None, case: str | None = None) -> None:
    """Serve on 127.0.0.1 until interrupted, and print the address.

    Raises
    ------
    ServeError
        When the server stops with an error, such as a port that is taken.
    """
    environment = dict(os.environ)
    if store_url:
        environment["DATELINE_STORE"] = store_url
    if case:
        environment["DATELINE_CASE"] = case
    print(f"Dateline: http://127.0.0.1:{port}  (Ctrl+C stops it)", flush=True)  # noqa: T201  the one thing it says
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    # The working folder matters: Streamlit reads .streamlit/config.toml from it.
    try:
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603  our own words
    except KeyboardInterrupt:
        return
    if code:
        raise ServeError(f"Port {port}", "could not be served", "choose another with --port")
