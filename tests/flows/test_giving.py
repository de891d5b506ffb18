"""`prachum add`: a letter and a picture that no site has, with who gave them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
import requests
from warcio.archiveiterator import ArchiveIterator

from archive.equality import differences
from archive.fixity import check
from archive.rebuild import rebuild
from archive.store import Archive
from flows.cli import main
from tests.archive.serving import serving
from tests.flows.commands import Prachum
from tests.world.records import FILES

LETTER = """ที่ ศธ 04099/ว 123
สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุขสันต์ เขต 2
12 มีนาคม 2567
เรื่อง ขอเชิญประชุมผู้บริหารโรงเรียน
เรียน ผู้อำนวยการโรงเรียนทุกโรงเรียน
ด้วยสำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุขสันต์ เขต 2 กำหนดจัดการประชุมผู้บริหารโรงเรียน ครั้งที่ 3/2567
ในวันที่ 20 มีนาคม 2567 เวลา 09.00 น. ณ ห้องประชุมดอกปีบ จึงขอเชิญท่านเข้าร่วมประชุมตามวันเวลาดังกล่าว
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "หนังสือ ว123.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


GIVEN = ("--source", "ระบบ e-office ของเขต", "--date", "๑๒ มี.ค. ๖๗")


def test_a_letter_is_kept_found_and_shown_with_who_gave_it(prachum: Prachum, letter: Path) -> None:
    code, said = prachum("add", letter, *GIVEN)
    assert code == 0, said
    id = said.split()[0]
    assert id.startswith("given/")
    assert "หนังสือ ว123.txt: kept" in said
    code, said = prachum("search", "--json", "ประชุมผู้บริหารโรงเรียน ดอกปีบ")
    hit = json.loads(said)
    assert (hit["id"], hit["start"]) == (id, "2024-03-20")
    code, said = prachum("show", id)
    assert code == 0
    with Archive(prachum.data, readonly=True) as archive:
        row = archive.db.execute("SELECT id, published, kind, title FROM document").fetchone()
    assert row == (id, "2024-03-12", "page", "หนังสือ ว123")
    with serving(prachum.data) as pages:
        page = requests.get(f"{pages}/document/{id}", timeout=30).text
    assert "malee มอบให้ ได้จาก ระบบ e-office ของเขต (หนังสือ ว123.txt)" in page
    assert "urn:given" not in page  # no link that leads nowhere


def test_it_is_a_resource_record_that_names_the_giver(prachum: Prachum, letter: Path) -> None:
    prachum("add", letter, *GIVEN, "--by", "ครูมาลี ใจงาม")
    (path,) = (prachum.data / "captures").glob("*.warc.gz")
    assert path.name.startswith("given-20")
    with open(path, "rb") as file:
        _, record = ((record.rec_headers, record.content_stream().read()) for record in ArchiveIterator(file))
    headers, body = record
    assert headers.get_header("WARC-Type") == "resource"
    assert headers.get_header("WARC-Target-URI").startswith("urn:given:")
    assert body == letter.read_bytes()
    assert dict(json.loads(headers.get_header("Prachum-Headers")))["Given-By"] == "ครูมาลี ใจงาม"


def test_the_same_file_twice_is_nothing_new(prachum: Prachum, letter: Path, tmp_path: Path) -> None:
    again = tmp_path / "สำเนา.txt"
    again.write_bytes(letter.read_bytes())
    code, first = prachum("add", letter, again, *GIVEN)
    assert (code, first.count(": kept")) == (0, 1)
    code, second = prachum("add", again, "--source", "กลุ่มไลน์", "--date", "2024-03-12", "--by", "สมศรี")
    assert code == 0
    assert "nothing new, malee gave it on 20" in second
    with Archive(prachum.data, readonly=True) as archive:
        assert archive.db.execute("SELECT count(*) FROM capture").fetchone() == (1,)
        assert archive.last_run() == 2


def test_a_picture_waits_for_ocr_and_a_damaged_file_is_kept(prachum: Prachum, tmp_path: Path) -> None:
    broken = tmp_path / "กำหนดการ.docx"
    broken.write_bytes(b"PK\x03\x04 torn")
    code, said = prachum("add", broken, *GIVEN)
    assert code == 1
    assert "kept, but it cannot be read: " in said
    code, said = prachum("search", "กำหนดการ")
    assert "พบ 1 รายการ" in said
    pdf = next(FILES.glob("*.pdf"))
    code, said = prachum("add", pdf, *GIVEN, "--title", "กำหนดการอบรม")
    assert (code, said.count("kept")) == (0, 1)


def test_each_document_of_a_zip_archive_that_cannot_be_read_is_named(
    prachum: Prachum, tmp_path: Path
) -> None:
    path = tmp_path / "เอกสาร.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("หนังสือ.txt", LETTER)
        archive.writestr("กำหนดการ.docx", b"PK\x03\x04 torn")
    code, said = prachum("add", *GIVEN, path)
    first, second = said.splitlines()
    assert (code, first.partition("  ")[2]) == (1, "เอกสาร.zip: kept")
    assert second.startswith("  กำหนดการ.docx: expected a Word file")
    with pytest.raises(SystemExit) as left:
        main(["extract", str(path)])
    told = prachum.capsys.readouterr()
    assert left.value.code == 1
    assert json.loads(told.out)["event"]["start"] == "2024-03-20"
    assert "กำหนดการ.docx: expected a Word file" in told.err
    assert told.err.count("\n") == 1


def test_what_was_given_survives_a_rebuild_and_stays_taken_down(
    prachum: Prachum, letter: Path, tmp_path: Path
) -> None:
    _, said = prachum("add", letter, *GIVEN)
    id = said.split()[0]
    before = tmp_path / "before"
    shutil.copytree(prachum.data, before)
    rebuild(prachum.data)
    assert differences(before, prachum.data) == []
    with Archive(prachum.data) as archive:
        assert list(check(archive)) == []
        assert archive.site("given").name == "เอกสารที่ได้รับมอบ"
        archive.take_down(id, who="somsri", why="มีเลขบัตรประชาชน")
    _, said = prachum("add", letter, *GIVEN)
    assert "was taken down" in said
    with Archive(prachum.data, readonly=True) as archive:
        assert archive.db.execute("SELECT count(*) FROM document").fetchone() == (0,)


def test_what_was_given_is_read_again_with_all_else(prachum: Prachum, letter: Path) -> None:
    """`reread` reads every page, also those of sites that sites.toml does not have."""
    from flows.reading import read_family

    prachum("add", letter, *GIVEN)
    with Archive(prachum.data) as archive:
        (page,) = archive.pages()
        read_family(archive, page, {}, archive.begin_run("reread"))
        assert archive.run_table(archive.last_run())[0]["unchanged"] == 1


# what is typed after the file, the exit code, what the one line must say
MISTAKES = [
    (["--source", "x"], 2, "--date"),
    (["--date", "12/3/2567"], 2, "--source"),
    (["--source", "x", "--date", "มีนาคม 2567"], 2, "expected a day"),
    (["--source", "x", "--date", "2567-13-45"], 2, "expected a day"),
    (["--source", " ", "--date", "12/3/2567"], 2, "--source: is empty"),
    (["nowhere.pdf", "--source", "x", "--date", "12/3/2567"], 2, "nowhere.pdf: cannot be read"),
    ([".", "--source", "x", "--date", "12/3/2567"], 2, "is a folder"),
    (["pyproject.toml", "--title", "x", "--source", "x", "--date", "12/3/2567"], 2, "names one file"),
]


@pytest.mark.parametrize(("typed", "code", "said"), MISTAKES)
def test_a_mistake_is_told_in_one_line_and_adds_nothing(
    prachum: Prachum, letter: Path, typed: list[str], code: int, said: str
) -> None:
    left, told = prachum("add", letter, *typed)
    assert (left, told.count("\n")) == (code, 1)
    assert said in told
    assert not prachum.data.exists()
