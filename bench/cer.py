"""How like two texts are: character error rate, and the recall of phrases."""

from __future__ import annotations

import re


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def joined(text: str) -> str:
    """Lines joined: with no blank between Thai and Thai, else with one.

    >>> joined("ประชุม\\nครู\\n5 คน")
    'ประชุมครู 5 คน'
    """
    out = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        thai = out and "\u0e00" <= out[-1] <= "\u0e7f" and "\u0e00" <= line[0] <= "\u0e7f"
        out += ("" if thai or not out else " ") + line
    return out


def error_rate(text: str, truth: str) -> float:
    """Edit distance with all white space removed, over the length of the truth, in per cent."""
    true = bare(truth)
    return 100 * distance(true, bare(text)) / max(1, len(true))


def recall(text: str, truth: str) -> float:
    """The share, in per cent, of the truth's blank-delimited pieces of three letters or more that stand
    word for word in the text, lines joined: what a search finds of it."""
    flat = joined(text)
    phrases = [piece for piece in joined(truth).split() if len(piece) > 2]
    return 100 * sum(piece in flat for piece in phrases) / max(1, len(phrases))


def distance(a: str, b: str, within: bool = False) -> int:
    """Edit distance by bit-parallel rows (Myers, Hyyrö); that to the likest part of b if it lies `within`.

    >>> distance("ประชุม", "ประชม"), distance("ชุม", "ประชุมครู", within=True)
    (1, 0)
    """
    if not a:
        return 0 if within else len(b)
    at: dict[str, int] = {}
    for n, char in enumerate(a):
        at[char] = at.get(char, 0) | 1 << n
    full, top = (1 << len(a)) - 1, 1 << (len(a) - 1)
    plus, minus, score = full, 0, len(a)
    best = score
    for char in b:
        match = at.get(char, 0)
        diagonal = (((match & plus) + plus) ^ plus) | match | minus
        up, down = minus | ~(diagonal | plus) & full, plus & diagonal
        score += bool(up & top) - bool(down & top)
        best = min(best, score)
        up = (up << 1 | (not within)) & full
        down = (down << 1) & full
        plus, minus = (down | ~(diagonal | up)) & full, up & diagonal
    return best if within else score
