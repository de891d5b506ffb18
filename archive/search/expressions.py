"""What is looked for, in the language of FTS5. Nothing that was typed is syntax in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.search.asked import Chunk, Query
from extractors.thai.words import tokens

PARAGRAPH = 50  # words


def phrases(chunk: Chunk) -> str:
    """The chunk in any of its forms, its words in a row; in quotes as typed alone.

    >>> phrases(Chunk(("ประชุมครู", "ครู")))
    '("ประชุม ครู" OR "ครู")'
    """
    forms = chunk.forms[:1] if chunk.required else chunk.forms
    return f"({' OR '.join(dict.fromkeys(map(phrase, forms)))})"


def all_words(chunk: Chunk) -> str:
    """The words of any of its forms, wherever they stand; of single words it is the same as `phrases`.

    >>> all_words(Chunk(("ประชุมครู", "ครู")))
    '(("ประชุม" AND "ครู") OR "ครู")'
    """
    if chunk.required:
        return phrases(chunk)
    return f"({' OR '.join(dict.fromkeys(_together(tokens(form)) for form in chunk.forms))})"


def _together(words: Sequence[str]) -> str:
    match = " AND ".join(map(quoted, words))
    return match if len(words) == 1 else f"({match})"


def near(chunks: Iterable[Chunk]) -> str:
    """All words as they were typed, in any order, about as close as in one paragraph.

    >>> near([Chunk(("ประชุมครู", "ครู")), Chunk(("น่าน",))])
    'NEAR("ประชุม" "ครู" "น่าน", 50)'
    """
    words = (quoted(word) for chunk in chunks for word in tokens(chunk.forms[0]))
    return f"NEAR({' '.join(dict.fromkeys(words))}, {PARAGRAPH})"


def some_words(chunks: Iterable[Chunk]) -> list[str]:
    """Every word once of those forms that have several; the others are whole in `phrases`.

    >>> some_words([Chunk(("ประชุมครู", "ครู")), Chunk(("63", "2563"))])
    ['"ประชุม"', '"ครู"']
    """
    cut = (tokens(form) for chunk in chunks for form in chunk.forms)
    return list(dict.fromkeys(quoted(word) for words in cut if len(words) > 1 for word in words))


def but(match: str, query: Query) -> str:
    """Without what is to be left out."""
    return " NOT ".join([f"({match})", *map(phrases, query.without)]) if query.without else match


def both(must: Iterable[str], match: str) -> str:
    return " AND ".join([*must, f"({match})"])


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
