"""The search for cycles of values, kept away from scenes: among a million values it is long."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def at_rest(work: Callable[P, R]) -> Callable[P, R]:
    """Have a function work without a search: what it makes has no cycles, but is much."""

    @wraps(work)
    def unsearched(*args: P.args, **kwargs: P.kwargs) -> R:
        resting = not gc.isenabled()
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            if not resting:
                gc.enable()

    return unsearched


def pass_over() -> None:
    """Search once, and never again among what there is now.

    Streamlit searches after every run, which stops the server for as long as that takes. What has
    no cycles goes with its last user, searched or not; what was passed over before is searched now.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
