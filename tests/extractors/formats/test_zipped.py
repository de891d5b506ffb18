"""Zip archives: names in the code pages of those who pack them, and bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from extractors.errors import Unreadable
from extractors.formats import zipped
from extractors.records import Capture, Link
from tests.extractors.formats.made import SITE, capture

NAME = "คำสั่งที่_๑/กำหนดการ.txt"
PAGE = Link("s/page", "http://a.example/page")
ARCHIVE = Link("s/files/a.zip", "http://a.example/files/a.zip", "attachment", PAGE.id)


def archive(members: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> Capture:
    out = BytesIO()
    with ZipFile(out, "w", method) as file:
        for name, body in members.items():
            file.writestr(name, body)
    return given(out.getvalue())


def given(body: bytes) -> Capture:
    return capture(body, url=ARCHIVE.url, link=ARCHIVE)


def named(name: bytes) -> Capture:
    """An archive whose member has that name as it stands, and no flag that says UTF-8."""
    asked = archive({"x" * len(name): b"text"})
    return replace(asked, body=asked.body.replace(b"x" * len(name), name))


def only(asked: Capture) -> Link:
    (link,) = zipped.members(asked)
    return link


@pytest.mark.parametrize("coding", ["cp874", "utf-8"])
def test_names_without_the_flag(coding: str) -> None:
    assert only(named(NAME.encode(coding))).id == f"s/files/a.zip/{NAME}"


def test_a_member_is_a_document_of_the_page() -> None:
    asked = archive({NAME: "ประชุม".encode()})
    link = only(asked)
    assert (link.id, link.parent, link.kind) == (f"s/files/a.zip/{NAME}", PAGE.id, "attachment")
    assert link.title == "กำหนดการ"
    assert link.url.startswith("http://a.example/files/a.zip#%E0%B8%84")
    found = zipped.member(asked, link)
    assert found.body.decode() == "ประชุม"
    assert found.url.startswith("zip:http://a.example/files/a.zip!/%E0%B8%84")
    assert (found.header("Content-Type"), found.link, found.fetched_at) == (
        "text/plain",
        link,
        asked.fetched_at,
    )


@pytest.mark.parametrize("name", [b"../../etc/a.txt", b"..\\..\\etc\\a.txt", b"/etc/./a.txt"])
def test_no_name_leads_out(name: bytes) -> None:
    assert only(named(name)).id == "s/files/a.zip/etc/a.txt"


def test_what_systems_leave_beside_documents_is_none_and_archives_stay_closed() -> None:
    left = ["__MACOSX/._a.pdf", ".hidden.txt", "~$a.docx", "Thumbs.db", "b.zip", "a/"]
    asked = archive(dict.fromkeys(left, b"x"))
    assert zipped.members(asked) == []
    assert zipped.read(asked, SITE).text.split("\n") == left[:-1]


@pytest.mark.parametrize(("names", "count"), [(["1.jpg"] * 1, 1), (["1.jpg", "2.png", "3.jpg", "4.jpg"], 0)])
def test_few_pictures_are_documents_and_the_photographs_of_a_day_none(names: list[str], count: int) -> None:
    assert len(zipped.members(archive(dict.fromkeys(names, b"x")))) == count


def test_of_many_documents_the_first_hundred_are_read() -> None:
    asked = archive({f"{n}.txt": b"x" for n in range(120)})
    assert len(zipped.members(asked)) == zipped.MOST
    assert zipped.read(asked, SITE).reasons == ("120 documents, of which the first 100 are read",)


def in_the_directory(asked: Capture, offset: int, value: int) -> Capture:
    """The archive with other four bytes at that offset of its first entry in the directory."""
    place = asked.body.index(b"PK\x01\x02") + offset
    return given(asked.body[:place] + value.to_bytes(4, "little") + asked.body[place + 4 :])


WHOLE = archive({"a.txt": b"text" * 100})
SIZE = 24  # of a member, unpacked
BOMBS = {
    "of its own word": archive({"a.txt": bytes(60_000_000)}),
    "of millions of members": given(b"PK\x03\x04" + b"PK\x01\x02" * 20_000),
    "torn": given(WHOLE.body[:-30]),
    "empty": given(b"PK\x03\x04"),
}


@pytest.mark.parametrize("what", BOMBS)
def test_bombs_and_torn_archives_are_not_opened(what: str) -> None:
    with pytest.raises(Unreadable):
        zipped.members(BOMBS[what])
    with pytest.raises(Unreadable):
        zipped.read(BOMBS[what], SITE)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST", 1_000_000)
    asked = in_the_directory(archive({"a.txt": bytes(30_000_000)}), SIZE, 100)
    with pytest.raises(Unreadable):
        zipped.member(asked, only(asked))


def test_a_member_with_a_password_is_named() -> None:
    asked = archive({"a.txt": b"text"})
    directory = asked.body.index(b"PK\x01\x02")
    locked = bytearray(asked.body)
    locked[directory + 8] |= 1
    with pytest.raises(Unreadable) as raised:
        zipped.member(given(bytes(locked)), only(asked))
    assert raised.value.status == "encrypted"


@pytest.mark.parametrize("damage", ["checksum", "method"])
def test_a_damaged_member_is_named(damage: str) -> None:
    asked = archive({"a.txt": b"text"}, ZIP_BZIP2 if damage == "method" else ZIP_DEFLATED)
    asked = in_the_directory(asked, 16, 7) if damage == "checksum" else asked
    with pytest.raises(Unreadable):
        zipped.member(asked, only(asked))


def test_a_name_that_comes_twice_is_one_document() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr("a.txt", b"x")
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("a.txt", b"x")
    assert len(zipped.members(given(out.getvalue()))) == 1
