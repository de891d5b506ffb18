"""Held online: by which platform, at which address."""

from __future__ import annotations

import pytest

from extractors.fields import online
from extractors.records import Document

SPELT = ("วิดีโอ", "วีดีโอ", "วีดิโอ", "วดีโอ")  # video
DAY = "วันที่ 5 มีนาคม 2567 "


def facts(text: str) -> dict[str, object]:
    return {
        path: found.value for path, found in online.find(Document("d", "", "text/plain", text), {}).items()
    }


@pytest.mark.parametrize(
    ("text", "said", "platform"),
    [
        ("ครูประชุมผ่านระบบ Zoom Meeting", True, "Zoom"),
        ("ครูประชุมผ่านระบบการประชุมทางไกล", True, None),
        ("สัมมนาในรูปแบบออนไลน์ ผ่านโปรแกรม Microsoft Teams", True, "Microsoft Teams"),
        ("ประชุมครู ณ ห้องประชุม 1 และผ่านระบบ e-Meeting", True, None),
        ("ประชุมโดยใช้ระบบแอปพริเคชัน ZOOM", True, "Zoom"),
        ("ประชุมด้วยระบบ Vedio Conference", True, None),
        ("ประชุมระบบ Conference ผ่านโปรแกรม Hangouts Meet", True, "Google Meet"),
        ("ครูประชุมผ่านสื่ออิเล็กทรอนิกส์", True, None),
        ("ครูประชุมผ่านระบบเทคโนโลยีสารสนเทศ Video Conference (Zoom)", True, "Zoom"),
        ("ครูประชุมผ่านระบบวีดิทัศน์ทางไกล", True, None),
        ("ครูประชุมผ่านวิดีโอคอล", True, None),
        ("ครูประชุมผ่านระบบการประชุมทางจอภาพ (Web Conference)", True, None),
        ("อบรมครูในรูปแบบไฮบริด (Onsite และ Online)", True, None),
        ("อบรมครู | Hybrid (Onsite & Online)", True, None),
        (
            "ครูสัมมนาออนไลน์ เรื่อง การอ่าน ในวันเสาร์ที่ 14 สิงหาคม 2564 เวลา 09.00 น. ผ่าน Facebook Live",
            True,
            "Facebook Live",
        ),
        ("ครูประชุมผ่าน LINE Meeting", True, "LINE"),
        ("ครูชมวีดิทัศน์แนะนำโรงเรียน", None, None),
        ("อบรมครูเรื่อง Online Marketing", None, None),
        ("ครูประชุมเรื่องแนวทางแก้ไขปัญหาหลอกลวงทางออนไลน์", None, None),
        ("ผอ. ได้กล่าวถ้อยแถลงผ่านวีดิทัศน์", True, None),
        ("ครูประชุมเรื่องการขายของออนไลน์", None, None),
        ("ครูอบรมเรื่องข่าวลวงบนโลกออนไลน์", None, None),
    ],
)
def test_online_and_by_what(text: str, said: bool | None, platform: str | None) -> None:
    found = facts(DAY + text)
    assert (found.get("online"), found.get("platform")) == (said, platform)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("ครูประชุมผ่านระบบ Zoom https://zoom.us/j/123?pwd=x ณ โรงเรียน", "https://zoom.us/j/123?pwd=x"),
        ("รูปแบบออนไลน์ ผ่าน Microsoft Teams https://conf.example/agri6", "https://conf.example/agri6"),
        ("อบรมออนไลน์ ลิงก์เข้าร่วมประชุม : https://meet.example/abc", "https://meet.example/abc"),
        # where one enrols is not where one meets
        ("อบรมผ่านระบบ Zoom ลงทะเบียนได้ที่ https://forms.example/x", None),
        ("ประชุมครูที่โรงเรียน ดูภาพที่ https://zoom.us/gallery", None),
    ],
)
def test_the_address_of_the_meeting(text: str, link: str | None) -> None:
    assert facts(DAY + text).get("link") == link


@pytest.mark.parametrize(
    "said",
    [
        "ผ่านระบบออนไลน์",
        "ประชุมทางไกล",
        "ผ่านระบบ VDO Conference",
        "ผ่าน ZOOM",
        "ทาง Google Meet",
        "ทาง Hangouts",
        "ผ่าน MS Teams",
        "ผ่าน Webex",
        *(
            f"ผ่านระบบ{video}คอน{conference}"
            for video in SPELT
            for conference in ("เฟอเรนซ์", "เฟอร์เรนซ์", "เฟอเร้นซ์")
        ),
        "ผ่านระบบ e-Meeting",
        "ผ่านสื่ออิเล็กทรอนิกส์",
        "หน้าถ่ายทอดสด",
        "ถ้อยแถลงผ่านวีดิทัศน์",
        "ถ้อยแถลงผ่านคลิปวดโอ",
        "ถ้อยแถลงผ่านวดิโอ",
        "ถ้อยแถลงผ่านวีดีโอ",
        "Webinar",
        "รับชมสด",
        "ดูสด",
        "Facebook Live",
        "Live Talk",
    ],
)
def test_each_way_of_saying_it_is_looked_for(said: str) -> None:
    """A text without any hint is not searched; every way to say it holds one."""
    assert facts(f"อบรมครู {said} วันที่ 5 มีนาคม 2567")["online"]
