"""What is dear to make and much to keep: the newest of each of a few cases, and no older one."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Newest(Generic[V]):
    """Keeps a value for each of the cases that were asked for last.

    Parameters
    ----------
    most
        How many cases.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, tuple[Hashable, V]] = OrderedDict()

    def get(self, case: str, state: Hashable, make: Callable[[], V]) -> V:
        """Give a case's value, made anew where it was made of another state.

        That one goes before the new one is made: there may be no room for both.
        """
        kept = self._kept.pop(case, None)
        if kept is None or kept[0] != state:
            del kept
            kept = (state, make())
        self._kept[case] = kept
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return kept[1]
