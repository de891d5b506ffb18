"""The moment, as the archive writes it: ISO 8601, UTC, whole seconds, a final "Z"."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    return written(datetime.now(UTC))


def written(moment: datetime) -> str:
    """A moment in UTC as the archive writes it.

    >>> written(datetime(2020, 12, 21, 8, 30, tzinfo=UTC))
    '2020-12-21T08:30:00Z'
    """
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
