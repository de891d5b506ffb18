"""Thai digits read once more, by shape: Tesseract misreads four numbers in ten, but knows where they stand.

Its model takes ๖ ๗ ๘ ๙ for ๒ ๓ ๕, whatever the picture, since words help it and
digits are none. Here each digit is the one whose shape in some thirty cuts of
Thai fonts is likest (`digits.txt`, made by `python -m bench.digits`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from operator import mul

from PIL import Image

SIDE = 12  # pixels of a shape's square
_NUMBER = re.compile("[๐-๙0-9]*[๐-๙][๐-๙0-9]*")
_LEAST, _MARGIN = 0.7, 0.01  # likeness of each digit, and by how much the next likest is less like
_TOUCHING = 0.75  # what is less like any digit and wide may be two
_LIGHTER = 12  # grey levels above Otsu's threshold, so that thin strokes do not break
_SPECK = 8  # pixels
_LARGEST = 300_000  # pixels around a number
_MOST = 30  # digits of a number
_FURTHER = 2  # digits more or fewer than Tesseract read; more are another number's

# What a document, which has a process of its own, may still cost, in milliseconds or so; beyond it
# the numbers of Tesseract stay, since a document that is out of time would be lost whole.
_left = 15_000
_A_DIGIT, _A_PIXEL = 2, 1 / 5000

Box = tuple[int, int, int, int]  # left, top, right, bottom
Shape = tuple[float, ...]  # the darkness of SIDE x SIDE pixels, of mean 0 and length 1


@dataclass(frozen=True)
class Word:
    """What Tesseract calls a word, which in Thai is a letter, where it stands on the picture."""

    text: str
    box: Box
    line: tuple[str, ...]


def reread(text: str, words: Sequence[Word], picture: Image.Image) -> str:
    """The text of a grey picture with its Thai numbers as their shapes are; those unlike any digits stay."""
    places = _places(text, words)
    if places is None:
        return text

    def read(number: re.Match[str]) -> str:
        return _read(number[0], places[number.start()], places[number.end() - 1], words, picture)

    return _NUMBER.sub(read, text)


def _places(text: str, words: Sequence[Word]) -> dict[int, int] | None:
    """The word of each letter of the text; None where the text is not that of the words."""
    places: dict[int, int] = {}
    position = 0
    for n, word in enumerate(words):
        while text[position : position + 1].isspace():
            position += 1
        if not text.startswith(word.text, position):
            return None
        places.update(dict.fromkeys(range(position, position + len(word.text)), n))
        position += len(word.text)
    return places if not text[position:].strip() else None


def _read(number: str, first: int, last: int, words: Sequence[Word], picture: Image.Image) -> str:
    global _left
    left, top, right, bottom = _around([word.box for word in words[first : last + 1]])
    high = max(bottom - top, 20)
    before, behind = words[max(0, first - 1)], words[min(last + 1, len(words) - 1)]
    begin, end = left - high // 6, right + high // 6
    if first and before.line == words[first].line:
        begin = max(begin, min(left, before.box[2]))
    if last + 1 < len(words) and behind.line == words[last].line:
        end = min(end, max(right, behind.box[0]))
    # Wider than the number, since a digit cut in two is none.
    at = (left - high, top - high // 2)
    crop = picture.crop((*at, right + high, bottom + high // 2))
    if crop.width * crop.height > _LARGEST or _left <= 0:
        return number
    parts = [
        part
        for part in parts_of(crop, threshold(crop))
        if begin - at[0] <= (part[0] + part[2]) / 2 <= end - at[0]
        and high * 0.3 <= (part[1] + part[3]) / 2 <= high * 0.7 + bottom - top
    ]
    tallest = max((part[3] - part[1] for part in parts), default=0)
    digits = [part for part in parts if part[3] - part[1] > 0.5 * tallest]
    _left -= round(crop.width * crop.height * _A_PIXEL) + len(digits[:_MOST]) * _A_DIGIT
    found = [digit for part in digits[:_MOST] for digit in _digits(crop, part)]
    said = "".join(digit for digit, _, _ in found)
    sure = found and all(like > _LEAST and more > _MARGIN for _, like, more in found)
    lost = len(said) < len(number) and said in number  # a digit that the box has not
    return said if sure and not lost and abs(len(said) - len(number)) <= _FURTHER else number


def threshold(picture: Image.Image) -> int:
    """The grey level up to which a pixel is ink: Otsu's, which parts dark from light best, and some more."""
    counts = picture.histogram()
    total, whole = sum(counts), sum(level * count for level, count in enumerate(counts))
    best, chosen, dark, darkness = 0.0, 0, 0, 0
    for level, count in enumerate(counts):
        dark += count
        darkness += level * count
        if 0 < dark < total:
            apart = darkness / dark - (whole - darkness) / (total - dark)
            between = dark * (total - dark) * apart**2
            if between > best:
                best, chosen = between, level
    return chosen + _LIGHTER


def parts_of(picture: Image.Image, dark: int) -> list[Box]:
    """The connected parts of ink from left to right, without specks; of one digit those above each other."""
    parts: list[Box] = []
    for part in sorted(box for box, size in _connected(picture, dark) if size > _SPECK):
        last = parts[-1] if parts else None
        if last and _one_digit(last, part):
            parts[-1] = _around((last, part))
        else:
            parts.append(part)
    return parts


def _one_digit(last: Box, part: Box) -> bool:
    overlap = min(last[2], part[2]) - max(last[0], part[0])
    narrower = min(last[2] - last[0], part[2] - part[0])
    return overlap > 0.5 * narrower and max(last[1], part[1]) - min(last[3], part[3]) < 4


def _connected(picture: Image.Image, dark: int) -> Iterator[tuple[Box, int]]:
    """The box and the pixels of each connected part."""
    width, height = picture.size
    ink = bytearray(pixel <= dark for pixel in picture.tobytes())
    start = ink.find(1)
    while start >= 0:
        ink[start] = 0
        todo, rows, columns = [start], [], []
        while todo:
            row, column = divmod(todo.pop(), width)
            rows.append(row)
            columns.append(column)
            for y in range(max(0, row - 1), min(height, row + 2)):
                for place in range(y * width + max(0, column - 1), y * width + min(width, column + 2)):
                    if ink[place]:
                        ink[place] = 0
                        todo.append(place)
        yield (min(columns), min(rows), max(columns) + 1, max(rows) + 1), len(rows)
        start = ink.find(1, start)


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _digits(picture: Image.Image, part: Box) -> list[tuple[str, float, float]]:
    """The digit that the part is likest, how like, and how much less like the next; two where two touch."""
    one = likest(shape(picture, part))
    left, top, right, bottom = part
    if one[1] > _TOUCHING or right - left < 0.9 * (bottom - top):
        return [one]
    dark, whole = threshold(picture), picture.crop(part)
    columns = (whole.crop((x, 0, x + 1, whole.height)) for x in range(whole.width))
    inks = [sum(pixel <= dark for pixel in column.tobytes()) for column in columns]
    middle = range(whole.width // 4, 3 * whole.width // 4)
    cut = left + min(middle, key=lambda x: (inks[x], abs(x - whole.width / 2)))
    two = []
    for half in ((left, top, cut, bottom), (cut, top, right, bottom)):
        inked = [box for box, _ in _connected(picture.crop(half), dark)]
        if not inked:
            return [one]
        box = _around(inked)
        two.append(likest(shape(picture.crop(half), box)))
    return two if min(like for _, like, _ in two) > one[1] + 0.1 else [one]


def shape(picture: Image.Image, box: Box) -> Shape:
    """What is in the box, its sides in proportion, in the middle of a square."""
    part = picture.crop(box)
    scale = SIDE / max(part.size)
    width, height = (max(1, round(side * scale)) for side in part.size)
    square = Image.new("L", (SIDE, SIDE), 255)
    small = part.resize((width, height), Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC)
    square.paste(small, ((SIDE - width) // 2, (SIDE - height) // 2))
    return leveled([255 - pixel for pixel in square.tobytes()])


def leveled(pixels: Sequence[float]) -> Shape:
    mean = sum(pixels) / len(pixels)
    length = sqrt(sum((pixel - mean) ** 2 for pixel in pixels)) or 1.0
    return tuple((pixel - mean) / length for pixel in pixels)


def likest(found: Shape) -> tuple[str, float, float]:
    best: dict[str, float] = {}
    for digit, known in _shapes():
        like = sum(map(mul, found, known))
        best[digit] = max(like, best.get(digit, -1.0))
    (digit, like), (_, next_like), *_ = sorted(best.items(), key=lambda item: -item[1])
    return digit, like, like - next_like


@cache
def _shapes() -> list[tuple[str, Shape]]:
    """Those of `digits.txt`: a line is a digit and its pixels, sixteen levels from 0, white, to f."""
    lines = files("extractors.formats").joinpath("digits.txt").read_text("utf-8").splitlines()
    return [(line[0], leveled([int(pixel, 16) for pixel in line[2:]])) for line in lines]
