"""How far a name reaches after its honorific: given name and surname, by what may and may not follow."""

from __future__ import annotations

import re

from extractors.thai import posts
from extractors.thai.honorifics import MENTION
from extractors.thai.name_words import COMPOUND, GLUED, NO_NAME, OF_TOWNS, WEAK

Span = tuple[int, int]

_LETTER = "[ก-ฮะ-ฺเ-ๅ็-๎]"  # without ฯ and ๆ, which abbreviate and repeat
WORD = rf"[ก-ฮเ-ไ]{_LETTER}{{1,80}}+"  # whole: it gives back no letter
_ABBREVIATION = r"[ก-ฮ]{1,5}\.(?=[ก-๎])"  # อบต.หนองไผ่ is no surname
_GAP = r"(?:[ ]{0,4}\n?[ ]{0,4})"
GIVEN = re.compile(rf"{_GAP}(?P<word>{WORD}(?:-{WORD}){{0,2}})")
NEXT = re.compile(
    rf"(?P<gap>[ ]{{1,4}}\n?[ ]{{0,4}}|\n[ ]{{0,4}})"
    rf"(?P<word>{OF_TOWNS}|(?!{_ABBREVIATION}){WORD}(?:-{WORD}){{0,2}})"
)
# The name once more in Latin letters: (H.E. Mr. Jan Kowalski)
_LATIN_AGAIN = re.compile(r"\s?\((?:H\.\s?E|M[rs]|Mrs|Dr|[A-Z][a-z]+ [A-Z])")
_GOES_ON = re.compile(r"[ก-๎.]")  # behind what was cut out of a longer word
# After these words somebody is named, also by a familiar title alone.
_TOLD = re.compile(
    r"(?:โดย(?:มี)?|คือ|ได้แก่|อาทิ|ประกอบด้วย|วิทยากร|ประธาน|พร้อมด้วย|เกียรติจาก|เชิญ|สอนโดย|[:：])\s{0,2}\Z"
)
NICKNAME = 4  # code points of one: ต่าย, but not ซอง of โจ ซอง ฮวาน, whose words are all so short
_WORDS = re.compile(r"\S+")
LONGEST = 30  # code points of a surname; longer runs are words glued together


def surname_after(text: str, given: Span) -> Span | None:
    """The surname after a given name: one word; two where a post follows, or all are short (โจ ซอง ฮวาน)."""
    first = NEXT.match(text, given[1])
    if first is None or not may_follow(text, first):
        return None
    begin, end = first.span("word")
    if cut := GLUED.search(text, begin + 3, end):
        return begin, cut.start()
    if end - begin > LONGEST:
        return None
    clan = NEXT.match(text, end) if text[begin:end] == "แซ่" else None  # Chinese clan names: แซ่ ลิ้ม
    if clan and "\n" not in clan["gap"] and may_follow(text, clan):
        return begin, clan.end()
    if spelt := _spelt_again(text, end):
        return begin, spelt
    for _ in range(2):
        more = NEXT.match(text, end)
        if more is None or "\n" in more["gap"] or len(more["gap"]) > 1 or not may_follow(text, more):
            break
        if more.end() - more.start("word") > LONGEST or not _name_ends(text, more.end()):
            further = NEXT.match(text, more.end())
            if not _of_syllables(given, (begin, end), more.span("word")) and not (
                further
                and len(more["word"]) < 8
                and len(further["word"]) < 8
                and post_follows(text, further.end())
            ):
                break
        end = more.end()
    return begin, end


def _of_syllables(*words: Span) -> bool:
    """Whether these are the three short words of an eastern Asian name."""
    return all(end - start <= longest for (start, end), longest in zip(words, (4, 4, 6), strict=True))


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


def named(text: str, mention: Span, surname: Span | None) -> bool:
    """Whether a familiar title is somebody's: a surname and a post stand behind it, or it is told who comes.

    >>> text = "โดย ครูสมมติ ตั้งใจดี มาจาก"
    >>> named(text, (4, 7), (13, 21)), named(text[4:], (0, 3), (9, 17))
    (True, False)
    """
    if surname is None or _GOES_ON.match(text, surname[1]):
        return False
    if text.startswith("คุณ", mention[0]):
        return True
    told = _TOLD.search(text, max(0, mention[0] - 20), mention[0])
    return bool(told) or post_follows(text, surname[1])


def called(text: str, given: Span, surname: Span) -> tuple[Span, Span] | None:
    """Given name and surname behind a nickname of one syllable: คุณต่าย สมมติ ตั้งใจดี; None where none is."""
    words = [
        (word.start() + surname[0], word.end() + surname[0])
        for word in _WORDS.finditer(text[slice(*surname)])
    ]
    following = NEXT.match(text, surname[1])
    if len(words) == 1 and following and may_follow(text, following):
        words.append(following.span("word"))
    if given[1] - given[0] > NICKNAME or len(words) != 2:
        return None
    whole = words[0][1] - words[0][0] >= NICKNAME and words[1][1] - words[1][0] > NICKNAME
    return (words[0], words[1]) if whole else None
