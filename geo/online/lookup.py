"""Asking: the cache first, then one request in its turn, and none while the provider is down."""

import time
from collections.abc import Callable
from pathlib import Path

from geopy.exc import GeopyError
from pybreaker import CircuitBreaker, CircuitBreakerError

from geo.errors import OnlineError
from geo.names import normalise
from geo.online.answers import UnreadableAnswerError, places, strange
from geo.online.cache import Cache
from geo.online.provider import Provider, geocoder
from geo.place import Place
from geo.settings import home_dir

MOST = 5
"""Places asked for by name."""
LONGEST_NAME = 100
"""Characters; longer than any place name, shorter than a paragraph."""
FAILURES, REST_S = 3, 60.0
"""So many failures in a row, and the provider is left alone for so many seconds."""


class OnlineGazetteer:
    """An online geocoder with the look-ups of the offline gazetteer.

    Making one sends nothing; each :meth:`lookup` of a name not asked before is one request.

    Parameters
    ----------
    provider
        Whom to ask.
    path
        Where answers are kept; in the user's data folder when None.
    clock, wait
        Seconds of the epoch, and how to let some go by.
    """

    def __init__(
        self,
        provider: Provider,
        path: Path | None = None,
        *,
        clock: Callable[[], float] = time.time,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.provider = provider
        self._cache = Cache(path or cache_path())
        self._geocoder = geocoder(provider)
        self._breaker = CircuitBreaker(fail_max=FAILURES, reset_timeout=REST_S)
        self._clock, self._wait = clock, wait

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the places of a name, the provider's best first, () when it knows none.

        Raises
        ------
        OnlineError
            When the provider does not answer, or not in its usual form; the message names it. After
            three failures in a row it is left alone for a minute.
        """
        if not 0 < len(normalise(name)) <= LONGEST_NAME:
            return ()
        known = self._cache.answer(self.provider, name)
        if known is not None:
            return known
        found = self._ask(name)
        self._cache.keep(self.provider, name, found, self._clock())
        return found

    def known(self, name: str) -> bool:
        """Tell whether a name was asked before, so that looking it up sends nothing."""
        return self._cache.answer(self.provider, name) is not None

    def place(self, place_id: str) -> Place:
        """Give a place that was found before, without a request; KeyError if there is none."""
        found = self._cache.place(place_id)
        if found is None:
            raise KeyError(place_id)
        return found

    def _ask(self, name: str) -> tuple[Place, ...]:
        who = f"{self.provider.label} at {self.provider.host}"
        try:
            return self._breaker.call(self._request, name)
        except CircuitBreakerError as error:
            raise OnlineError(
                f"{who} failed {FAILURES} times in a row and is left alone for a minute;"
                " everything found offline is there"
            ) from error
        except GeopyError as error:
            raise OnlineError(
                f"{who} did not answer for “{name}” ({error}); everything found offline is there,"
                " try again later"
            ) from error

    def _request(self, name: str) -> tuple[Place, ...]:
        now = self._clock()
        turn = self._cache.turn(self.provider.host, now, self.provider.pause_s)
        if turn > now:
            self._wait(turn - now)
        more = MORE.get(self.provider.id, {})
        try:
            answer = self._geocoder.geocode(name, exactly_one=False, **more) or []
            raw = [location.raw for location in answer[:MOST]]
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            # What geopy makes of an answer that is not of its provider's form.
            raise UnreadableAnswerError(strange(self.provider)) from error
        return places(raw, self.provider)


MORE = {
    "nominatim": {"limit": MOST, "addressdetails": True, "language": "en"},
    "photon": {"limit": MOST, "language": "en"},
}
"""What is asked for besides the name: how many, with the country, in English."""


def cache_path() -> Path:
    """Return where answers are kept."""
    return home_dir() / "online.sqlite"
