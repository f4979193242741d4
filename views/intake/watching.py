"""Watching folders: what arrives in them, until somebody stops it."""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import sleep

from reports.errors import InputError
from reports.inputs import Input
from reports.watch import Inbox, stamp
from views.console import NOTES

PAUSE_S = 1.0
"""Seconds between two listings of a watched folder."""


def arriving(listed: Callable[[], Sequence[Input]]) -> Iterator[Sequence[Input]]:
    """Give files as they settle, those that are there already first; never ends by itself.

    A folder that cannot be listed, or a manifest that cannot be read, is told once and tried again.
    """
    inbox, told = Inbox(), ""
    while True:
        try:
            found, problem = {item.path: item for item in listed()}, ""
        except InputError as error:
            found, problem = {}, str(error)
        if problem and problem != told:
            NOTES.print(problem)
        told = problem
        looked = {path: stamp(path) for path in found}
        ready = inbox.ready({path: seen for path, seen in looked.items() if seen is not None})
        if ready:
            yield [found[path] for path in ready]
        sleep(PAUSE_S)


@contextmanager
def until_stopped() -> Iterator[None]:
    """Run until Ctrl-C or a request to end, which are how a watch is meant to end."""
    # A shell starts what runs behind it with Ctrl-C ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    NOTES.print("Watching; Ctrl-C ends it.")
    try:
        yield
    except KeyboardInterrupt:
        NOTES.print("Stopped watching.")
