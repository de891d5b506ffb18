"""Official documents in the catalogue: what each says of itself, to rows and back."""

from __future__ import annotations

import json
from dataclasses import replace

from sqlite_utils import Database

from archive import proofs
from archive.catalogue import one
from extractors.output import official_facts_json, official_from_json
from extractors.records import Official

# Columns of `official` that hold the fact of that name as it is; the lists stand in `facts` alone.
COLUMNS = ("kind", "number", "subject", "issuer", "addressee", "date", "reply_by", "started", "closed")


def load(db: Database, document: int) -> Official | None:
    """What the document of that key says of itself; None where it is no official document."""
    row = one(db, "SELECT facts FROM official WHERE document = ?", [document])
    if row is None:
        return None
    evidence = proofs.load(db, "official_evidence", "document", document)
    return replace(official_from_json(json.loads(row["facts"])), evidence=evidence)


def put(db: Database, document: int, official: Official | None) -> None:
    """The rows of the document, in place of those before; nothing is written where nothing changed."""
    if official == load(db, document):
        return
    remove(db, document)
    if official is None:
        return
    facts = official_facts_json(official)
    db.execute(
        f"INSERT INTO official(document, {', '.join(COLUMNS)}, facts) VALUES (?{', ?' * len(COLUMNS)}, ?)",
        [document, *(facts[name] for name in COLUMNS), json.dumps(facts, ensure_ascii=False)],
    )
    db.conn.executemany(
        """INSERT INTO official_evidence(document, path, page, start, "end", rule, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        [
            (document, path, place.page, place.start, place.end, place.rule, place.confidence)
            for path, place in official.proofs()
        ],
    )


def remove(db: Database, document: int) -> None:
    for table in ("official_evidence", "official"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", [document])
