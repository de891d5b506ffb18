"""Patterns that are tried only where a word stands with which they begin.

Each of our rules is a pattern that a whole text is asked for, and most match
nowhere: `re` tries every one of them at every letter. Here all texts are gone
through once, for the words with which any of the patterns begins (openings.py
reads them from the pattern), by an automaton that finds any number of words at
the cost of one (Aho and Corasick, 1975); each pattern is then tried where one of
its own stands. So a further rule costs next to nothing.

`Sought(…)` stands for `re.compile(…)` where a pattern begins with a word and is
searched for in whole texts. It finds the same, since no match of it can begin
elsewhere; tests/test_sought.py compares the two. One exception, which no rule
needs: after an empty match it goes on one letter further, where `re` would try
for a longer match at the same place.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

import ahocorasick

from extractors.sought.openings import BEGINNING, openings

SHORT = 200  # code points of a text that is not worth to be gone through
PATTERNS: list[Sought] = []  # as they are made, while modules are imported


class Sought:
    """A pattern that begins with a word, asked as one of `re` is.

    >>> Sought("(?<!ก)จัด(?:งาน|ที่)").search("จะจัดงานที่" + 200 * " จัด").span()
    (2, 8)
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.compiled = re.compile(pattern, flags)
        self.match = self.compiled.match
        self.fullmatch = self.compiled.fullmatch
        self.sub = self.compiled.sub
        self.number = len(PATTERNS)
        PATTERNS.append(self)

    @cached_property
    def openings(self) -> dict[str, tuple[int, ...]]:
        """The words with which a match begins, each with how many code points of the match stand before it.

        Raises ValueError where a match may begin with anything.
        """
        found: dict[str, tuple[int, ...]] = {}
        for before, word in sorted(openings(self.pattern, self.compiled.flags) - {BEGINNING}):
            found[word] = (*found.get(word, ()), before)
        if "" in found:
            raise ValueError(
                f"expected a pattern that begins with a word, came {self.pattern[:60]!r}…: compile it by re"
            )
        return found

    @cached_property
    def at_beginning(self) -> bool:
        """Whether a match may begin at a text's beginning with whatever it be."""
        return BEGINNING in openings(self.pattern, self.compiled.flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in text[start:end]; `(?<=…)` sees what stands before it."""
        if len(text) <= SHORT:
            return self.compiled.search(text, start, end)
        return next(self._tried(text, self._from(text, start), end), None)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match in text[start:end], none over another."""
        if len(text) <= SHORT:
            return self.compiled.finditer(text, start, end)
        return self._tried(text, self._from(text, start), end)

    def within(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        r"""Every match in text[start:end] as a text of its own, before which nothing is seen."""
        part = text[start:end]
        if len(text) <= SHORT:
            return self.compiled.finditer(part)
        places = (place - start for place in self._from(text, start))
        return self._tried(part, chain((0,), places) if self.at_beginning else places)

    def overlapping(self, text: str) -> Iterator[re.Match[str]]:
        """What matches at any place of the text, one over another too."""
        places = dict.fromkeys(self._from(text, 0))
        return (found for place in places if (found := self.match(text, place)))

    def _from(self, text: str, start: int) -> Iterator[int]:
        starts = _starts(text, len(PATTERNS))[self.number]
        return map(starts.__getitem__, range(bisect_left(starts, max(start, 0)), len(starts)))

    def _tried(self, text: str, places: Iterable[int], end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches that begin at those places, none over another."""
        match, free, last = self.match, 0, min(end, len(text))
        for place in places:
            if place > last:
                break
            if place >= free and (found := match(text, place, end)):
                yield found
                free = max(found.end(), place + 1)


# Every pattern asks for the text that is being read; `patterns` is how many there are.
@lru_cache(maxsize=8)
def _starts(text: str, patterns: int) -> list[list[int]]:
    """Where in the text a match of each pattern may begin, in order; some twice, some before the text."""
    starts = [[0] if pattern.at_beginning else [] for pattern in PATTERNS[:patterns]]
    for end, begun in _automaton(patterns).iter(text):
        for number, length in begun:
            starts[number].append(end - length)
    for places in starts:
        places.sort()
    return starts


@lru_cache(maxsize=1)
def _automaton(patterns: int) -> ahocorasick.Automaton:
    """Finds all words, and with each the numbers of the patterns that it begins, and how far from its end."""
    begun: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, pattern in enumerate(PATTERNS[:patterns]):
        for word, befores in pattern.openings.items():
            begun[word] += [(number, before + len(word) - 1) for before in befores]
    automaton = ahocorasick.Automaton()
    for word, numbers in begun.items():
        automaton.add_word(word, numbers)
    automaton.make_automaton()
    return automaton
