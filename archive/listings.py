"""The contents that a listing carries: some lists hold the whole text of what they list."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from sqlite_utils import Database

from archive import keeping
from archive.catalogue import one
from extractors.sites import KINDS

KEPT = 4  # listings; a hundred posts share one


class Listings:
    """The listings of one data folder, the last few read kept at hand."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.folder = db, folder
        self._known: OrderedDict[str, dict[str, str | None]] = OrderedDict()

    def content(self, capture: int, document: str) -> str | None:
        """What the listing of that capture says of a document; None where it says nothing."""
        row = one(self.db, "SELECT * FROM capture WHERE id = ?", [capture])
        if row is None:
            return None
        known = self._known.get(row["sha256"])
        if known is None:
            site = keeping.site(self.db, row["site"])
            links = KINDS[site.kind].links(keeping.load(self.db, self.folder, row), site)
            known = self._known[row["sha256"]] = {link.id: link.content for link in links}
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return known.get(document)
