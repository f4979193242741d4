"""A process of our own, which does the work it is sent: it imports what that work needs, no more.

``multiprocessing`` would have it import the parent's main module first: the whole command line, or
what a dashboard's server runs.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Lost:
    """What is left of a job whose process died: its exit code, below zero for a signal."""

    exit_code: int | None


class Child:
    """A process, and the pipe to it. It ends when it is stopped, or when its parent does.

    Attributes
    ----------
    pipe
        Readable when there is an answer, or nobody left to give one.
    """

    def __init__(self) -> None:
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "reports.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        self.pipe: Connection = self._met()

    def give(self, work: Callable[..., object], *job: object) -> None:
        """Send work: a function of a module that raises nothing, and what it works on."""
        try:
            self.pipe.send((work, job))
        except OSError:
            self._process.kill()  # it is dying already; its answer will be that it is lost

    def answer(self) -> Any:  # noqa: ANN401 - whatever the work gives
        """Wait for what the work gave, or for the process to be lost."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            return Lost(self._process.wait())

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self.pipe.close()

    def _met(self) -> Connection:
        """Meet the process at the address that it prints, with a key that only it was told."""
        assert self._process.stdin and self._process.stdout  # noqa: S101,PT018 - pipes asked for
        key = token_bytes()
        with self._process.stdin as told, self._process.stdout as printed:
            told.write(key.hex().encode() + b"\n")
            told.flush()
            address = printed.readline().decode().strip()
            if not address:
                raise ChildProcessError(f"a process ended at its start ({self._process.wait()})")
            return Client(address, authkey=key)


def main() -> None:
    """Be the process: answer until the other end is closed; Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _met(bytes.fromhex(sys.stdin.readline())) as pipe:
        while True:
            try:
                work, job = pipe.recv()
            except EOFError:
                return
            pipe.send(work(*job))


def _met(key: bytes) -> Connection:
    """Print an address and wait for the parent there; nothing of it is left for a sudden end."""
    with TemporaryDirectory() as folder:
        address = None if sys.platform == "win32" else str(Path(folder) / "pipe")
        with Listener(address, authkey=key) as listener:
            print(listener.address, flush=True)  # noqa: T201 - the pipe to the parent
            sys.stdout = sys.stderr
            return listener.accept()


if __name__ == "__main__":
    main()
