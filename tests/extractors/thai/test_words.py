"""Words for the index. To add a case: (text, words) into WORDS, (one writing, the other) into SAME."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.schema import WORDS as TOKENIZER
from extractors.thai.words import BREAK, SEGMENTER, cut, fold, segment, tokens

WORDS = [
    ("ประชุมคณะกรรมการ", ["ประชุม", "คณะ", "กรรมการ"]),
    ("ห้องประชุม ๒", ["ห้อง", "ประชุม", "2"]),
    ("ธ.ก.ส.", ["ธ", "ก", "ส"]),
    ("ครั้งที่ ๕/๒๕๖๓", ["ครั้ง", "ที่", "5", "2563"]),
    ("Lesson Study", ["lesson", "study"]),
    ("!!! “…” ()", []),
    ("😀", []),
    ("", []),
]
SAME = [
    ("นํ้า", "น้ำ"),  # nikhahit, tone, sara aa
    ("น้ํา", "น้ำ"),
    ("เเม่", "แม่"),
    ("ประ\u200bชุม", "ประชุม"),
    ("ประ\u00adชุม", "ประชุม"),
    ("ครู\u00a0ใหม่\n\tวันนี้", "ครู ใหม่ วันนี้"),
    ("๑๐–๑๒", "10-12"),
    ("ที่ี", "ที่ี"),  # a second vowel above another one is another word: it stays
    ("ท่ี", "ที่"),  # the tone typed before the vowel
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_looks_alike_is_folded_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_name_is_cut_from_its_honorific() -> None:
    for written in ("นายกวิน ใจงาม", "นายลวรัตน์ ใจงาม", "นางสาวอัยลดา ใจงาม"):
        assert cut(written)[0] in ("นาย", "นางสาว"), written


def test_a_president_is_no_honorific() -> None:
    assert tokens("นายกรัฐมนตรี เดินทาง")[0] != "นาย"


def test_segmenting_adds_breaks_and_nothing_else() -> None:
    text = "ประชุมเชิงปฏิบัติการ ณ ห้องประชุม 1 ธ.ก.ส. และ AI"
    assert segment(text).replace(BREAK, "") == fold(text)
    assert f" {BREAK}" not in segment(text)


@given(st.text(alphabet=st.sampled_from("กขนายสชมิี่้ำเแาํ. 5๕-a\u200b\n"), max_size=60))
def test_any_text_can_be_cut_and_joined(text: str) -> None:
    assert "".join(cut(text)) == fold(text)
    assert fold(fold(text)) == fold(text)
    assert segment(text).replace(BREAK, "") == fold(text)


def test_a_long_run_of_one_letter_ends() -> None:
    assert len("".join(cut("ส" * 50_000))) == 50_000


def test_sqlite_cuts_no_word_at_a_vowel() -> None:
    """What the index holds is what `tokens` says: fts5vocab shows the terms as SQLite cut them."""
    text = "การประชุมเชิงปฏิบัติการครูผู้สอนที่ห้องประชุมน้ำพุ ฯลฯ ครั้งที่ ๕/๒๕๖๓ เด็ก ๆ ทั้งหมด (ม.๑)"
    db = sqlite3.connect(":memory:")
    db.execute(f'CREATE VIRTUAL TABLE fts USING fts5(body, tokenize="{TOKENIZER}")')
    db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(fts, row)")
    db.execute("INSERT INTO fts VALUES (?)", [segment(text)])
    assert {row[0] for row in db.execute("SELECT term FROM terms")} == set(tokens(text))


def test_the_segmenter_is_named_with_its_version() -> None:
    assert SEGMENTER.startswith("icu ")
    assert any(letter.isdigit() for letter in SEGMENTER)
