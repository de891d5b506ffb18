"""What the simulated web is made of: files, posts, and the facts that a post tells of its event."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

THAI = timezone(timedelta(hours=7))  # Thailand has no summer time
FILES = Path(__file__).with_name("files")

Facts = dict[str, Any]


@dataclass(frozen=True)
class File:
    """An attachment: `path` below wp-content/uploads/, `source` the file in tests/world/files.

    `facts` is the event that the file alone tells of.
    """

    path: str
    source: str
    title: str
    facts: Facts | None = None

    def body(self) -> bytes:
        return (FILES / self.source).read_bytes()


@dataclass(frozen=True)
class Post:
    """One post, as its author typed it. Moments are in Thai time, without a zone: "2020-12-25T16:40:12".

    `title` is plain text; `content` is HTML, whose links to own files begin
    with /wp-content/. `facts` is the event that a careful reader finds in
    title and content, in the shape of the annotation guide; None where the
    post tells of none.
    """

    id: int
    slug: str
    title: str
    published: str
    content: str
    facts: Facts | None
    modified: str | None = None  # None: never changed since it was published
    first_content: str | None = None  # what stood there until `modified`
    category: str = "ข่าวกิจกรรม"
    files: tuple[File, ...] = ()

    @property
    def changed(self) -> str:
        """The moment of the last change, in Thai time."""
        return self.modified or self.published

    def at(self, moment: str) -> Post | None:
        """The post as its visitors saw it at that moment, without facts before its change; None: not yet."""
        if moment < self.published:
            return None
        if self.modified is None or moment >= self.modified:
            return self
        content = self.first_content or self.content
        return replace(self, content=content, modified=None, first_content=None, facts=None)


def utc(moment: str) -> str:
    """A Thai moment as the same moment in UTC, both without a zone.

    >>> utc("2020-12-25T06:40:12")
    '2020-12-24T23:40:12'
    """
    local = datetime.fromisoformat(moment).replace(tzinfo=THAI)
    return local.astimezone(UTC).replace(tzinfo=None).isoformat()


def event(**said: Any) -> Facts:
    """The facts that are said, over the guide's defaults; a one-day event needs no `end`."""
    nothing: Facts = {
        **dict.fromkeys(("title", "type", "phase", "start", "end", "time", "end_time")),
        **dict.fromkeys(("venue", "district", "province", "country")),
        "online": False,
        "organizers": [],
        "people": [],
    }
    return {**nothing, "end": said.get("start"), **said}


def person(
    honorific: str | None, name: str, position: str | None, role: str, topic: str | None = None
) -> Facts:
    """One entry of `people`, in the guide's order."""
    return {"honorific": honorific, "name": name, "position": position, "role": role, "topic": topic}
