"""Whether two mentions name one person, whom a text spells in two ways or with one family name less."""

from __future__ import annotations

from extractors.fields.mentions import Mention

SHORTEST = 4  # code points of a name that one other letter does not make another's
POST = 8  # code points in which two posts show that they are one


def alike(text: str, one: Mention, other: Mention) -> bool:
    """Whether `other`, on another line than `one`, is the same person misspelt.

    >>> from extractors.fields.mentions import find_mentions
    >>> text = "นายสมมติ ตั้งใจดี กล่าว\\nนายสมมติ ตั้งใจดิ กล่าว\\nนายสมมติ รุ้งงามตา กล่าว"
    >>> first, second, third = find_mentions(text)
    >>> alike(text, first, second), alike(text, first, third)
    (True, False)
    """
    if "\n" not in text[one.end : other.start] or not _may_hold(text, one, other):
        return False
    (given, surname), (given_too, surname_too) = _parts(text, one), _parts(text, other)
    if given == given_too:
        longer, shorter = sorted((surname, surname_too), key=len, reverse=True)
        return longer.startswith(f"{shorter} ") or _one_letter_apart(surname, surname_too)
    return surname == surname_too and _one_letter_apart(given, given_too)


def _parts(text: str, mention: Mention) -> tuple[str, str]:
    last = mention.name.surname or (0, 0)
    return text[slice(*mention.name.given)], " ".join(text[slice(*last)].split())


def _may_hold(text: str, one: Mention, other: Mention) -> bool:
    """Whether the two posts may be one."""
    if one.post is None or other.post is None:
        return True
    return text[one.post[0] :][:POST] == text[other.post[0] :][:POST]


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is changed, or left out.

    >>> _one_letter_apart("วงศ์", "วงษ์"), _one_letter_apart("เศรษฐ์", "เศรษฐ")
    (True, True)
    >>> _one_letter_apart("ใจดี", "ใจงาม")
    False
    """
    pairs = enumerate(zip(one, other, strict=False))
    at = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, rest_too = one[at:], other[at:]
    same = rest[1:] == rest_too[1:] or rest == rest_too[1:] or rest[1:] == rest_too
    return same and min(len(one), len(other)) >= SHORTEST
