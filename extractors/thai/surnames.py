"""How far a name reaches after its honorific: given name and surname, by what may and may not follow."""

from __future__ import annotations

import re

from extractors.thai import posts
from extractors.thai.honorifics import MENTION
from extractors.thai.likeness import likeness
from extractors.thai.name_words import COMPOUND, GLUED, NO_NAME, OF_TOWNS, WEAK

Span = tuple[int, int]

_LETTER = "[ก-ฮะ-ฺเ-ๅ็-๎]"  # without ฯ and ๆ, which abbreviate and repeat
WORD = rf"[ก-ฮเ-ไ]{_LETTER}{{1,80}}"
_GAP = r"(?:[ ]{0,4}\n?[ ]{0,4})"
GIVEN = re.compile(rf"{_GAP}(?P<word>{WORD}(?:-{WORD}){{0,2}})")
NEXT = re.compile(
    rf"(?P<gap>[ ]{{1,4}}\n?[ ]{{0,4}}|\n[ ]{{0,4}})"
    rf"(?P<word>{OF_TOWNS}|{WORD}(?:-{WORD}){{0,2}})(?!\.(?=[ก-๎]))"
)
# The name once more in Latin letters: (H.E. Mr. Jan Kowalski)
_LATIN_AGAIN = re.compile(r"\s?\((?:H\.\s?E|M[rs]|Mrs|Dr|[A-Z][a-z]+ [A-Z])")
_GOES_ON = re.compile(r"[ก-๎.]")  # behind what was cut out of a longer word
_UNLIKE = -10.5  # likeness below which two words are no name, whatever stands before them
LONGEST = 30  # code points of a surname; longer runs are words glued together


def surname_after(text: str, given_end: int) -> Span | None:
    """The surname after a given name that ends there: one word, or two where a post follows."""
    first = NEXT.match(text, given_end)
    if first is None or not may_follow(text, first):
        return None
    begin, end = first.span("word")
    if cut := GLUED.search(text, begin + 3, end):
        return begin, cut.start()
    if end - begin > LONGEST:
        return None
    if spelt := _spelt_again(text, end):
        return begin, spelt
    for _ in range(2):
        more = NEXT.match(text, end)
        if more is None or "\n" in more["gap"] or len(more["gap"]) > 1 or not may_follow(text, more):
            break
        if more.end() - more.start("word") > LONGEST or not _name_ends(text, more.end()):
            further = NEXT.match(text, more.end())
            if not (
                further
                and len(more["word"]) < 8
                and len(further["word"]) < 8
                and post_follows(text, further.end())
            ):
                break
        end = more.end()
    return begin, end


def _spelt_again(text: str, end: int) -> int | None:
    """Where a foreign name of many words ends, which stands once more in Latin letters behind it."""
    for _ in range(4):
        more = NEXT.match(text, end)
        if more is None or "\n" in more["gap"] or not may_follow(text, more):
            return None
        end = more.end()
        if _LATIN_AGAIN.match(text, end):
            return end
    return None


def may_follow(text: str, word: re.Match[str]) -> bool:
    """Whether that match of NEXT may be a surname: no post, no verb, nor the next person."""
    start = word.start("word")
    if NO_NAME.match(text, start) or posts.begins(text, start, house=False):
        return False
    other = MENTION.match(text, start)
    if other is None or COMPOUND.match(text, start):
        return True
    # A surname may begin as an honorific does (คุณปลื้ม, นางาม); a name does not stand in one word.
    if other.lastgroup == "familiar" or WEAK.fullmatch(other[0]):
        return True
    return GIVEN.match(text, other.end()) is None


def _name_ends(text: str, place: int) -> bool:
    """Whether a name of three words ends there: a post follows, or the name in Latin letters."""
    return post_follows(text, place) or _LATIN_AGAIN.match(text, place) is not None


def post_follows(text: str, place: int) -> bool:
    """Whether a post stands behind the white space that begins there."""
    start = text_start(text, place)
    return start > place and posts.begins(text, start, house=False)


def text_start(text: str, place: int) -> int:
    """The first place from `place` on that holds no white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def unlike(text: str, given: Span, surname: Span) -> bool:
    """Whether the sentence goes on where the surname should stand, in words we do not list."""
    return likeness(text[slice(*given)], text[slice(*surname)].split()[0]) < _UNLIKE


def likely(text: str, given: Span, surname: Span | None, least: float) -> bool:
    """Whether the two are a name by their letters, whole, and no nickname before one."""
    if surname is None or _GOES_ON.match(text, surname[1]):
        return False
    odds = likeness(text[slice(*given)], text[slice(*surname)].split()[0])
    return odds > least and not begins_later(text, surname, odds)


def nickname(text: str, given: Span, surname: Span) -> bool:
    """Whether คุณ and a nickname stand before the name: คุณต่าย สมมติ ตั้งใจดี."""
    first, _, second = text[slice(*surname)].partition(" ")
    likely = likeness(text[slice(*given)], first)
    return likeness(first, second) > likely if second else begins_later(text, surname, likely)


def begins_later(text: str, surname: Span, likely: float) -> bool:
    """Whether what was taken for a surname is the given name of what follows: a nickname stood before it."""
    following = NEXT.match(text, surname[1])
    if following is None or NO_NAME.match(following["word"]) or posts.begins(text, following.start("word")):
        return False
    return likeness(text[slice(*surname)], following["word"]) > likely
