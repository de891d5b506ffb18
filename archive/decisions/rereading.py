"""What is undone comes back from the captures: which of them are to be read once more."""

from __future__ import annotations

from sqlite_utils import Database

from archive.states import WHOLE


def read_again(db: Database, page: str) -> None:
    """Has the page's newest state read once more, and its event told anew with it."""
    newest = f"""
        SELECT id FROM capture WHERE (document = ?1 OR parent = ?1) AND {WHOLE}
        ORDER BY document <> ?1, fetched_at DESC, id DESC LIMIT 1"""
    db.execute(f"UPDATE capture SET read_at = NULL WHERE id = ({newest})", [page])


def read_all_again(db: Database, document: str) -> None:
    """Has every state of a document and its attachments read, of which no version is left."""
    db.execute(
        f"UPDATE capture SET read_at = NULL WHERE (document = ?1 OR parent = ?1) AND {WHOLE}", [document]
    )
