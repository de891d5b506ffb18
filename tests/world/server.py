"""serve(): the simulated web over real sockets, with a log, faults and a calendar that move while it runs."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.world.exchange import Answer, Request
from tests.world.faults import strikes, struck_by
from tests.world.records import Post
from tests.world.sites import SAMPLE, WorldSite
from tests.world.skins import SKINS
from tests.world.wire import Struck

END_OF_TIME = "9999-12-31"


@dataclass(frozen=True)
class Logged:
    """One request. `path` holds the query too; header names in lower case."""

    method: str
    host: str
    path: str
    headers: dict[str, str]


@dataclass
class World:
    """A running world. `today` (a day, or a Thai moment) and `faults` may be set at any time.

    `today` None: every post is there. `log` is in the order in which requests came.
    """

    sites: Sequence[WorldSite]
    port: int
    faults: list[str] = field(default_factory=list)
    today: str | None = None
    tls: ssl.SSLContext | None = None
    log: list[Logged] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    asked: Counter[str] = field(default_factory=Counter)  # how often each address was asked for

    @property
    def urls(self) -> dict[str, str]:
        """The address of every site, by its id, with a final slash."""
        return {site.id: f"{self.scheme}://{site.host}:{self.port}/" for site in self.sites}

    @property
    def scheme(self) -> str:
        return "https" if self.tls else "http"

    @property
    def url(self) -> str:
        """The first site's address."""
        return next(iter(self.urls.values()))

    def posts(self, site: WorldSite) -> list[Post]:
        """The site's posts as they stand today, without those that are gone."""
        today = self.today or END_OF_TIME
        moment = today if "T" in today else f"{today}T23:59:59"
        there = [post.at(moment) for post in site.posts]
        return [post for post in there if post and not self._gone(site, post)]

    def _gone(self, site: WorldSite, post: Post) -> bool:
        faults = [text for text in self.faults if text.split(" ")[0] == "gone"]
        return any(strikes(text, site.host, f"/archives/{post.id}") for text in faults)

    def answer(self, site: WorldSite, request: Request) -> Answer:
        """The site's answer, or what a fault makes of it; and a line in the log."""
        self.log.append(Logged(request.method, site.host, request.target, dict(request.headers)))
        address = site.host + request.target
        before, self.asked[address] = self.asked[address], self.asked[address] + 1

        def normal() -> Answer:
            return SKINS[site.skin](site, self.posts(site), request)

        fault = struck_by(self.faults, site.host, request.target)
        return fault.act(normal, Struck(request, before, self.closing)) if fault else normal()


@contextmanager
def serve(
    sites: Sequence[WorldSite] = (SAMPLE,),
    port: int = 0,
    faults: Iterable[str] = (),
    today: str | None = None,
    tls: ssl.SSLContext | None = None,
) -> Iterator[World]:
    """The sites, each on its own loopback address, all on one port (0: any free one), until the block ends.

    With `tls` they show the certificate that it holds. Raises OSError where the port is taken.
    """
    world = World(sites, port, list(faults), today, tls)
    servers = []
    try:
        for site in sites:
            servers.append(_Server((site.host, world.port), _handler(world, site)))
            if tls:  # the greeting belongs to the connection's own thread, where it may fail
                plain = servers[-1].socket
                servers[-1].socket = tls.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
            world.port = servers[0].server_address[1]
        for server in servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield world
    finally:
        world.closing.set()
        for server in servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: type[_Handler]) -> None:
        self.connections: set[socket.socket] = set()
        super().__init__(address, handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, client = super().get_request()
        self.connections.add(connection)
        return connection, client

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """No longer listens, and hangs up where a client keeps its connection for a next request."""
        super().server_close()
        for connection in list(self.connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of the world's."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a small body would wait 40 ms for the client to acknowledge the headers
    world: World
    site: WorldSite

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        origin = f"{self.world.scheme}://{self.site.host}:{self.world.port}"
        sent = self.rfile.read(int(headers.get("content-length", 0))).decode("latin-1")
        answer = self.world.answer(self.site, Request(self.command, self.path, headers, origin, sent))
        with suppress(ConnectionError):
            if answer.body or not answer.reset:
                self._send(answer)
            if answer.reset:
                self._reset()

    do_HEAD = do_POST = do_GET  # noqa: N815

    def _send(self, answer: Answer) -> None:
        if answer.raw is not None:
            self.close_connection = True
            for piece in answer.raw:
                self.wfile.write(piece)
            return
        whole = answer.body if isinstance(answer.body, bytes) else None
        self.send_response_only(answer.status)
        self.send_header("Date", self.date_time_string())
        for name, value in answer.headers:
            self.send_header(name, value)
        if whole is None or answer.says_length is not None:
            self.close_connection = True
            self.send_header("Connection", "close")
        if whole is not None and answer.status != 304:
            self.send_header(
                "Content-Length", str(len(whole) if answer.says_length is None else answer.says_length)
            )
        self.end_headers()
        if self.command == "HEAD":
            return
        for piece in [whole] if whole is not None else answer.body:
            self.wfile.write(piece)

    def _reset(self) -> None:
        """Closing with unsent data dropped at once makes the kernel send RST instead of FIN."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def log_message(self, *arguments: Any) -> None:
        """The world keeps its own log."""


def _handler(world: World, site: WorldSite) -> type[_Handler]:
    return type("Handler", (_Handler,), {"world": world, "site": site})
