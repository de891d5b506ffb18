"""What waits for a program that is not installed: kept, no failure, read once it is there, then kept read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from archive.catalogue import rows
from archive.equality import SAME
from archive.rebuild import rebuild
from archive.record import document
from archive.search import search
from archive.store import Archive
from archive.versions import of_document
from archive.web.document_page import document_page
from extractors import child
from extractors.errors import Stop
from extractors.records import KEPT, NEEDS_OFFICE, Site
from flows import reading
from flows.telling.documents import print_documents
from tests.extractors.formats import make_files
from tests.flows.harvesting import harvest, problems

DOCUMENT, SCAN = "drawer/programme.doc", "drawer/scan.pdf"
FILES = Path(__file__).parents[1] / "world" / "files"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    shelf = tmp_path / "drawer"
    shelf.mkdir()
    return Site("drawer", "ตู้เอกสาร", str(shelf), "folder")


@contextmanager
def without_programs() -> Iterator[None]:
    """No program is found, neither here nor by the reading processes that are started within."""
    with pytest.MonkeyPatch.context() as without:
        without.setenv("PATH", "/nowhere")
        without.setattr(child, "_idle", idle := [])
        yield
        for server in idle:
            server.close()


def reread(data: Path, site: Site, id: str) -> dict[str, Any]:
    """The document, read again together with what is put back to be read."""
    with Archive(data) as archive:
        run = archive.begin_run("reread")
        reading.read_family(archive, id, {site.id: site}, run)
        for waiting in archive.pending():
            reading.read_family(archive, waiting, {site.id: site}, run)
        found = document(archive, id)
        assert found is not None
        return found


def told(data: Path) -> dict[str, list[dict[str, Any]]]:
    """The events and what they rest on."""
    with Archive(data, readonly=True) as archive:
        return {name: rows(archive.db, SAME[name]) for name in ("text", "event", "evidence", "official")}


@pytest.mark.needs("soffice")
def test_an_old_file_waits_for_libreoffice_and_is_read_on_a_reread(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    (tmp_path / DOCUMENT).write_bytes((make_files.FILES / "programme.doc").read_bytes())
    with without_programs():
        row = harvest(data, site)
    assert (row["new"], row["failed"], problems(data)) == (1, 0, [])
    with Archive(data) as archive:
        waiting = document(archive, DOCUMENT)
        assert waiting is not None
        assert waiting["reasons"] == [NEEDS_OFFICE]
        print_documents([waiting])
        assert "รอ LibreOffice" in capsys.readouterr().out
        page = document_page(archive.db, DOCUMENT, None, "th")
        assert page is not None
        assert page.shown is not None
        assert page.shown["needs_office"]
    read = reread(data, site, DOCUMENT)
    assert make_files.FOOT in read["text"]
    with Archive(data, readonly=True) as archive:
        assert [version["needs_office"] for version in of_document(archive.db, DOCUMENT)] == [0]


@pytest.mark.needs("soffice")
def test_what_libreoffice_read_stays_where_it_is_missing(tmp_path: Path, site: Site) -> None:
    data = tmp_path / "data"
    (tmp_path / DOCUMENT).write_bytes((make_files.FILES / "programme.doc").read_bytes())
    harvest(data, site)
    before = told(data)
    assert len(before["evidence"]) > 3
    with without_programs():
        kept = reread(data, site, DOCUMENT)
        assert kept["reasons"] == [KEPT]
        assert told(data) == before
        assert reread(data, site, DOCUMENT)["reasons"] == [KEPT]
        with pytest.raises(Stop, match="1 documents were read by a program that is missing here"):
            rebuild(data, [site])
        assert told(data) == before
    assert reread(data, site, DOCUMENT)["reasons"] == []
    assert told(data) == before


@pytest.mark.needs("soffice")
def test_a_newer_file_that_waits_leaves_the_text_of_the_one_before(tmp_path: Path, site: Site) -> None:
    data, file = tmp_path / "data", tmp_path / DOCUMENT
    file.write_bytes((make_files.FILES / "programme.doc").read_bytes())
    harvest(data, site)
    text, events = told(data)["text"], told(data)["event"]
    file.write_bytes(file.read_bytes() + bytes(512))
    with without_programs():
        row = harvest(data, site)
        shown = reread(data, site, DOCUMENT)
    assert (row["changed"], row["failed"]) == (1, 0)
    assert (shown["text"], shown["version"]) == (text[0]["text"], 1)
    assert told(data)["event"] == events
    newer = reread(data, site, DOCUMENT)
    assert (newer["text"], newer["version"], newer["reasons"]) == (text[0]["text"], 2, [])


@pytest.mark.needs("tesseract")
def test_a_scan_waits_is_read_and_stays_read_where_ocr_is_missing(tmp_path: Path, site: Site) -> None:
    data = tmp_path / "data"
    (tmp_path / SCAN).write_bytes((FILES / "scan.pdf").read_bytes())
    with without_programs():
        assert harvest(data, site)["needs_ocr"] == 1
    read = reread(data, site, SCAN)
    assert len(read["text"]) > 100
    before = told(data)
    with without_programs():
        kept = reread(data, site, SCAN)
    assert (KEPT in kept["reasons"], kept["needs_ocr"]) == (True, False)
    assert told(data) == before
    with Archive(data, readonly=True) as archive:
        assert [hit.id for hit in search(archive.db, "คุณภาพ:รออ่าน").hits] == [SCAN]
