"""A geocoder on loopback that counts what it is asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

VILLAGE = {
    "osm_type": "node",
    "osm_id": 77,
    "lat": "51.2",
    "lon": "35.1",
    "name": "Kozya Sloboda",
    "addresstype": "village",
    "display_name": "Kozya Sloboda, Kursk Oblast, Russia",
    "boundingbox": ["51.19", "51.21", "35.08", "35.12"],
    "address": {"country_code": "ru"},
}


@dataclass
class Fake:
    """What the server says, and what it was asked: names, whole paths, user agents."""

    port: int = 0
    status: int = 200
    answer: Any = field(default_factory=lambda: [VILLAGE])
    location: str = ""
    names: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"


@contextmanager
def fake_geocoder() -> Iterator[Fake]:
    """Serve until the block ends."""
    fake = Fake()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            fake.names += query.get("q", query.get("text", []))
            fake.paths.append(self.path)
            fake.agents.append(self.headers["User-Agent"])
            body = (
                fake.answer if isinstance(fake.answer, bytes) else json.dumps(fake.answer).encode()
            )
            self.send_response(fake.status)
            if fake.location:
                self.send_header("Location", fake.location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
