"""Deadlines: what is to be done when a piece of work takes too long, on one thread for all of them."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Deadlines:
    """Sees to the deadlines of many threads; its own thread starts with the first one.

    A `threading.Timer` for each would start two threads a request, which costs more than its parsing.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._set: dict[object, tuple[float, Callable[[], None]]] = {}
        self._wakes = math.inf
        self._thread: threading.Thread | None = None

    @contextmanager
    def within(self, seconds: float, late: Callable[[], None]) -> Iterator[None]:
        """Calls `late`, once and from another thread, where the block has not ended by then.

        It must not wait for anything: every other deadline waits for it. After
        the block it is either done or never will be.
        """
        mark, due = object(), time.monotonic() + seconds
        with self._changed:
            self._set[mark] = due, late
            if self._thread is None or not self._thread.is_alive():  # in a forked process it is not
                self._thread = threading.Thread(target=self._watch, name="deadlines", daemon=True)
                self._thread.start()
            if due < self._wakes:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._set.pop(mark, None)

    def _watch(self) -> None:
        with self._changed:
            while True:
                for mark, (due, late) in list(self._set.items()):
                    if due <= time.monotonic():
                        del self._set[mark]
                        late()
                self._wakes = min((due for due, _ in self._set.values()), default=math.inf)
                left = self._wakes - time.monotonic()
                self._changed.wait(max(left, 0.0) if self._set else None)


DEADLINES = Deadlines()
