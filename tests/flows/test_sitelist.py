"""sites.toml: what is accepted, and the one line that tells what is wrong with the rest.

Add the next mistake that someone made to MISTAKES.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.errors import BadInput
from flows import sitelist

GOOD = """
contact = "archivist@example.org"
[[site]]
id = "one"
name = "โรงเรียนหนึ่ง"
url = "https://one.example/news"
kind = "wordpress"
[[site]]
id = "two"
name = "สอง"
url = "http://two.example/feed/"
kind = "feed"
enabled = false
delay = 3
"""

# what is replaced in GOOD, by what, and what the message must say
MISTAKES = [
    ('id = "one"', 'id = "Ein s"', "a-z"),
    ('id = "two"', 'id = "one"', "two sites with the id 'one'"),
    ('kind = "feed"', 'kind = "joomla15"', "expected one of"),
    ('kind = "feed"\n', "", "has no kind"),
    ("delay = 3", 'delay = "3"', "seconds"),
    ("delay = 3", "delay = true", "seconds"),
    ("delay = 3", "dealy = 3", "did you mean 'delay'"),
    ("enabled = false", "enabled = 0", "true or false"),
    ("https://one.example", "one.example", "https://"),
    ("contact", "kontakt", "'kontakt' at its top"),
    ("delay = 3", 'selector = "td >"', "no CSS selector: Invalid character"),
    ("delay = 3", "also = [7]", "each in quotes"),
    ("delay = 3", 'pin = "AB:CD"', '"sha256:" and the 64 digits'),
    ('kind = "feed"', 'kind = "listing"', "has no items"),
    ('kind = "feed"', 'kind = "folder"', "path of a folder"),
    ("[[site]]", "[[site", "no TOML"),
]


def written(folder: Path, text: str) -> Path:
    path = folder / "sites.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_sites_come_in_their_order_with_their_defaults(tmp_path: Path) -> None:
    listed = sitelist.load(written(tmp_path, GOOD))
    assert [site.id for site in listed.sites] == ["one", "two"]
    assert listed.sites[0].url == "https://one.example/news/"  # below it lies WordPress's wp-json/
    assert listed.sites[1].url == "http://two.example/feed/"
    assert (listed.sites[0].delay, listed.sites[1].delay) == (1.0, 3)


def test_only_enabled_sites_are_visited_unless_they_are_named(tmp_path: Path) -> None:
    listed = sitelist.load(written(tmp_path, GOOD))
    assert [site.id for site in listed.chosen()] == ["one"]
    assert [site.id for site in listed.chosen(["two"])] == ["two"]


def test_certificates_lie_beside_the_list_and_a_pin_may_have_colons(tmp_path: Path) -> None:
    pin = "sha256:" + ":".join(["AB"] * 32)
    entry = GOOD.replace("delay = 3", f'delay = 3\npin = "{pin}"\nchain = "certs/one.pem"')
    site = sitelist.load(written(tmp_path, entry)).sites[1]
    assert (site.pin, site.chain) == (pin, str(tmp_path / "certs" / "one.pem"))


def test_an_unknown_name_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no site 'tow'; it has one, two"):
        sitelist.load(written(tmp_path, GOOD)).chosen(["tow"])


def test_a_public_site_is_not_visited_without_a_contact(tmp_path: Path) -> None:
    listed = sitelist.load(written(tmp_path, GOOD.replace("archivist@example.org", "")))
    with pytest.raises(BadInput, match="contact"):
        listed.chosen()


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_is_told_in_one_line(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    path = written(tmp_path, GOOD.replace(right, wrong))
    with pytest.raises(BadInput) as caught:
        sitelist.load(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_shipped_list_is_right_and_switched_off() -> None:
    listed = sitelist.load(Path(__file__).parents[2] / "sites.toml")
    assert len(listed.sites) >= 5
    assert not [site.id for site in listed.sites if site.enabled]
    assert all("not tried from here" in (site.note or "") for site in listed.sites)


@pytest.mark.parametrize("address", ["letters/2563", "./letters/2563", "file://{folder}/letters/2563"])
def test_a_folder_s_path_is_counted_from_the_list_s_own_and_needs_no_contact(
    tmp_path: Path, address: str
) -> None:
    entry = f'[[site]]\nid = "a"\nname = "ก"\nkind = "folder"\nurl = "{address.format(folder=tmp_path)}"\n'
    site = sitelist.load(written(tmp_path, entry)).chosen()[0]
    assert Path(site.url) == tmp_path / "letters" / "2563"
