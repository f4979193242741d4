"""A scene to be fetched by pages that no dashboard serves."""

import gzip
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from layers.web.packing import packed_json

PLACE = "/parcels/scene"


def fetched(page: Page, value: Mapping[str, Any]) -> str:
    """Give the address where a page now finds what is packed, as the network stack gives it."""
    plain = gzip.decompress(packed_json(value))
    page.unroute(f"**{PLACE}")
    page.route(
        f"**{PLACE}", lambda route: route.fulfill(body=plain, content_type="application/json")
    )
    return PLACE
