"""The command line as its users meet it: in a process of its own, from the harvest to the hit."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from archive.folder import lock
from extractors.records import Site
from tests.flows.harvesting import harvest, site_at
from tests.world.server import serve

ROOT = Path(__file__).resolve().parents[2]


def prachum(*arguments: str | Path, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"} | env,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample harvested into it."""
    folder = tmp_path_factory.mktemp("sample")
    with serve() as world:
        harvest(folder, site_at(world.url))
    return folder


# what is typed, the exit code, what the one line must say
MISTAKES = [
    (["harvest", "--sites", "nowhere.toml"], 2, "nowhere.toml"),
    (["harvest", "nobody", "--sites", "tests/world/sites.toml"], 2, "has no site 'nobody'"),
    (["harvest", "--limit", "0"], 2, "--limit"),
    (["search", "--data", "nowhere", "ประชุม"], 2, "expected an archive here"),
    (["show", "--data", "nowhere", "sample/1"], 2, "expected an archive here"),
    (["serve", "--data", "nowhere"], 2, "expected an archive here"),
    (["serve", "--data", "SAMPLE", "--host", "203.0.113.1"], 2, "name another --port or --host"),
    (["reread", "nobody", "--data", "SAMPLE", "--sites", "tests/world/sites.toml"], 2, "no site 'nobody'"),
    (["export", "/proc/nowhere", "--data", "SAMPLE"], 1, "/proc/nowhere: No such file"),
    (["serch"], 2, "No such command"),
    (["search"], 2, "Missing argument"),
]


@pytest.mark.parametrize(("typed", "code", "said"), MISTAKES)
def test_a_mistake_is_told_in_one_line(sample: Path, typed: list[str], code: int, said: str) -> None:
    done = prachum(*(str(sample) if word == "SAMPLE" else word for word in typed))
    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout


def test_a_harvest_by_hand_ends_with_a_table_and_a_second_at_once_is_refused(tmp_path: Path) -> None:
    entry = (ROOT / "tests" / "world" / "sites.toml").read_text(encoding="utf-8")
    with serve() as world:
        sites = tmp_path / "sites.toml"
        sites.write_text(entry.replace("18563", str(world.port)), encoding="utf-8")
        typed = ("harvest", "--data", tmp_path / "data", "--sites", sites, "--limit", "3")
        # The child starts a server of its own, as on a newcomer's machine.
        done = prachum(*typed, PREFECT_SERVER_ALLOW_EPHEMERAL_MODE="true", HOME=str(tmp_path / "home"))
        assert done.returncode == 0, done.stderr
        with lock(tmp_path / "data"):
            second = prachum(*typed)
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["site", "found", "new", "changed", "unchanged", "needs", "OCR", "failed"]
    assert lines[1].startswith("sample ")
    assert not (tmp_path / "home").exists()
    assert (tmp_path / "data" / "prefect").is_dir() or "PREFECT_HOME" in os.environ
    assert second.returncode == 1
    assert "another harvest is running" in second.stderr
    assert second.stderr.count("\n") == 1


def test_search_prints_hits_that_show_opens(sample: Path) -> None:
    done = prachum("search", "--data", sample, "--json", "ประชุมปฏิบัติการ")
    assert done.returncode == 0, done.stderr
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert hits
    wanted = {
        "id",
        "title",
        "start",
        "end",
        "venue",
        "province",
        "url",
        "documents",
        "score",
        "snippet",
        "marks",
    }
    assert set(hits[0]) == wanted
    assert all(hit["url"] == hit["documents"][0]["url"] for hit in hits)
    for hit in hits:
        assert all(0 <= start < end <= len(hit["snippet"]) for start, end in hit["marks"])
    shown = prachum("show", "--data", sample, hits[0]["id"])
    assert shown.returncode == 0
    assert hits[0]["id"] in shown.stdout


def test_a_hit_is_told_in_thai_and_in_the_buddhist_era(sample: Path) -> None:
    said = prachum("search", "--data", sample, "ห้องเรียนเล่าเรื่องชุมชน", "--limit", "1").stdout
    assert "14–17 ธันวาคม 2563" in said
    assert "โรงแรมริมธาร แกรนด์ · กรุงเทพมหานคร" in said


def test_the_line_under_a_hit_opens_it_as_it_stands(sample: Path) -> None:
    said = prachum("search", "--data", sample, "ห้องเรียนเล่าเรื่องชุมชน", "--limit", "1").stdout
    line = next(line for line in said.splitlines() if line.startswith("prachum show"))
    assert "วันที่: 14–17 ธันวาคม 2563" in prachum(*shlex.split(line)[1:]).stdout


def test_an_id_with_a_blank_can_be_copied(tmp_path: Path) -> None:
    """Files on a shelf are called as people call them."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "ประชุมครู ครั้งที่ 1.txt").write_text("ประชุมครู วันที่ 5 มกราคม 2566 ณ ห้องโสตฯ", encoding="utf-8")
    entry = Site("shelf", "ตู้", str(shelf), "folder")
    harvest(tmp_path / "data", entry)
    said = prachum("search", "--data", tmp_path / "data", "ประชุมครู").stdout
    line = next(line for line in said.splitlines() if line.startswith("prachum show"))
    assert "5 มกราคม 2566" in prachum(*shlex.split(line)[1:]).stdout


def test_no_hit_is_no_failure(sample: Path) -> None:
    done = prachum("search", "--data", sample, "ฆฌฑฬฮ")
    assert (done.returncode, done.stdout.split()[0]) == (0, "ไม่พบ")


def test_show_proves_each_value_with_its_sentence(sample: Path) -> None:
    said = prachum("show", "--data", sample, "sample/118").stdout
    assert "สถานที่: โรงแรมริมธาร แกรนด์" in said
    assert "【โรงแรมริมธาร แกรนด์】" in said
    assert "บุคคล 2: ว่าที่ร้อยตรี อนุชา ใจคงมั่น" in said
    assert "หัวข้อ “ทิศทางการเรียนรู้จากชุมชนหลังการเปิดภาคเรียน" in said
    history = prachum("show", "--data", sample, "sample/118", "--history").stdout
    assert "ฉบับที่ 1" in history
    assert re.search(r"เก็บเมื่อ \d+ [ก-๙]+ 25\d\d เวลา", said)  # no Gregorian year meets the eye
    assert re.search(r"^\d+ [ก-๙]+ 25\d\d เวลา", history)
    unknown = prachum("show", "--data", sample, "sample/0")
    assert unknown.returncode == 1
    assert "has no sample/0" in unknown.stderr


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_export_writes_files(sample: Path, tmp_path: Path, form: str) -> None:
    done = prachum("export", "--data", sample, tmp_path / form, "--format", form)
    assert done.returncode == 0, done.stderr
    files = [Path(line) for line in done.stdout.splitlines()]
    assert files
    assert all(path.stat().st_size > 100 for path in files)


def test_extract_reads_what_it_can_and_names_what_it_cannot(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.pdf"
    good.write_text("การอบรมครู\nวันที่ ๕ สิงหาคม ๒๕๖๕ ณ หอประชุมโรงเรียน จังหวัดน่าน", encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7 and then nothing")
    done = prachum("extract", good, bad, tmp_path / "c.txt")
    assert done.returncode == 1
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first["event"]["start"] == "2022-08-05"
    assert first["event"]["province"] == "น่าน"
    proof = first["event"]["evidence"]["start"][0]
    assert first["document"]["text"][proof["start"] : proof["end"]].endswith("๕ สิงหาคม ๒๕๖๕")
    assert (second["document"], second["event"]) == (None, None)
    assert second["error"]
    assert "c.txt" in third["error"]


@pytest.mark.parametrize("verb", ["search", "extract", "--help"])
def test_reading_never_waits_for_prefect(sample: Path, tmp_path: Path, verb: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("การประชุมครู วันที่ 5 มกราคม 2566", encoding="utf-8")
    typed = {"search": ["search", "--data", str(sample), "ครู"], "extract": ["extract", str(text)]}
    code = (
        "import sys\nfrom flows.cli import main\n"
        f"try: main({typed.get(verb, [verb])!r})\n"
        "except SystemExit: pass\n"
        "assert 'prefect' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_that_of_the_package() -> None:
    assert prachum("--version").stdout == f"prachum {version('prachum')}\n"


def test_init_makes_a_folder_that_a_successor_can_read(tmp_path: Path) -> None:
    done = prachum("init", "--data", tmp_path / "data")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "data").iterdir()} >= {
        "archive.db",
        "captures",
        "README.txt",
        "sites.toml",
    }
    refused = prachum("harvest", "--data", tmp_path / "data")
    assert refused.returncode == 2
    assert "enabled" in refused.stderr
