"""The day on which a document was written, and which of its days are the document's and no event's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors.records import Document
from extractors.thai.datelines import find_dateline
from extractors.thai.dates import Dates

# The days that an official document gives of itself.
OWN = ("date", "reply_by")


def written_on(document: Document) -> Dates | None:
    """The day of a letter or order, else the dateline; `begin` and `end` are 0 where only the site says it.

    >>> from extractors.official import read_official
    >>> letter = Document("d", "", "text/plain", "ที่ ศธ ๐๔๙๙๘/ว ๗\\n๒ มี.ค. ๖๕\\nเรื่อง ประชุม\\nเรียน ครู")
    >>> written_on(Document("d", "", "", letter.text, official=read_official(letter))).first.isoformat()
    '2022-03-02'
    """
    official = document.official
    if official is None or official.date is None or len(official.date) < 10:
        return find_dateline(document.text, document.published)
    place = official.evidence["date"][0]
    day = date.fromisoformat(official.date)
    return Dates(place.start, place.end, ((day, day),), "dateline")


def not_its_own(document: Document, stated: Sequence[Dates]) -> list[Dates]:
    """The days that a document states, without a letter's own: its date, and until when to answer."""
    official = document.official
    if official is None:
        return list(stated)
    own = [place for path in OWN for place in official.evidence.get(path, ())]
    dateline = find_dateline(document.text, document.published)
    taken = [(place.start, place.end) for place in own]
    taken += [(dateline.begin, dateline.end)] if dateline and official.date else []
    return [said for said in stated if not any(said.begin < end and start < said.end for start, end in taken)]
