"""Patterns that are tried only where they may begin find what `re` finds at every letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractors.read  # noqa: F401 - makes every pattern that is sought
from extractors import sought
from extractors.sought import PATTERNS, SHORT, Sought
from extractors.sought.openings import BEGINNING, openings

TEXTS = sorted((Path(__file__).parent / "annotated" / "documents").glob("*.txt"))
FOUND_BY = ("finditer", "search")

# Between and around the words with which patterns begin; what they look back at, and letters at random.
GLUE = st.sampled_from(["", " ", "\n", "และ", "น.", "10.00 น. ", "ก", "่", "1", "(", "ที่", "ของ", "E", "z"])
WORDS = st.sampled_from(sorted({word for pattern in PATTERNS for word in pattern.openings}))
SPOKEN = st.lists(st.tuples(GLUE, WORDS), min_size=80, max_size=160).map(
    lambda pieces: "".join(map("".join, pieces))
)


def spans(pattern: Sought | re.Pattern[str], text: str, start: int = 0) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text, start)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_pattern_finds_in_a_document_what_re_finds(path: Path) -> None:
    text = path.read_text(encoding="utf-8") + "\n" * SHORT
    assert {pattern.pattern: spans(pattern, text) for pattern in PATTERNS} == {
        pattern.pattern: spans(pattern.compiled, text) for pattern in PATTERNS
    }


@given(SPOKEN, st.integers(0, 300))
def test_every_pattern_finds_among_its_words_what_re_finds(text: str, start: int) -> None:
    text += "\n" * SHORT
    for pattern in PATTERNS:
        assert spans(pattern, text, start) == spans(pattern.compiled, text, start)
        end = start + 120
        found, expected = pattern.search(text, start, end), pattern.compiled.search(text, start, end)
        assert (found and found.span()) == (expected and expected.span())
        part = [found.span() for found in pattern.within(text, start, end)]
        assert part == spans(pattern.compiled, text[start:end])


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ก(?:ข|ค)ง|จ", {(0, "กขง"), (0, "กคง"), (0, "จ")}),
        ("ก?ข", {(0, "กข"), (0, "ข")}),
        ("(?:กข)+ค", {(0, "กขค"), (0, "กขกขก"), (0, "กขกขค")}),
        ("(?:กข|ค){2}", {(0, "กขกข"), (0, "กขค"), (0, "คกข"), (0, "คค")}),
        (r"\d{1,2}\s?น\.", {(1, "น."), (2, "น."), (3, "น.")}),
        ("[กข]ค[ก-ฮ]ง", {(0, "กค"), (0, "ขค")}),
        ("(?<=ก)(?<!ข)(?!ค)(?P<a>ง)จ", {(0, "งจ")}),
        ("(?=กข|ค)", {(0, "กข"), (0, "ค")}),
        ("ก(?=ข)ข?ค", {(0, "กข")}),
        (r"ก\.\n\u0e02[.]", {(0, "ก.\nข.")}),
        ("(?i:ab)", {(0, "ab"), (0, "aB"), (0, "Ab"), (0, "AB")}),
        (r"ก\s?ขคง", {(0, "กขคง"), (2, "ขคง")}),
        (r"ก\s?ข", {(0, "ก")}),
        (r"(?:\A\s*|ก)ข", {BEGINNING, (0, "กข")}),
        ("(?i:กขคงk)", {(0, "กขคงk"), (0, "กขคงK"), (0, "กขคง\u212a")}),
        ("ก*ข|", {(0, "")}),
        ("[^ก]*ข", {(0, "")}),
        (r"(ก)?(?P<b>ข)(?P=b)", {(0, "กข"), (0, "ข")}),
    ],
)
def test_openings_of(pattern: str, expected: set[tuple[int, str]]) -> None:
    assert openings(pattern) == expected


def test_a_pattern_that_begins_with_anything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sought, "PATTERNS", [])
    with pytest.raises(ValueError, match="expected a pattern that begins with a word"):
        Sought(r"\s*ก").search("ก" * (SHORT + 1))


def test_a_syntax_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="expected the syntax of re"):
        openings("(?>ก)")
