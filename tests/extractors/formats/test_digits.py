"""Thai digits by their shapes: pictures are drawn of the shapes themselves, three pixels a pixel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from extractors.formats import digits
from extractors.formats.digits import SIDE, Word, reread

TIMES, GAP = 3, 8
LINES = Path(digits.__file__).with_name("digits.txt").read_text("utf-8").splitlines()


Places = list[tuple[int, int]]  # where each digit begins and ends


def drawn(number: str, touching: bool = False) -> tuple[Image.Image, Places]:
    """A picture of the number, from the shapes of one cut of each digit."""
    pictures = []
    for digit in number:
        said = next(line[2:] for line in LINES if line[0] == digit)
        small = Image.frombytes("L", (SIDE, SIDE), bytes(255 - 17 * int(pixel, 16) for pixel in said))
        inked = small.point(lambda level: 255 * (level < 200)).getbbox()
        pictures.append(
            small.crop(inked).resize((TIMES * (inked[2] - inked[0]), TIMES * (inked[3] - inked[1])))
        )
    gap = -1 if touching else GAP
    width = sum(picture.width + gap for picture in pictures)
    whole, places, left = Image.new("L", (width + 80, 120), 250), [], 40
    for picture in pictures:
        whole.paste(picture, (left, 80 - picture.height))
        places.append((left, left + picture.width))
        left += picture.width + gap
    return whole, places


def words(read: str, places: Places) -> list[Word]:
    """What Tesseract read, its letters spread over the picture of the number."""
    left, right = places[0][0], places[-1][1]
    step = (right - left) / len(read)
    edges = [round(left + n * step) for n in range(len(read) + 1)]
    return [
        Word(letter, (edges[n], 44, edges[n + 1], 80), ("1", "1", "1", "1")) for n, letter in enumerate(read)
    ]


@pytest.mark.parametrize(
    ("number", "read"),
    [("๒๕๖๙", "๒๕๒๕"), ("๒๕๖๙", "๒๕๒๐๕"), ("๐๘๓๐", "๐๕๓๐"), ("๑๔๗", "๑๕๓"), ("๒๕๖๙", "๒๕5๕")],
)
def test_a_number_is_read_by_its_shapes(number: str, read: str) -> None:
    picture, places = drawn(number)
    assert reread(read, words(read, places), picture) == number


@pytest.mark.parametrize("digit", "๐๑๒๓๔๕๖๗๘๙")
def test_each_digit_is_known_in_a_small_picture_too(digit: str) -> None:
    picture, places = drawn(digit * 2)
    small = picture.resize((picture.width * 2 // 3, picture.height * 2 // 3))
    at = [(left * 2 // 3, right * 2 // 3) for left, right in places]
    found = [Word(word.text, (*word.box[:1], 29, word.box[2], 54), word.line) for word in words("๕๕", at)]
    assert reread("๕๕", found, small) == digit * 2


def test_two_digits_that_touch_are_two() -> None:
    picture, places = drawn("๖๙", touching=True)
    assert reread("๒๕", words("๒๕", places), picture) == "๖๙"


def test_what_is_like_no_digit_stays() -> None:
    picture, places = drawn("๒๕๖๙")
    blots = Image.new("L", picture.size, 250)
    for left, right in places:
        blots.paste(0, (left, 50, right, 80))
    assert reread("๒๕๒๕", words("๒๕๒๕", places), blots) == "๒๕๒๕"
    assert reread("๒๕๒๕", words("๒๕๒๕", places), Image.new("L", picture.size, 250)) == "๒๕๒๕"


def test_a_box_that_has_not_all_digits_takes_none_away() -> None:
    picture, places = drawn("๒๓")
    assert reread("๒๓", words("๒๓", places[1:]), picture) == "๒๓"


def test_a_document_that_has_cost_enough_keeps_what_tesseract_read(monkeypatch: pytest.MonkeyPatch) -> None:
    picture, places = drawn("๒๕๖๙")
    monkeypatch.setattr(digits, "_left", 5)
    twice = words("๒๕๒๕", places)
    assert reread("๒๕๒๕\n๒๕๒๕", [*twice, *twice], picture) == "๒๕๖๙\n๒๕๒๕"


def test_words_and_arabic_digits_stay() -> None:
    picture, places = drawn("๒๕๖๙")
    assert reread("2566", words("2566", places), picture) == "2566"
    assert reread("ปีแรก", words("ปีแรก", places), picture) == "ปีแรก"


def test_a_text_that_is_not_that_of_the_words_stays() -> None:
    picture, places = drawn("๒๕๖๙")
    assert reread("ปี ๒๕๒๕", words("๒๕๒๕", places), picture) == "ปี ๒๕๒๕"
    assert reread("๒๕๒๕", [], picture) == "๒๕๒๕"
