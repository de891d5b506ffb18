"""Manners: one request a host at a time with a pause between, and robots.txt as its author meant it."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from protego import Protego

LONGEST_PAUSE = 30.0  # seconds; a longer Crawl-delay would keep a host from being harvested at all
ROBOTS_SIZE = 500_000  # bytes of robots.txt that are read, as large search engines do


class Gate:
    """Lets requests to a host through one after another, a pause apart; safe between threads."""

    def __init__(self) -> None:
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._open_at: dict[str, float] = {}

    @contextmanager
    def passing(self, host: str, pause: float) -> Iterator[None]:
        """Wait for one's turn at `host`; the next one's is `pause` seconds after this one began."""
        with self._hosts[host]:
            left = self._open_at.get(host, 0.0) - time.monotonic()
            if left > 0:  # even a sleep of no time at all lets go of the interpreter
                time.sleep(left)
            self._open_at[host] = time.monotonic() + pause
            yield

    def close(self, host: str, seconds: float) -> None:
        """Let nobody through for that long, as a Retry-After asks."""
        until = time.monotonic() + seconds
        self._open_at[host] = max(self._open_at.get(host, 0.0), until)


class Rules:
    """What one robots.txt says to us."""

    def __init__(self, text: str, agent: str) -> None:
        self._robots = Protego.parse(text)
        self._agent = agent

    def allows(self, url: str) -> bool:
        return bool(self._robots.can_fetch(url, self._agent))

    def pause(self) -> float:
        """Its Crawl-delay in seconds, at most LONGEST_PAUSE; 0 where it has none."""
        return min(float(self._robots.crawl_delay(self._agent) or 0.0), LONGEST_PAUSE)


def read_rules(status: int, body: bytes, agent: str) -> Rules | None:
    """The rules of an answer to /robots.txt (RFC 9309); None: the host is not to be crawled now.

    A robots.txt that is not there forbids nothing; one that cannot be served
    forbids everything until it can.
    """
    if status >= 500 or status == 429:
        return None
    # A byte order mark before the first line would hide it from every parser.
    text = body[:ROBOTS_SIZE].decode("utf-8-sig", errors="replace") if status == 200 else ""
    return Rules(text, agent)


class Memory(Protocol):
    """What earlier runs learnt of an address or a host; an Archive is one."""

    def validators(self, url: str) -> Mapping[str, str]:
        """The request headers that ask for an address only where it changed; none: ask in full."""

    def resting(self, host: str) -> str | None:
        """The moment until which the host is to be left alone; None where there is none, or it is over."""

    def let_rest(self, host: str, until: str, is_failing: bool = False) -> None:
        """Notes such a moment: the host asked for it, or its documents failed one after another."""

    def is_failing(self, host: str) -> bool:
        """Whether its documents failed one after another, and none was had since."""

    def recovered(self, host: str) -> None:
        """Notes that a document was had again."""


class _NoMemory:
    """That of whoever looks at a site for the first time."""

    def validators(self, url: str) -> Mapping[str, str]:
        return {}

    def resting(self, host: str) -> str | None:
        return None

    def let_rest(self, host: str, until: str, is_failing: bool = False) -> None:
        pass

    def is_failing(self, host: str) -> bool:
        return False

    def recovered(self, host: str) -> None:
        pass


NO_MEMORY = _NoMemory()
