"""Streamlit servers to measure: each a process of its own on this machine."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 120
QUIET = ("--server.headless=true", "--browser.gatherUsageStats=false", "--server.runOnSave=false")
KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, and the process that it is."""

    address: str
    pid: int

    def memory_mib(self) -> float | None:
        """Give what it holds in memory now, in MiB; None where the system does not say."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return None
        lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(lines["VmRSS"].split()[0]) / KIB_PER_MIB


@contextmanager
def serve(script: Path, environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """Serve a Streamlit script until the block is left.

    Raises
    ------
    RuntimeError
        When it ends by itself or does not answer; the message names its log.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*command, *QUIET], cwd=ROOT, env={**os.environ, **environment}, stdout=out, stderr=out
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield Server(f"http://127.0.0.1:{port}/", process.pid)
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start; what it printed is in {log}")
