"""What waits for a program that is not installed: kept, no failure, and read once it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.record import document
from archive.store import Archive
from archive.versions import of_document
from archive.web.records import document_page
from extractors import child
from extractors.records import NEEDS_OFFICE, Site
from flows import reading
from flows.telling import print_documents
from tests.extractors.formats import make_files
from tests.flows.harvesting import harvest, problems

DOCUMENT = "drawer/programme.doc"


@pytest.mark.needs("soffice")
def test_an_old_file_waits_for_libreoffice_and_is_read_on_a_reread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf, data = tmp_path / "drawer", tmp_path / "data"
    shelf.mkdir()
    (shelf / "programme.doc").write_bytes((make_files.FILES / "programme.doc").read_bytes())
    site = Site("drawer", "ตู้เอกสาร", str(shelf), "folder")
    with monkeypatch.context() as without:
        without.setenv("PATH", "/nowhere")
        without.setattr(child, "_idle", idle := [])  # reading processes that find no program
        row = harvest(data, site)
        for server in idle:
            server.close()
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
        reading.read_family(archive, DOCUMENT, {site.id: site}, archive.begin_run("reread"))
        read = document(archive, DOCUMENT)
        assert read is not None
        assert make_files.FOOT in read["text"]
        assert [version["needs_office"] for version in of_document(archive.db, DOCUMENT)] == [0]
