"""Lines that OCR read: what was broken because the line was full goes on."""

from __future__ import annotations

from extractors.formats.digits import Word
from extractors.formats.pdf.wrapped import unwrapped

LINES = [
    "ด้วยโรงเรียนตัวอย่างกำหนดจัดการประชุมผู้ปกครองประจำภาคเรียนที่หนึ่ง ณ หอประ",
    "ชุมของโรงเรียนจึงขอเรียนเชิญท่านเข้าร่วมประชุมตามวันและเวลาที่กำหนดไว้ข้าง",
    "ต้นและขอให้ท่านส่งแบบตอบรับกลับมายังโรงเรียนภายในวันศุกร์ที่จะถึงนี้ด้วยนะคะ",
    "จะเป็นพระคุณยิ่ง",
    "ขอแสดงความนับถือ",
]


def words(lines: list[str], right: int = 1600) -> list[Word]:
    """The lines as Tesseract has them on a page: the full ones reach the right edge, the others do not."""
    found = []
    for n, line in enumerate(lines):
        letters = line.replace(" ", "")
        width = (right - 200) / len(letters) if len(letters) > 40 else 20.0
        for place, letter in enumerate(letters):
            left = 200 + round(place * width)
            found.append(
                Word(letter, (left, 60 * n, left + round(width) - 1, 60 * n + 40), ("1", "1", str(n)))
            )
    return found


def test_full_lines_go_on_and_short_ones_end() -> None:
    assert unwrapped("\n\n".join(LINES), words(LINES)) == "\n".join(["".join(LINES[:4]), LINES[4]])


def test_a_text_whose_lines_are_not_those_of_the_words_stays() -> None:
    text = "\n".join(LINES)
    assert unwrapped(text, words(LINES[:4])) == text
    assert unwrapped("", []) == ""
