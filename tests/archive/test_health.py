"""Alarms: raised where a site is unlike its own history, and not on its ordinary nights."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from archive.health import alarms
from archive.store import Archive
from extractors.errors import PrachumError, Unmatched
from extractors.records import Site

TODAY = date(2026, 11, 26)  # a Thursday; the harvest looks at the Wednesday before
SITE = Site("krabi", "โรงเรียน", "http://127.0.0.1/", "feed", allow_private=True)
GARBLED = "โรงเรียนจัดประชุมครูเพื่อวางแผนการเรียนรู้ในภาคเรียนหน้า".encode().decode("latin-1") * 3
THAI = "โรงเรียนจัดประชุมครูเพื่อวางแผนการเรียนรู้ในภาคเรียนหน้า และเชิญผู้ปกครองมาร่วมรับฟัง"


class History:
    """A site's past, put straight into the catalogue: months of nights would take hours to harvest."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.db = archive.db
        archive.register(SITE)
        self.n = 0
        self.run = 0

    def night(self, day: date, **counts: int) -> None:
        self.run = self.archive.begin_run("harvest")
        self.db.execute("UPDATE run SET started_at = ? WHERE id = ?", [_at(day), self.run])
        self.archive.tally(self.run, SITE.id, **({"found": 10} | counts))

    def page(self, day: date, text: str = THAI, error: PrachumError | None = None) -> None:
        """A page published on that day, read in the last night."""
        self.n += 1
        capture = self.capture(day, f"http://127.0.0.1/?p={self.n}", f"krabi/{self.n}")
        row = {"id": f"krabi/{self.n}", "site": SITE.id, "url": "", "kind": "page"}
        seen = {"published": day.isoformat(), "first_seen": _at(day), "last_seen": _at(day)}
        self.db.table("document").insert({"key": self.n, **row, **seen})
        told = {"document": self.n, "n": 1, "capture": capture, "text_sha256": "", "extractor": "t"}
        reason = error and error.reason
        self.db.table("version").insert(
            {"id": self.n, **told, "read_at": _at(day), "error": reason, "run": self.run}
        )
        if error:
            self.archive.problem(self.run, SITE.id, error.url, error)
        self.db.table("text").insert({"version": self.n, "text": text})
        self.db.execute("UPDATE document SET version = ?1 WHERE key = ?1", [self.n])

    def capture(self, day: date, url: str, document: str | None = None, sha256: str = "") -> int:
        id = self.db.execute("SELECT coalesce(max(id), 0) + 1 FROM capture").fetchone()[0]
        row = {"id": id, "record_id": f"urn:{id}", "url": url, "fetched_at": _at(day), "status": 200}
        place = {"headers": "[]", "size": 1, "warc_file": "w", "warc_offset": id, "warc_length": 1}
        told = {"sha256": sha256, "run": self.run, "site": SITE.id, "document": document}
        self.db.table("capture").insert({**row, **place, **told})
        return id

    def alarms(self) -> list[str]:
        return [type(alarm).__name__ for _, alarm in alarms(self.db, self.run)]


def _at(day: date) -> str:
    return f"{day - timedelta(days=1)}T18:30:00Z"  # 01:30 in Thailand


@pytest.fixture
def past(tmp_path: Path) -> History:
    return History(Archive(tmp_path))


def workdays(past: History, weeks: int, each: Callable[[date], int], until: date = TODAY) -> None:
    past.night(until)
    for n in range(weeks * 7, 0, -1):
        day = until - timedelta(days=n)
        for _ in range(each(day)):
            past.page(day)


def busy_on_workdays(day: date) -> int:
    return 0 if day.weekday() >= 5 else 2 + day.toordinal() % 3


def test_ordinary_nights_raise_nothing(past: History) -> None:
    workdays(past, 30, busy_on_workdays, TODAY - timedelta(days=14))
    for n in range(14, -1, -1):
        day = TODAY - timedelta(days=n)
        past.night(day)
        assert past.alarms() == [], day
        for _ in range(busy_on_workdays(day)):
            past.page(day)


def test_a_weekday_with_less_than_ever_is_quiet(past: History) -> None:
    workdays(past, 30, lambda day: busy_on_workdays(day) if day < TODAY - timedelta(days=1) else 1)
    assert past.alarms() == ["Quiet"]
    ((site, alarm),) = alarms(past.db, past.run)
    assert site == "krabi"
    assert "1 documents of 2026-11-25" in alarm.reason
    assert "brought 2 at least in each of 26 weeks" in alarm.reason


def test_a_site_of_a_few_weeks_has_no_history_yet(past: History) -> None:
    workdays(past, 6, lambda day: busy_on_workdays(day) if day < TODAY - timedelta(days=1) else 0)
    assert past.alarms() == []


@pytest.mark.parametrize(("days", "said"), [(20, []), (21, ["Quiet"])])
def test_a_pause_that_is_longer_than_any_before(past: History, days: int, said: list[str]) -> None:
    """A small site: one post a fortnight, at the longest."""
    until = TODAY - timedelta(days=days)
    workdays(past, 60, lambda day: int((until - day).days % 14 == 1), until)
    past.page(until)
    past.night(TODAY + timedelta(days=1))
    assert past.alarms() == said


def test_what_lists_nothing_without_an_error_is_never_silent(past: History) -> None:
    past.night(TODAY, found=0)
    assert past.alarms() == ["Silent"]
    past.night(TODAY, found=0, failed=1)
    assert past.alarms() == []


@pytest.mark.parametrize(("still", "said"), [(5, []), (12, ["Frozen"])])
def test_a_list_that_stands_still(past: History, still: int, said: list[str]) -> None:
    for n in range(60, -1, -1):
        day = TODAY - timedelta(days=n)
        past.night(day)
        past.capture(day, "http://127.0.0.1/feed/", sha256=str(max(n, still) // 2))
    assert past.alarms() == said


@pytest.mark.parametrize(("fit", "unfit", "said"), [(5, 2, []), (2, 2, []), (1, 3, ["OtherTemplate"])])
def test_pages_that_no_longer_fit_their_selector(
    past: History, fit: int, unfit: int, said: list[str]
) -> None:
    past.night(TODAY)
    for n in range(fit + unfit):
        past.page(TODAY, error=Unmatched(f"/{n}", "expected 1") if n < unfit else None)
    assert past.alarms() == said


@pytest.mark.parametrize(("before", "came", "said"), [(THAI, GARBLED, ["Garbled"]), (GARBLED, GARBLED, [])])
def test_texts_that_turn_into_other_letters(past: History, before: str, came: str, said: list[str]) -> None:
    past.night(TODAY - timedelta(days=1))
    for _ in range(5):
        past.page(TODAY - timedelta(days=1), before)
    past.night(TODAY)
    for _ in range(3):
        past.page(TODAY, came)
    assert past.alarms() == said


def test_a_reread_raises_none(past: History) -> None:
    past.night(TODAY, found=0)
    past.db.execute("UPDATE run SET command = 'reread'")
    assert past.alarms() == []
