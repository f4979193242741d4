"""How a request leaves the machine: once, to the host that was named, and nowhere else."""

import json
from http.client import HTTPException
from ssl import SSLContext
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut

LONGEST_ANSWER = 1_000_000
"""Bytes; ten places are some tens of kilobytes."""


class _NoRedirects(HTTPRedirectHandler):
    """A redirect would take the name to a host that nobody agreed to."""

    def redirect_request(self, *_args: object) -> None:
        return None


class OneRequestAdapter(BaseSyncAdapter):
    """Asks once: no retries, no redirects, no cookies, and reads no more than a megabyte.

    geopy's own adapters repeat a failing request up to three times without a word, or follow
    redirects.
    """

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: SSLContext | None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        handlers = [HTTPSHandler(context=ssl_context), _NoRedirects()]
        if proxies is not None:
            handlers.append(ProxyHandler(proxies))
        self._opener = build_opener(*handlers)

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
        """Ask, and read the answer as JSON."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except ValueError as error:
            raise GeocoderParseError("the answer is not JSON") from error

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """Ask, and give the answer's text."""
        request = Request(url, headers=headers)  # noqa: S310 - the scheme is the provider's
        try:
            with self._opener.open(request, timeout=timeout) as page:
                body: bytes = page.read(LONGEST_ANSWER + 1)
        except HTTPError as error:
            with error:
                headers_back = {name.lower(): value for name, value in error.headers.items()}
                raise AdapterHTTPError(
                    f"status {error.code}", status_code=error.code, headers=headers_back, text=""
                ) from error
        except TimeoutError as error:
            raise GeocoderTimedOut("no answer in time") from error
        except (URLError, HTTPException, OSError) as error:
            raise GeocoderServiceError(str(getattr(error, "reason", error))) from error
        if len(body) > LONGEST_ANSWER:
            raise GeocoderParseError("the answer is longer than a megabyte")
        return body.decode("utf-8", errors="replace")
