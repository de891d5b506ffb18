"""What is looked for, in the language of FTS5. Nothing that was typed is syntax in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.search.asked import Chunk, Query
from extractors.thai.words import tokens

AMONG = 8  # words that may stand among those that were typed as one
PARAGRAPH = 50  # words


def phrases(chunk: Chunk) -> str:
    """The chunk in any of its forms, its words in a row; in quotes as typed alone.

    >>> phrases(Chunk(("ประชุมครู", "ครู")))
    '("ประชุม ครู" OR "ครู")'
    """
    forms = chunk.forms[:1] if chunk.required else chunk.forms
    return f"({' OR '.join(dict.fromkeys(map(phrase, forms)))})"


def shortest(chunk: Chunk) -> str:
    """What finds the same as `phrases`, without the forms that hold another: where nothing is weighed.

    >>> shortest(Chunk(("บันทึกข้อตกลงความร่วมมือ", "MOU", "บันทึกข้อตกลง")))
    '("mou" OR "บันทึก ข้อ ตกลง")'
    """
    forms = chunk.forms[:1] if chunk.required else chunk.forms
    cut = dict.fromkeys(f" {' '.join(tokens(form))} " for form in forms)
    least = [one for one in cut if not any(other in one for other in cut if other != one)]
    return f"({' OR '.join(quoted(one.strip()) for one in least)})"


def all_words(chunk: Chunk) -> str:
    """The words that were typed, in any order and with few among them, or another form as it is.

    >>> all_words(Chunk(("ประชุมครู", "ประชุมอาจารย์")))
    '(NEAR("ประชุม" "ครู", 10) OR "ประชุม อาจารย์")'
    >>> all_words(Chunk(("5/63", "5/2563")))
    '("5 63" OR "5 2563")'
    """
    typed = loose_words(chunk)
    if not typed:
        return phrases(chunk)
    scattered = _close(typed, AMONG + len(typed))
    return f"({' OR '.join(dict.fromkeys([scattered, *map(phrase, chunk.forms[1:])]))})"


def loose_words(chunk: Chunk) -> list[str]:
    """The words that were typed, where each says something alone; else none.

    >>> [loose_words(Chunk((typed,))) for typed in ("ประชุมครู", "ศธ 04001/ว123", "ส.พ.ฐ.")]
    [['ประชุม', 'ครู'], [], []]
    """
    words = tokens(chunk.forms[0])
    telling = [word for word in words if len(word) > 1 and not any(map(str.isdigit, word))]
    whole = chunk.required or chunk.when or chunk.is_name
    return [] if whole or len(telling) < 2 else words


def near(chunks: Iterable[Chunk]) -> str:
    """All words as they were typed, in any order, about as close as in one paragraph.

    >>> near([Chunk(("ประชุมครู", "ครู")), Chunk(("น่าน",))])
    'NEAR("ประชุม" "ครู" "น่าน", 50)'
    """
    return _close((word for chunk in chunks for word in tokens(chunk.forms[0])), PARAGRAPH)


def _close(words: Iterable[str], apart: int) -> str:
    return f"NEAR({' '.join(dict.fromkeys(map(quoted, words)))}, {apart})"


def but(match: str, query: Query) -> str:
    """Without what is to be left out."""
    return " NOT ".join([f"({match})", *map(phrases, query.without)]) if query.without else match


def both(must: Sequence[str], match: str) -> str:
    return " AND ".join([*must, f"({match})"]) if must else match


def phrase(text: str) -> str:
    return quoted(" ".join(tokens(text)))


def quoted(text: str) -> str:
    return f'"{text}"'


def grams(text: str) -> str:
    """Every three letters in a row.

    >>> grams("ครู!")
    '("ครู" AND "รู!")'
    """
    every = dict.fromkeys(text[at : at + 3].replace('"', '""') for at in range(len(text) - 2))
    return "(" + " AND ".join(map(quoted, every)) + ")"


def any_grams(forms: Iterable[str]) -> str:
    """Those of any of the forms that has three letters."""
    return f"({' OR '.join(grams(form) for form in forms if len(form) >= 3)})"
