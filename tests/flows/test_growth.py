"""A night asks the catalogue for what is new alone, however much is known."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive import catalogue
from tests.flows.harvesting import harvest, site_at
from tests.world.posts import POSTS
from tests.world.server import serve

# Tables of which every row would be read, or every row that has a document. What waits to be read has an
# index of its own, in which nothing else stands.
WHOLE = re.compile(
    r"SCAN (?:capture|document|version|text|event|evidence|report|problem|words|pointer)\b(?! USING INDEX "
    r"capture_unread)|USING INDEX capture_document \(document>\?\)"
)


def test_no_statement_of_a_night_reads_a_whole_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()
    tuned = catalogue._tuned

    def listening(connection: sqlite3.Connection) -> Database:
        connection.set_trace_callback(said.add)
        return tuned(connection)

    days = sorted(post.published[:10] for post in POSTS)
    with serve(today=days[-5]) as world:
        harvest(tmp_path, site_at(world.url))
        world.today = None
        monkeypatch.setattr(catalogue, "_tuned", listening)
        row = harvest(tmp_path, site_at(world.url))
    assert row["new"] >= 4
    questions = {text for text in said if text.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE"))}
    assert len(questions) > 100
    db = sqlite3.connect(tmp_path / catalogue.NAME)
    plans = {text: [step[3] for step in db.execute(f"EXPLAIN QUERY PLAN {text}")] for text in questions}
    assert {text: steps for text, steps in plans.items() if WHOLE.search("\n".join(steps))} == {}
