"""Alarms: a night in which nothing failed, and which yet is unlike the site's own history.

What is usual, only the site's own documents and captures tell: so a site that
never posts on Sundays is quiet on none. A check looks at a night and gives
its alarm, or None; docs/health.md says what each means, with its numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from sqlite_utils import Database

from archive.catalogue import one, rows, value
from extractors.errors import Alarm, Frozen, Garbled, OtherTemplate, Quiet, Silent, Unvouched
from extractors.formats import quality
from extractors.thai.datelines import BANGKOK

WEEKS = 8  # that a weekday must have been lived through before it can be quieter than ever
YEAR = 26  # weeks that are compared
KNOWN = 20  # days with new documents before a pause, or changes of a list before a standstill, can be long
LONGER = 1.5  # times the longest pause so far
SHORTEST = 7  # days; less is no pause
SEVERAL = 3  # pages that no longer fit, before it is the template
SAMPLE = 100  # texts that are judged


@dataclass(frozen=True)
class Night:
    """One site's share of a harvest; `today` is the day on which it began, in Thailand."""

    db: Database
    site: str
    run: int
    today: date


def alarms(db: Database, run: int) -> list[tuple[str, Alarm]]:
    """Each site of the harvest with what is unlike its history; nothing of a run that is no harvest."""
    started = value(db, "SELECT started_at FROM run WHERE id = ? AND command = 'harvest'", [run])
    if started is None:
        return []
    today = datetime.fromisoformat(started).astimezone(BANGKOK).date()
    visited = [
        row["site"] for row in rows(db, "SELECT site FROM run_site WHERE run = ? ORDER BY site", [run])
    ]
    nights = [Night(db, site, run, today) for site in visited]
    return [(night.site, alarm) for night in nights for check in CHECKS if (alarm := check(night))]


def silent(night: Night) -> Alarm | None:
    """It listed nothing, and said nothing of an error: even an idle site lists its newest."""
    row = one(
        night.db, "SELECT found, failed FROM run_site WHERE run = ? AND site = ?", [night.run, night.site]
    )
    if row is None or row["found"] or row["failed"]:
        return None
    kept = value(
        night.db, "SELECT count(*) FROM document WHERE site = ? AND version IS NOT NULL", [night.site]
    )
    return Silent(
        night.site,
        f"listed nothing, without an error; {kept} documents of it are kept. "
        f"`prachum site test {night.site}` shows what it sends",
    )


def quiet(night: Night) -> Alarm | None:
    """Less came of the last whole day than ever of such a weekday, or nothing for longer than ever."""
    days = _days(night)
    if not days:
        return None
    day = night.today - timedelta(days=1)
    weeks = (day - min(days)).days // 7
    before = [days[day - timedelta(weeks=n)] for n in range(1, min(weeks, YEAR) + 1)]
    if len(before) >= WEEKS and days[day] < min(before):
        return Quiet(
            night.site,
            f"{days[day]} documents of {day}, where that day of the week brought {min(before)} at least "
            f"in each of {len(before)} weeks",
        )
    pauses = [(later - earlier).days for earlier, later in pairwise(sorted(days))]
    last = max(days)
    if len(days) >= KNOWN and _is_long((night.today - last).days, pauses):
        return Quiet(night.site, f"nothing since {last}, where it never paused for over {max(pauses)} days")
    return None


def frozen(night: Night) -> Alarm | None:
    """A list has been the same to the last byte for longer than ever: a feed that is no longer made."""
    for url in _lists(night):
        answers = groupby(_answers(night, url), key=lambda row: row["sha256"])
        begins = [date.fromisoformat(next(same)["fetched_at"][:10]) for _, same in answers]
        spans = [(later - earlier).days for earlier, later in pairwise(begins)]
        still = (night.today - begins[-1]).days if begins else 0
        if len(begins) >= KNOWN and _is_long(still, spans):
            return Frozen(
                night.site,
                f"{url} has been the same for {still} days, where it changed within {max(spans)}",
            )
    return None


def other_template(night: Night) -> Alarm | None:
    """The selector fits hardly a page of those that came."""
    sql = """
        SELECT count(*) FROM version JOIN document ON document.key = version.document
        WHERE version.run = ? AND document.site = ? AND document.kind = 'page' AND version.error IS NULL"""
    fit = value(night.db, sql, [night.run, night.site])
    sql = "SELECT count(DISTINCT url) FROM problem WHERE run = ? AND site = ? AND kind = 'Unmatched'"
    unfit = value(night.db, sql, [night.run, night.site])
    if unfit < SEVERAL or unfit <= fit:
        return None
    return OtherTemplate(
        night.site,
        f"`selector` fits {fit} of {fit + unfit} pages that came; the pages are made "
        f"otherwise now. Correct it in sites.toml, then `prachum reread {night.site}` reads what is kept",
    )


def garbled(night: Night) -> Alarm | None:
    """Most texts that came read badly, and few of those before did: letters of another encoding."""
    came = _readable(night, "version.run =")
    if len(came) < 2 or sum(came) * 2 > len(came):  # so nobody needs to know what came before
        return None
    before = _readable(night, "coalesce(version.run, 0) <")
    if len(before) < 2 or sum(before) < 0.9 * len(before):
        return None
    return Garbled(
        night.site,
        f"{len(came) - sum(came)} of {len(came)} texts that came are no readable Thai, as those before were; "
        "its encoding is declared wrongly, or its database was moved",
    )


def unvouched(night: Night) -> Alarm | None:
    """Its certificate has expired, or nobody signed it, and its pin alone lets it in."""
    sql = "SELECT count(*) FROM capture WHERE run = ? AND site = ? AND tls = 'pinned'"
    came = value(night.db, sql, [night.run, night.site])
    if not came:
        return None
    return Unvouched(
        night.site,
        f"{came} answers came under a certificate that `pin` alone vouches for; ask the office to renew it",
    )


# To add one: a function as above, its error in extractors/errors.py, and a line here and in docs/health.md.
CHECKS: tuple[Callable[[Night], Alarm | None], ...] = (
    silent,
    quiet,
    frozen,
    other_template,
    garbled,
    unvouched,
)


def _days(night: Night) -> Counter[date]:
    """How many pages were published on each day up to yesterday; of those that do not say, how many came."""
    sql = """
        SELECT coalesce(date(substr(published, 1, 10)), date(first_seen, '+7 hours')) AS day,
            count(*) AS pages
        FROM document WHERE site = ?1 AND kind = 'page'
        GROUP BY day HAVING day BETWEEN date(?2, '-2 years') AND date(?2, '-1 day')"""
    found = rows(night.db, sql, [night.site, night.today.isoformat()])
    return Counter({date.fromisoformat(row["day"]): row["pages"] for row in found})


def _is_long(pause: int, before: list[int]) -> bool:
    return bool(before) and pause >= SHORTEST and pause > LONGER * max(before)


def _lists(night: Night) -> list[str]:
    """The addresses that the site's lists came from this night."""
    sql = """
        SELECT DISTINCT url FROM capture WHERE run = ? AND site = ? AND document IS NULL
            AND status IN (200, 304) AND url NOT LIKE '%/robots.txt'"""
    return [row["url"] for row in rows(night.db, sql, [night.run, night.site])]


def _answers(night: Night, url: str) -> list[dict[str, str]]:
    """What that address gave, whole, in the order of time."""
    sql = """
        SELECT fetched_at, sha256 FROM capture
        WHERE site = ? AND url = ? AND document IS NULL AND status = 200 ORDER BY fetched_at, id"""
    return rows(night.db, sql, [night.site, url])


def _readable(night: Night, when: str) -> list[bool]:
    """Of the pages whose run is `when` this one, newest first: whether each reads well."""
    sql = f"""
        SELECT substr(text, 1, 4000) AS text FROM version JOIN text ON text.version = version.id
        JOIN document ON document.key = version.document
        WHERE document.site = ? AND document.kind = 'page' AND version.error IS NULL
            AND {when} ?
        ORDER BY version.id DESC LIMIT ?"""
    found = rows(night.db, sql, [night.site, night.run, SAMPLE])
    return [quality.judged(row["text"])[0] >= quality.POOR for row in found]
