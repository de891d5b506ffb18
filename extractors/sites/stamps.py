"""The moments and days that sites say their documents are of."""

from __future__ import annotations

from datetime import UTC, datetime

from extractors.thai.dates import find_dates
from extractors.thai.text import normalize


def moment(said: str) -> str | None:
    """An ISO 8601 moment in UTC, or the day where no time is said; None for what is neither.

    >>> moment("2020-12-25T16:40:12+07:00"), moment("2020-12-25"), moment("yesterday")
    ('2020-12-25T09:40:12Z', '2020-12-25', None)
    """
    try:
        read = datetime.fromisoformat(said)
    except ValueError:
        return None
    if len(said) <= 10:
        return read.date().isoformat()
    read = read if read.tzinfo else read.replace(tzinfo=UTC)
    return read.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(said: str) -> str | None:
    """The first day that people's words name, of whichever era; None where they name none.

    >>> day("(12 มี.ค. 67)"), day("วันที่ลงข่าว ๑๒/๓/๒๕๖๗"), day("มีนาคม 2567")
    ('2024-03-12', '2024-03-12', None)
    """
    return next(
        (found.first.isoformat() for found in find_dates(normalize(said)) if found.rule == "day"), None
    )
