"""What the archive remembers of hosts: what an address is to be asked with, who rests, who fails."""

from __future__ import annotations

from sqlite_utils import Database

from archive import unmodified
from archive.catalogue import value, writing
from archive.clock import now


class Hosts:
    """What a fetcher asks before it asks a host."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def validators(self, url: str) -> dict[str, str]:
        """The request headers that ask for an address only where it changed; none: ask in full."""
        return unmodified.validators(self.db, url)

    def resting(self, host: str) -> str | None:
        """The moment until which the host is to be left alone; None where there is none, or it is over."""
        until: str | None = value(
            self.db, "SELECT until FROM resting WHERE host = ? AND until > ?", [host, now()]
        )
        return until

    def let_rest(self, host: str, until: str, is_failing: bool = False) -> None:
        """Notes such a moment: the host asked for it, or its documents failed one after another."""
        sql = "INSERT OR REPLACE INTO resting(host, until, is_failing) VALUES (?, ?, ?)"
        with writing(self.db):
            self.db.execute(sql, [host, until, is_failing])

    def is_failing(self, host: str) -> bool:
        """Whether its documents failed one after another, and none was had since."""
        return bool(value(self.db, "SELECT is_failing FROM resting WHERE host = ?", [host]))

    def recovered(self, host: str) -> None:
        with writing(self.db):
            self.db.execute("DELETE FROM resting WHERE host = ?", [host])
