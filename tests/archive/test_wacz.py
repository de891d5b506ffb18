"""A hand-over as WACZ: all that is kept, nothing that was taken down, and the tools of others open it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.export import export_to
from archive.export.cdxj import LINES, packed
from archive.store import Archive
from tests.archive.made import SITE, attachment, capture, link, read_pending
from tests.flows.harvesting import harvest, site_at
from tests.world.server import serve
from tests.world.sites import SAMPLE

POSTS = [post for post in SAMPLE.posts if post.files][:2] + [post for post in SAMPLE.posts if not post.files][
    :4
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six posts of WordPress's, with their files."""
    folder = tmp_path_factory.mktemp("wacz") / "data"
    with serve([replace(SAMPLE, posts=POSTS)]) as world:
        harvest(folder, site_at(world.url))
    return folder


class Opened:
    """A WACZ file taken apart."""

    def __init__(self, data: Path, to: Path) -> None:
        with Archive(data, readonly=True) as archive:
            (self.path,) = export_to(archive, to, "wacz")
        with ZipFile(self.path) as file:
            assert file.testzip() is None
            self.stored = {info.filename for info in file.infolist() if info.compress_type == ZIP_STORED}
            self.files = {name: file.read(name) for name in file.namelist()}
        self.described = json.loads(self.files["datapackage.json"])
        lines = gzip.decompress(self.files["indexes/index.cdx.gz"]).decode().splitlines()
        self.index = [(line.partition("{")[0], json.loads(line[line.index("{") :])) for line in lines]
        self.pages = [json.loads(line) for line in self.files["pages/pages.jsonl"].splitlines()][1:]

    def record(self, said: dict[str, str]) -> tuple[str, str, bytes]:
        """Type, address and body of the record that a line of the index leads to."""
        offset, length = int(said["offset"]), int(said["length"])
        member = self.files[f"archive/{said['filename']}"][offset : offset + length]
        record = next(iter(ArchiveIterator(BytesIO(member))))
        header = record.rec_headers.get_header
        return header("WARC-Type"), header("WARC-Target-URI"), record.content_stream().read()

    def bytes(self) -> Iterator[bytes]:
        """Everything that can be read in it."""
        for name, held in self.files.items():
            yield gzip.decompress(held) if name.endswith(".gz") else held


def test_every_capture_is_found_by_the_index_and_every_digest_is_right(data: Path, tmp_path: Path) -> None:
    opened = Opened(data, tmp_path)
    assert opened.described["wacz_version"] == "1.1.1"
    for resource in opened.described["resources"]:
        held = opened.files[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (len(held), f"sha256:{sha256(held).hexdigest()}")
    digest = json.loads(opened.files["datapackage-digest.json"])["hash"]
    assert digest == f"sha256:{sha256(opened.files['datapackage.json']).hexdigest()}"
    assert {name for name in opened.files if name.endswith(".gz")} == opened.stored

    assert [key for key, _ in opened.index] == sorted(key for key, _ in opened.index)
    with Archive(data, readonly=True) as archive:
        kept = [url for (url,) in archive.db.execute("SELECT url FROM capture ORDER BY url")]
        titles = {title for (title,) in archive.db.execute("SELECT title FROM document WHERE kind = 'page'")}
    assert sorted(opened.record(said)[1] for _, said in opened.index) == kept
    assert all(opened.record(said)[1] == said["url"] for _, said in opened.index)
    assert {page["title"] for page in opened.pages} == titles
    assert len(opened.pages) == len(POSTS)
    assert {page["url"] for page in opened.pages} <= {said["url"] for _, said in opened.index}


def test_warcio_finds_nothing_wrong(data: Path, tmp_path: Path) -> None:
    opened = Opened(data, tmp_path)
    for name, held in opened.files.items():
        if name.startswith("archive/"):
            (tmp_path / Path(name).name).write_bytes(held)
            typed = [sys.executable, "-m", "warcio.cli", "check", "-v", str(tmp_path / Path(name).name)]
            said = subprocess.run(typed, capture_output=True, text=True, check=True).stdout
            assert "digest pass" in said
            assert not {"fail", "failed", "error"} & set(
                said.lower().split()
            )  # its exit code is 0 all the same


@pytest.mark.needs("wacz", "cdxj-indexer")
def test_the_validator_of_others_takes_it_and_their_index_is_ours(data: Path, tmp_path: Path) -> None:
    opened = Opened(data, tmp_path)
    home = {"HOME": str(tmp_path), "PATH": "/usr/local/bin:/usr/bin:/bin"}
    done = subprocess.run(
        ["wacz", "validate", "-f", str(opened.path)], capture_output=True, text=True, env=home, check=False
    )
    assert "Validation succeeded" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0

    theirs = []
    for name, held in opened.files.items():
        if name.startswith("archive/"):
            (tmp_path / Path(name).name).write_bytes(held)
            typed = ["cdxj-indexer", str(tmp_path / Path(name).name)]
            theirs += subprocess.run(
                typed, capture_output=True, text=True, env=home, check=True
            ).stdout.splitlines()
    assert sorted((line.partition("{")[0], json.loads(line[line.index("{") :])) for line in theirs) == sorted(
        opened.index
    )


def test_what_was_taken_down_is_in_no_part_of_it(data: Path, tmp_path: Path) -> None:
    """Neither the page, nor its files, nor the listing that carries its text; the others stay whole."""
    gone, kept = f"sample/{POSTS[0].id}", f"sample/{POSTS[1].id}"
    with Archive(data) as archive:
        text = archive.db.execute("SELECT text FROM text JOIN document ON text.version = document.version "
                                  "WHERE id = ?", [gone]).fetchone()[0]  # fmt: skip
    words = max(text.split("\n"), key=len)[:40].encode()
    assert any(words in held for held in Opened(data, tmp_path / "before").bytes())
    copy = tmp_path / "data"
    subprocess.run(["cp", "-r", str(data), str(copy)], check=True)
    with Archive(copy) as archive:
        archive.take_down(gone, who="somsri", why="ข้อมูลส่วนบุคคล")
    opened = Opened(copy, tmp_path / "after")
    addresses = {said["url"] for _, said in opened.index}
    assert not any(words in held for held in opened.bytes())
    assert not any(f"/archives/{POSTS[0].id}" in url for url in addresses)
    assert not any(file.path in url for file in POSTS[0].files for url in addresses)
    assert any(f"/archives/{kept.partition('/')[2]}" in url for url in addresses)
    assert all(opened.record(said)[1] == said["url"] for _, said in opened.index)
    assert len(opened.pages) == len(POSTS) - 1


def test_a_list_that_names_one_taken_down_is_not_repeated_where_it_was_unmodified(tmp_path: Path) -> None:
    with serve([replace(SAMPLE, posts=POSTS)]) as world:
        site = site_at(f"{world.url}feed/", kind="feed")
        for _ in range(2):
            harvest(tmp_path / "data", site, 2)
    with Archive(tmp_path / "data") as archive:
        lists = archive.db.execute(
            "SELECT status FROM capture WHERE url LIKE '%/feed/' ORDER BY id"
        ).fetchall()
        (down,) = archive.db.execute("SELECT id FROM document WHERE kind = 'page'").fetchone()
        archive.take_down(down, who="somsri", why="ข้อมูลส่วนบุคคล")
    assert lists == [(200,), (304,)]
    opened = Opened(tmp_path / "data", tmp_path / "after")
    assert not [said for _, said in opened.index if said["url"].endswith("/feed/")]


@pytest.mark.parametrize("is_taken_down", [False, True])
def test_the_forms_sent_are_in_it_unless_a_list_of_their_site_is_withheld(
    tmp_path: Path, is_taken_down: bool
) -> None:
    with serve([replace(SAMPLE, skin="table")]) as world:
        way = {"items": "table.news tr", "item_link": "td.topic a", "next": "td:has(> span) + td > a"}
        harvest(tmp_path / "data", site_at(f"{world.url}news.aspx", kind="listing", **way), 2)
    if is_taken_down:
        with Archive(tmp_path / "data") as archive:
            (down,) = archive.db.execute("SELECT id FROM document WHERE kind = 'page'").fetchone()
            archive.take_down(down, who="somsri", why="ข้อมูลส่วนบุคคล")
    opened = Opened(tmp_path / "data", tmp_path / "after")
    packed = [held for name, held in opened.files.items() if name.startswith("archive/")]
    forms = [r for held in packed for r in ArchiveIterator(BytesIO(held)) if r.rec_type == "request"]
    assert bool(forms) is not is_taken_down


def test_what_shared_its_bytes_with_one_taken_down_has_them_itself(tmp_path: Path) -> None:
    """The second is kept as a revisit of the first."""
    with Archive(tmp_path / "data") as archive:
        archive.register(SITE)
        run = archive.begin_run("harvest")
        for page in (1, 2):
            archive.keep(capture(link(page), f"ข่าวที่ {page}"), SITE, run)
            archive.keep(capture(attachment(page, page), "แฟ้มเดียวกัน"), SITE, run)
        read_pending(archive)
        assert archive.db.execute("SELECT count(*) FROM capture WHERE revisit_of > 0").fetchone() == (1,)
        before = Opened(tmp_path / "data", tmp_path / "before")
        archive.take_down("krabi/1", who="somsri", why="ข้อมูลส่วนบุคคล")
    opened = Opened(tmp_path / "data", tmp_path / "after")
    kinds = {said["url"].rpartition("/")[2]: opened.record(said) for _, said in opened.index}
    assert sorted(kinds) == ["2.txt", "?p=2"]
    assert (kinds["2.txt"][0], kinds["2.txt"][2].decode()) == ("response", "แฟ้มเดียวกัน")
    assert len(before.index) == 4


def test_a_long_index_is_packed_in_blocks_that_can_be_read_alone() -> None:
    lines = [f"th,a)/{n:06} 20261101000000 {{}}\n" for n in range(2 * LINES + 5)]
    blocks = list(packed(lines, "index.cdx.gz"))
    whole = b"".join(block for block, _ in blocks)
    heading, *rows = "".join(line for _, line in blocks).splitlines()
    assert heading.startswith("!meta 0 {")
    assert len(rows) == 3
    said = json.loads(rows[1].partition("{")[1] + rows[1].partition("{")[2])
    middle = gzip.decompress(whole[said["offset"] : said["offset"] + said["length"]]).decode()
    assert middle.splitlines(keepends=True) == lines[LINES : 2 * LINES]
    assert rows[1].startswith(f"th,a)/{LINES:06} ")
