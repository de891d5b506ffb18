"""Connections that refuse private addresses and servers that drip: a requests session with both guards.

Both sit below requests, because nothing above can: a name may resolve to
another address than the one that was looked up before, and requests' timeouts
are those of one read, so that a server that sends a byte now and then is
never timed out.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import requests
from certifi import where
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from flows.deadlines import DEADLINES

ROOTS = where()  # the certificates of those who sign for the web
# Python calls these global; they lead to the IPv4 address that stands in them, or into one's own network.
_TRANSLATED = [
    ipaddress.ip_network(block)
    for block in (
        "64:ff9b::/96",  # translated by a provider (RFC 6052)
        "64:ff9b:1::/48",  # translated in one's own network (RFC 8215)
        "2002::/16",  # 6to4 (RFC 3056)
        "::/96",  # IPv4-compatible, given up (RFC 4291)
        "fec0::/10",  # site-local, given up (RFC 3879)
        "192.0.0.0/24",  # of the protocols themselves (RFC 6890)
    )
]


class PrivateAddress(requests.ConnectionError):
    """The connection led to an address that is not of the public internet."""


class HeadersTooSlow(requests.Timeout):
    """The server was still sending its headers when their time was over."""


@dataclass(frozen=True)
class Guard:
    """Private addresses are those of `private_host` or refused; headers come within the seconds or never."""

    private_host: str | None
    header_seconds: float


def session(guard: Guard) -> requests.Session:
    """Adapters for public addresses, and for those that the guard lets through.

    Requests go by the adapters themselves, so that no proxy of the environment
    hides the address that is connected to.
    """
    made = requests.Session()
    adapter = Guarded(guard)
    made.mount("http://", adapter)
    made.mount("https://", adapter)
    return made


def presented(guard: Guard, host: str, port: int, seconds: float) -> bytes:
    """The certificate that a server shows, in DER, whoever signed it; nothing is asked of the server.

    Raises OSError or urllib3's HTTPError where no connection comes about.
    """
    secure = _pools(guard)["https"].ConnectionCls
    with contextlib.closing(secure(host, port, timeout=seconds, cert_reqs="CERT_NONE")) as connection:
        connection.assert_hostname = False
        connection.connect()
        shown: bytes = connection.sock.getpeercert(binary_form=True)
        return shown


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet.

    >>> [is_public(ip) for ip in ("203.150.1.1", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False]
    """
    ip = _plain(address)
    return ip.is_global and not ip.is_multicast and not any(ip in block for block in _TRANSLATED)


def _is_reachable_privately(address: str) -> bool:
    """Loopback and private networks; link-local ones hold the keys of cloud machines and are never asked."""
    ip = _plain(address)
    strange = ip.is_link_local or ip.is_multicast or ip.is_unspecified
    return (ip.is_loopback or ip.is_private) and not strange


def _plain(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    ip = ipaddress.ip_address(address.split("%")[0])
    return getattr(ip, "ipv4_mapped", None) or ip


def _checked(sock: socket.socket, host: str, private_host: str | None) -> socket.socket:
    address = str(sock.getpeername()[0])
    if is_public(address) or (host == private_host and _is_reachable_privately(address)):
        return sock
    sock.close()
    raise PrivateAddress(f"{host} is at {address}, which is no public address")


class Guarded(HTTPAdapter):
    """Requests' adapter over guarded connections; `tls` are further settings of urllib3's pools."""

    def __init__(self, guard: Guard, **tls: Any) -> None:
        self._pools = _pools(guard)
        self._tls = tls
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, **kwargs, **self._tls)
        self.poolmanager.pool_classes_by_scheme = self._pools


class Pinned(Guarded):
    """Of a server with that certificate, and no other, whoever signed it and whenever it expired."""

    def __init__(self, guard: Guard, sha256: str) -> None:
        super().__init__(guard, assert_fingerprint=sha256, assert_hostname=False)

    def send(self, request: Any, *args: Any, **kwargs: Any) -> requests.Response:
        return super().send(request, *args, **{**kwargs, "verify": False})


def _pools(guard: Guard) -> dict[str, Any]:
    """urllib3's pools with connections that check whom they reached and how long the headers take."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn(), self.host, guard.private_host)

        def getresponse(self) -> Any:
            with _timed(self, guard.header_seconds):
                return super().getresponse()

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn(), self.host, guard.private_host)

        def getresponse(self) -> Any:
            with _timed(self, guard.header_seconds):
                return super().getresponse()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


@contextlib.contextmanager
def _timed(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """Shuts the socket when the time is over, which wakes whoever reads from it."""
    late = threading.Event()
    with DEADLINES.within(seconds, partial(_shut, connection.sock, late)):
        try:
            yield
        finally:
            if late.is_set():
                raise HeadersTooSlow("the headers took too long")


def _shut(sock: socket.socket | None, late: threading.Event) -> None:
    late.set()
    if sock is not None:
        with contextlib.suppress(OSError):  # already closed
            sock.shutdown(socket.SHUT_RDWR)
