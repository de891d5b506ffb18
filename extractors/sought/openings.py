r"""What every match of a pattern begins with, read from the pattern's own text.

An opening is (how many code points of the match stand before it, a word): every
match of `\s(?:ภาย)?ใน` has ภายใน or ใน one behind its first. What cannot be told
cheaply is left out, and the opening is the shorter for it, never wrong: of what
looks round (`(?<!…)`, `(?!…)`) nothing is taken but what must follow (`(?=…)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, product
from math import prod
from typing import NamedTuple

LONGEST = 5  # letters of a word; longer ones are hardly rarer in a text
FARTHEST = 8  # code points that may stand before it
FEW = 5  # letters of a class that are told apart
SHORT = 3  # letters of a word for which no longer one is sought behind a letter of any kind
CASES = 24  # spellings that are told of a word in either case
MANY = 1_000  # openings of a pattern, beyond which none of them is made longer

_QUANTIFIER = r"[*+?][?+]?|\{\d*,?\d*\}[?+]?"
_TOKEN = re.compile(
    r"\\(?:x..|u.{4}|U.{8}|.)"  # an escape
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"  # a class
    r"|\(\?P=\w+\)|\(\?(?:P<\w+>|<?[=!]|[a-zA-Z]*:)|\((?!\?)|[)|^$.]"
    rf"|{_QUANTIFIER}|[^(\[]",
    re.DOTALL,
)
_LATIN = "".join(map(chr, range(0x2200)))
_BLANKS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}


class Opening(NamedTuple):
    """A word, and what stands before it; `open` where what follows in the pattern makes it longer.

    `spare` is a short word farther to the front, which was given up for one behind a letter of any kind.
    """

    before: int
    word: str
    open: bool = True
    spare: tuple[int, str] = (0, "")

    def best(self) -> tuple[int, str]:
        """The longer of its two words, with what stands before it."""
        spared = self.spare[1] and len(self.spare[1]) >= len(self.word)
        return self.spare if spared else (self.before, self.word)

    def settled(self) -> Opening:
        """As it is told, where it has a word; open else."""
        return Opening(*self.best(), open=False) if self.best()[1] else self


Openings = frozenset[Opening]
NOTHING: Openings = frozenset({Opening(0, "")})
ANYTHING: Openings = frozenset({Opening(0, "", open=False)})
ANY_LETTER: Openings = frozenset({Opening(1, "")})
BEGINNING = (-1, "")  # of the text: a match begins there, with whatever it be


@cache
def openings(pattern: str, flags: int = 0) -> frozenset[tuple[int, str]]:
    r"""Every opening of the pattern; one of no letters where a match may begin with anything.

    >>> sorted(openings(r"(?<![ก-๎])(?:จัด|จะ(?:มี)?)ที่\s?บ้าน"))
    [(0, 'จะที่'), (0, 'จะมีท'), (0, 'จัดที')]
    >>> sorted(openings(r"\d?(?=น\.)"))
    [(0, 'น.'), (1, 'น.')]
    >>> sorted(openings(r"(?:\A\s*|\n)บ้าน")) == [BEGINNING, (0, "\nบ้าน")]
    True
    >>> openings(r"[ก-ฮ]*บ้าน")
    frozenset({(0, '')})
    """
    if flags & re.IGNORECASE:
        pattern = f"(?i:{pattern})"
    tokens = _TOKEN.findall(pattern)
    if "".join(tokens) != pattern:
        raise ValueError(f"expected the syntax of re that openings.py knows, came {pattern!r}")
    found, _ = _either(tokens, 0)
    pairs = {opening.best() for opening in found}
    if any(not word for _, word in pairs - {BEGINNING}):
        return frozenset({(0, "")})
    return frozenset(
        (before, word)
        for before, word in pairs
        if not any((before, word[:length]) in pairs for length in range(1, len(word)))
    )


def _either(tokens: list[str], place: int) -> tuple[Openings, int]:
    """Those of alternatives, and where they end."""
    found: set[Opening] = set()
    while True:
        sequence, place = _sequence(tokens, place)
        found |= sequence
        if place == len(tokens) or tokens[place] == ")":
            return frozenset(found), place
        place += 1


def _sequence(tokens: list[str], place: int) -> tuple[Openings, int]:
    """Those of what follows one another, up to | or ) or the end."""
    found = NOTHING
    while place < len(tokens) and tokens[place] not in ("|", ")"):
        if not any(opening.open for opening in found):
            return found, _end(tokens, place)
        item, place = _item(tokens, place)
        if place < len(tokens) and re.fullmatch(_QUANTIFIER, tokens[place]):
            item = _repeated(item, tokens[place])
            place += 1
        found = _joined(found, item)
    return found, place


def _end(tokens: list[str], place: int) -> int:
    """Where the alternative ends in which that token stands."""
    depth = 0
    for at in range(place, len(tokens)):
        token = tokens[at]
        if depth == 0 and token in ("|", ")"):
            return at
        depth += (token[0] == "(" and token[:4] != "(?P=") - (token == ")")
    return len(tokens)


def _item(tokens: list[str], place: int) -> tuple[Openings, int]:
    """Those of one letter, class or group, and where it ends."""
    token = tokens[place]
    if token[:4] == "(?P=":
        return ANYTHING, place + 1
    if token[0] == "(":
        inner, end = _either(tokens, place + 1)
        return _group(token, inner), end + 1
    if token == r"\A":
        return frozenset({Opening(*BEGINNING, open=False)}), place + 1
    if token in ("^", "$", r"\Z", r"\b", r"\B"):
        return NOTHING, place + 1
    letters = _letters(token)
    return frozenset(Opening(0, letter) for letter in letters) or ANY_LETTER, place + 1


def _group(opened: str, inner: Openings) -> Openings:
    if opened in ("(?!", "(?<!", "(?<="):
        return NOTHING
    if opened == "(?=":
        return _closed(inner)
    if opened[-1] == ":" and "i" in opened:
        return frozenset(_in_any_case(inner))
    return inner


def _in_any_case(found: Openings) -> Iterator[Opening]:
    for opening in found:
        cases = list(map(_cases, opening.word))
        while prod(map(len, cases)) > CASES:
            cases.pop()
        whole = opening.open and len(cases) == len(opening.word)
        for letters in product(*cases):
            yield opening._replace(word="".join(letters), open=whole, spare=(0, ""))


@cache
def _cases(letter: str) -> frozenset[str]:
    r"""What `re` takes for that letter where case does not matter: K, k and the sign of Kelvin.

    >>> _cases("k") == {"k", "K", "\u212a"}
    True
    """
    return frozenset(re.findall(re.escape(letter), _LATIN, re.IGNORECASE)) or frozenset({letter})


def _letters(token: str) -> list[str]:
    """The letters that a token stands for; none where they are many."""
    if token == ".":
        return []
    if token[0] == "\\":
        return list(_escaped(token))
    if token[0] != "[" or len(token) == 1:
        return [token]
    members = re.findall(r"\\(?:x..|u.{4}|U.{8}|.)|.", token[1:-1], re.DOTALL)
    ranged = token[1] == "^" or "-" in members[1:-1]
    letters = [_letters(member) if len(member) > 1 else [member] for member in members]
    return list(chain(*letters)) if len(letters) <= FEW and all(letters) and not ranged else []


def _escaped(token: str) -> Iterator[str]:
    kind = token[1]
    if kind in "xuU":
        yield chr(int(token[2:], 16))
    elif kind not in "dDsSwW":
        yield _BLANKS.get(kind, kind)


def _repeated(item: Openings, quantifier: str) -> Openings:
    """Those of an item that may be there so often."""
    bounds = quantifier.rstrip("?+") or quantifier[0]
    least, most = {"?": (0, 1), "*": (0, None), "+": (1, None)}.get(bounds) or _bounds(bounds)
    if most != 1 and len(item) > 1 and all(len(opening.word) == 1 for opening in item):
        item = ANY_LETTER  # in whatever order they come
    found, reached = NOTHING, NOTHING if least == 0 else frozenset()
    for times in range(1, FARTHEST + 1 if most is None else most + 1):
        found = _joined(found, item)
        if times > FARTHEST or not any(opening.open for opening in found):
            return reached | _closed(found)
        if times >= least:
            reached |= found
    return reached | _closed(found) if most is None else reached


def _bounds(quantifier: str) -> tuple[int, int | None]:
    least, comma, most = quantifier[1:-1].partition(",")
    return int(least or 0), int(most) if most else None if comma else int(least)


def _closed(found: Openings) -> Openings:
    return frozenset(opening._replace(open=False) for opening in found)


def _joined(found: Openings, item: Openings) -> Openings:
    """Those of the two, one after the other."""
    if len(found) * len(item) > MANY:
        found = frozenset(first.settled() for first in found)
    if sum(first.open for first in found) * len(item) > MANY:
        return _closed(found)
    return frozenset(_one(first, then) for first in found for then in (item if first.open else ANYTHING))


def _one(first: Opening, then: Opening) -> Opening:
    if not first.open or (first.word and then.before and len(first.word) >= SHORT):
        return first._replace(open=False)
    shift, spares = first.before + len(first.word), [first.spare]
    spares.append((shift + then.spare[0], then.spare[1]))
    if first.word and then.before:
        spares.append((first.before, first.word))
        first = Opening(shift, "")
    spare = max(spares, key=lambda known: len(known[1]))
    before, word = first.before + then.before, first.word + then.word
    if before > FARTHEST:
        return Opening(before, "", False, spare)
    return Opening(before, word[:LONGEST], then.open and len(word) < LONGEST, spare)
