"""Six kinds of sites in one `prachum harvest`, twice: the second costs hardly anything, and brings none."""

from __future__ import annotations

from pathlib import Path

from bench import kinds
from bench.__main__ import PAGE


def test_the_second_harvest_is_free_and_the_table_says_so(tmp_path: Path) -> None:
    rows = kinds.two_nights(tmp_path)
    assert [(row.failed, row.new) for row in rows] == [(0, 0)] * len(rows)
    assert [len(row.again) for row in rows] == [2, 2, 2, 2, 3, 0]
    assert all(row.documents for row in rows)
    assert kinds.table(rows) in PAGE.read_text(encoding="utf-8")
