"""A host that asks to be left alone for hours is left alone, in later runs as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.ledger import ledger
from archive.store import Archive
from flows.fetch import LONGEST_REST
from tests.flows.harvesting import harvest, site_at
from tests.world.server import serve


def test_it_is_not_asked_before_its_time(tmp_path: Path) -> None:
    with serve(faults=["busy-all-day /archives/*"]) as world:
        first = harvest(tmp_path, site_at(world.url))
        assert first["failed"] == 1
        world.faults = []
        world.log.clear()
        second = harvest(tmp_path, site_at(world.url))
        assert world.log == []
        assert (second["requests"], second["failed"]) == (0, 1)
        assert "left alone until" in second["message"]
        with Archive(tmp_path) as archive:
            assert list(ledger(archive.db, "sample", 7).resting) == [f"127.0.0.1:{world.port}"]
            archive.db.execute("UPDATE resting SET until = '2020-01-01T00:00:00Z'")
        third = harvest(tmp_path, site_at(world.url))
        assert (third["failed"], third["new"] > 0) == (0, True)


def test_no_rest_is_longer_than_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.fetch.retry_after", lambda capture: 1e9)
    with serve(faults=["busy-all-day /archives/*"]) as world:
        harvest(tmp_path, site_at(world.url))
    with Archive(tmp_path, readonly=True) as archive:
        ((asked, until),) = archive.db.execute(
            "SELECT max(fetched_at), until FROM capture, resting"
        ).fetchall()
        (days,) = archive.db.execute("SELECT julianday(?) - julianday(?)", [until, asked]).fetchone()
    assert 0 < days <= LONGEST_REST.days + 0.01
