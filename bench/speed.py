"""Speed: each system reads the same texts in a process of its own, alone.

Run as ``python -m bench.speed MODULE SYSTEM`` it takes the system from the module's ``SYSTEMS``,
makes it ready, says so, reads texts (a JSON list on standard input) and prints what that took.
Seconds per text are of the processor, so that other work on the machine does not count. Seconds
until ready are on the wall, from the start of the interpreter until a first sentence was read, so
that what is loaded late counts there.
"""

import importlib
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST = "A train with 600 people left Paris for Kursk Oblast, and a ship crossed the Baltic Sea."
KIB_PER_MIB = 1024
BYTES_PER_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Speed:
    """What a system takes: seconds, documents per processor second, greatest memory in MiB.

    ``median_s`` are the processor seconds of the document in the middle.
    """

    system: str
    ready_s: float
    documents: int
    mean_characters: float
    documents_per_s: float
    median_s: float
    peak_mib: float | None

    @property
    def s_per_character(self) -> float:
        """Processor seconds for a character, over all documents."""
        return 1 / (self.documents_per_s * self.mean_characters)


def measure(system: str, texts: Sequence[str], module: str = "bench.systems") -> Speed:
    """Time a system over texts in a fresh process.

    Parameters
    ----------
    texts
        One or more.
    module
        Where the systems are.

    Raises
    ------
    subprocess.CalledProcessError
        When the process fails; its own words are on standard error.
    """
    command = [sys.executable, "-m", "bench.speed", module, system]
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - this file, in this interpreter
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as child:
        assert child.stdin is not None and child.stdout is not None  # noqa: S101,PT018 - pipes asked for
        child.stdout.readline()
        ready = time.perf_counter() - started
        out, _ = child.communicate(json.dumps(texts))
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command)
    took = json.loads(out)
    return Speed(
        system=system,
        ready_s=ready,
        documents=len(texts),
        mean_characters=sum(map(len, texts)) / len(texts),
        documents_per_s=len(texts) / sum(took["seconds"]),
        median_s=statistics.median(took["seconds"]),
        peak_mib=took["peak_mib"],
    )


def serve(module: str, name: str) -> None:
    """Be the process that :func:`measure` starts."""
    system = importlib.import_module(module).SYSTEMS[name]
    read = (system.timed or system.load)()
    read(FIRST)
    print("ready", flush=True)  # noqa: T201 - the pipe to the parent
    texts = json.load(sys.stdin)
    seconds = [_seconds(read, text) for text in texts]
    print(json.dumps({"seconds": seconds, "peak_mib": peak_mib()}))  # noqa: T201 - as above


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


def peak_mib() -> float | None:
    """Give the greatest resident memory of this process; None where the platform does not tell.

    Linux hands what ``getrusage`` tells on from the parent, so there the kernel's own count since
    the start of the program is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="ascii"))
        return int(found.group(1)) / KIB_PER_MIB if found else None
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (BYTES_PER_MIB if sys.platform == "darwin" else KIB_PER_MIB)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2])
