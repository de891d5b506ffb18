"""One programme in every format that offices write; make_files.py has it made by real programs."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extractors.errors import Unreadable
from extractors.formats import media_type
from extractors.formats.office import package
from extractors.read import read_document, read_event
from extractors.records import Capture, Document
from tests.extractors.formats import make_files
from tests.extractors.formats.made import SITE, capture

TEXTS = ("docx", "odt", "rtf")
SHEETS = ("xlsx", "ods", "csv")
SLIDES = ("pptx", "odp")


def given(ending: str, body: bytes | None = None) -> Capture:
    url = f"http://a.example/programme.{ending}"
    return capture(body or (make_files.FILES / f"programme.{ending}").read_bytes(), url=url)


def cells(document: Document) -> list[list[str]]:
    return [[document.text[start:end] for start, end in row] for row in document.rows]


@pytest.mark.parametrize("ending", TEXTS)
def test_texts(ending: str) -> None:
    found = read_document(given(ending), SITE)
    lines = [line.rstrip("\t") for line in found.text.split("\n")]
    rows = ["\t".join(row).rstrip("\t") for row in (make_files.COLUMNS, *make_files.ROWS)]
    assert lines == [*make_files.HEAD, *rows, make_files.FOOT]
    assert cells(found)[2] == list(make_files.ROWS[1])
    assert not found.pages


@pytest.mark.parametrize("ending", SHEETS)
def test_sheets(ending: str) -> None:
    found = read_document(given(ending), SITE)
    assert cells(found)[-1] == ["10:30", "12.00", *make_files.ROWS[2][1:]]
    assert f"วันที่\t{'24 มิถุนายน 2565' if ending == 'xlsx' else '๒๔ มิถุนายน ๒๕๖๕'}" in found.text
    assert make_files.UNSEEN not in found.text
    assert ending == "csv" or found.page(found.text.index(make_files.FOOT)) == 2


@pytest.mark.parametrize("ending", SLIDES)
def test_slides(ending: str) -> None:
    found = read_document(given(ending), SITE)
    assert found.text.startswith(f"{make_files.HEAD[1]}\n{make_files.HEAD[2]}\n{make_files.HEAD[0]}\n")
    assert [found.page(found.text.index(line)) for line in (make_files.HEAD[2], make_files.FOOT)] == [1, 2]
    assert len(found.rows) == 4
    assert make_files.UNSEEN not in found.text


@pytest.mark.parametrize("ending", [*TEXTS, *SLIDES])
def test_rows_become_an_agenda(ending: str) -> None:
    event = read_event([read_document(given(ending), SITE)])
    assert event is not None
    assert event.start == "2022-06-24"
    assert [(item.start, item.title, item.people) for item in event.agenda] == [
        ("08:30", "ลงทะเบียน", ()),
        ("09:00", "บรรยาย เรื่อง เลือกวัตถุดิบให้น้ำหมัก", ("บุญส่ง ไผ่ล้อมรั้ว",)),
        ("10:30", "ฝึกปฏิบัติ เรื่อง ทำน้ำหมักหนึ่งถัง", ("กัลยา ใบตองเขียว",)),
    ]


def member_of(ending: str) -> str:
    """The member of the archive that holds the text."""
    return {"xlsx": "xl/worksheets/sheet1.xml", "pptx": "ppt/slides/slide1.xml"}.get(ending, "content.xml")


def with_member(ending: str, name: str, content: bytes | str) -> bytes:
    """The file with that member's content replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(given(ending).body)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


@pytest.mark.parametrize("ending", ["xlsx", "pptx", "odt", "ods", "odp"])
@pytest.mark.parametrize("damage", ["torn", "torn XML"])
def test_what_does_not_open_is_named(ending: str, damage: str) -> None:
    whole = given(ending).body
    torn = {"torn": whole[: len(whole) // 2], "torn XML": with_member(ending, member_of(ending), b"<torn")}
    with pytest.raises(Unreadable) as raised:
        read_document(given(ending, torn[damage]), SITE)
    assert raised.value.status == ("truncated" if damage == "torn" else "malformed")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = with_member("ods", "content.xml", bytes(250_000_000))
    with pytest.raises(Unreadable, match="at most 200 MB"):
        read_document(given("ods", bomb), SITE)


@pytest.mark.parametrize("ending", ["odt", "ods", "odp"])
def test_an_encrypted_file_is_named(ending: str) -> None:
    body = with_member(ending, "META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(Unreadable) as raised:
        read_document(given(ending, body), SITE)
    assert raised.value.status == "encrypted"


# Ending -> the newer one of which it is a variant, what stands in the type of its main part, and what in that
# of the usual one.
VARIANTS = {
    "docm": (
        "docx",
        "ms-word.document.macroEnabled",
        "openxmlformats-officedocument.wordprocessingml.document",
    ),
    "dotx": ("docx", "wordprocessingml.template", "wordprocessingml.document"),
    "ppsx": ("pptx", "presentationml.slideshow", "presentationml.presentation"),
    "xlsm": ("xlsx", "ms-excel.sheet.macroEnabled", "openxmlformats-officedocument.spreadsheetml.sheet"),
}


@pytest.mark.parametrize("ending", VARIANTS)
def test_templates_shows_and_files_with_macros_are_read(ending: str) -> None:
    of, variant, usual = VARIANTS[ending]
    with ZipFile(BytesIO(given(of).body)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    body = with_member(of, "[Content_Types].xml", types.replace(f"{usual}.main", f"{variant}.main"))
    assert body != given(of).body
    assert read_document(given(ending, body), SITE).text == read_document(given(of), SITE).text


def sheet_of(rows: str) -> bytes:
    """A workbook whose one sheet says so itself, and claims to be as large as a sheet may be."""
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    size = '<dimension ref="A1:XFD1048576"/>'
    sheet = f'<worksheet xmlns="{name}">{size}<sheetData>{rows}</sheetData></worksheet>'
    return with_member("xlsx", member_of("xlsx"), sheet)


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_sheet_that_claims_seventeen_thousand_million_cells_is_read() -> None:
    rows = f'<row r="1">{inline("A1", "ก")}{inline("B1", "ข")}</row>'
    rows += f'<row r="1048576">{inline("XFD1048576", "ค")}</row>'
    found = read_document(given("xlsx", sheet_of(rows)), SITE)
    assert found.text == f"กำหนดการ\nก\tข\nค\n{make_files.FOOT}"


def test_of_an_endless_sheet_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LONGEST", 10_000)
    rows = "".join(f'<row r="{n}">{inline(f"A{n}", "ประชุม" * 100)}</row>' for n in range(1, 400))
    found = read_document(given("xlsx", sheet_of(rows)), SITE)
    assert 10_000 < len(found.text) < 11_000
    assert "the rest is unread" in found.reasons[0]


def test_each_has_its_media_type() -> None:
    found = {ending: media_type(given(ending)) for ending in (*TEXTS, *SHEETS, *SLIDES)}
    assert len(set(found.values())) == len(found)
