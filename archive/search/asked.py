"""What was asked, understood: what is looked for, what is left out, and by what the hits are narrowed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chunk:
    """One thing that is looked for, and every way to write it; the first is the way it was typed."""

    forms: tuple[str, ...]
    required: bool = False  # it stood in quotes: never given up, in its first form alone
    when: tuple[str, str] | None = None  # the days [from, before) it names, ISO
    relative: bool = False  # named by today: no text of those days says it in these words
    fiscal: bool = False  # a fiscal year
    is_name: bool = False  # of a body that is known: its words, apart, are not it
    slips: tuple[str, ...] = ()  # of the forms, those that the archive has where it has none that was typed


@dataclass(frozen=True)
class Query:
    """`filters` by the names that are the values of fields.FIELDS."""

    chunks: tuple[Chunk, ...] = ()
    without: tuple[Chunk, ...] = ()
    filters: tuple[tuple[str, str | int], ...] = ()

    @property
    def empty(self) -> bool:
        return not self.chunks

    @property
    def blank(self) -> bool:
        """Whether nothing was asked, as by 😀 or …: not even to leave out or to narrow by."""
        return not (self.chunks or self.without or self.filters)

    @property
    def when(self) -> tuple[str, str] | None:
        """The period that the query names most closely: a day before a month, a month before a year."""
        named = [chunk.when for chunk in self.chunks if chunk.when]
        return max(
            named, key=lambda days: (len(days[0]), days[0][4:] != "-01" or days[1][4:] != "-01"), default=None
        )
