"""The hours in which a site may be fetched from: a backfill of weeks stops each morning, until the night."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from extractors.thai.datelines import BANGKOK

Clock = Callable[[], datetime]

TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def bangkok() -> datetime:
    return datetime.now(BANGKOK)


class Window:
    """Open from now until that time of day, "06:00", in the clock's zone; always, where none is said."""

    def __init__(self, until: str | None, clock: Clock = bangkok) -> None:
        self._clock = clock
        self._closes = closing(until, clock()) if until else None

    @property
    def is_open(self) -> bool:
        return self._closes is None or self._clock() < self._closes


def closing(until: str, began: datetime) -> datetime:
    """The next moment at which it is that time.

    >>> closing("06:00", datetime(2026, 11, 26, 1, 30)), closing("06:00", datetime(2026, 11, 26, 10, 0))
    (datetime.datetime(2026, 11, 26, 6, 0), datetime.datetime(2026, 11, 27, 6, 0))
    """
    hour, minute = map(int, until.split(":"))
    closes = began.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return closes if closes > began else closes + timedelta(days=1)
