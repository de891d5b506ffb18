"""What a harvest is doing right now, told to whoever looks on: the command line draws bars from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

# (site or "reading", how many are done, how many there are)
Watcher = Callable[[str, int, int], None]

_watchers: list[Watcher] = []


def tell(what: str, done: int, total: int) -> None:
    for watcher in _watchers:
        watcher(what, done, total)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Tell that watcher everything until the block ends; it is called from several threads."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)
