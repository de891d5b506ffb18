"""Zip archives: each document in one is a document of the family, with evidence that names it."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from archive.equality import differences
from archive.fixity import check
from archive.rebuild import rebuild
from archive.record import event
from archive.store import Archive
from extractors.records import Site
from flows import reading
from flows.extracting import extract
from tests.extractors.formats import make_files
from tests.flows.harvesting import harvest, problems

INVITATION = "ขอเชิญประชุมชี้แจงการอบรมเชิงปฏิบัติการทำน้ำหมักชีวภาพ ในวันศุกร์ที่ 24 มิถุนายน 2565 ณ ศาลาประชาคมบ้านหนองไผ่ล้อม"
PAGE, PROGRAMME = "drawer/อบรม.zip", "drawer/อบรม.zip/เอกสาร/กำหนดการ.docx"


def zipped(**members: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def programme() -> bytes:
    return (make_files.FILES / "programme.docx").read_bytes()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "drawer"
    folder.mkdir()
    body = zipped(
        **{"หนังสือเชิญ.txt": INVITATION.encode("cp874"), "เอกสาร/กำหนดการ.docx": programme(), "x.exe": b"MZ"}
    )
    (folder / "อบรม.zip").write_bytes(body)
    return folder


def site_of(folder: Path) -> Site:
    return Site("drawer", "ตู้เอกสาร", str(folder), "folder")


def texts(data: Path) -> dict[str, str]:
    with Archive(data, readonly=True) as archive:
        sql = "SELECT id, text FROM document JOIN text ON text.version = document.version"
        return {row["id"]: row["text"] for row in archive.db.query(sql)}


def test_each_document_in_it_is_one_of_the_family(shelf: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert harvest(data, site_of(shelf))["new"] == 3
    assert problems(data) == []
    found = texts(data)
    assert set(found) == {PAGE, PROGRAMME, f"{PAGE}/หนังสือเชิญ.txt"}
    assert found[PAGE].split("\n") == ["หนังสือเชิญ.txt", "เอกสาร/กำหนดการ.docx", "x.exe"]
    with Archive(data, readonly=True) as archive:
        told = event(archive, PAGE)
    assert told is not None
    assert told["event"]["start"] == "2022-06-24"
    assert {place["document"] for place in told["event"]["evidence"]["agenda[1].title"]} == {PROGRAMME}


def test_a_second_night_and_a_rebuild_make_nothing_else_of_it(shelf: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    harvest(data, site_of(shelf))
    before = texts(data)
    harvest(data, site_of(shelf))
    with Archive(data) as archive:
        reading.read_family(archive, PAGE, {}, archive.begin_run("reread"))
        assert archive.db.execute("SELECT count(*) FROM capture WHERE url LIKE 'zip:%'").fetchone() == (2,)
        assert list(check(archive)) == []
    assert texts(data) == before
    shutil.copytree(data, tmp_path / "before")
    rebuild(data, [site_of(shelf)])
    assert differences(tmp_path / "before", data) == []


def test_of_another_archive_under_its_name_what_changed_is_read(shelf: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    harvest(data, site_of(shelf))
    members = {"หนังสือเชิญ.txt": f"{INVITATION} ชั้น 2".encode(), "เอกสาร/กำหนดการ.docx": programme()}
    (shelf / "อบรม.zip").write_bytes(zipped(**members))
    row = harvest(data, site_of(shelf))
    assert (row["changed"], row["failed"]) == (2, 0)  # the letter, and the names
    assert texts(data)[f"{PAGE}/หนังสือเชิญ.txt"].endswith("ชั้น 2")


def test_what_is_taken_down_is_taken_down_with_what_is_in_it(shelf: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    harvest(data, site_of(shelf))
    with Archive(data) as archive:
        archive.take_down(PAGE, who="ผู้ดูแล", why="ขอให้ลบ")
    harvest(data, site_of(shelf))
    assert texts(data) == {}


def test_extract_reads_what_is_in_it(shelf: Path) -> None:
    said = extract(shelf / "อบรม.zip")
    assert len(said["event"]["agenda"]) == 3
    assert said["event"]["evidence"]["agenda[0].title"][0]["document"] == "อบรม/เอกสาร/กำหนดการ.docx"
