"""Words of one meaning: what people say, and what offices write."""

from __future__ import annotations

from collections import defaultdict

from extractors.thai.words import tokens

MOST = 4  # forms of a word that holds such a word

# A line holds words that may stand for one another in any text, with blanks between; _ is a blank in one.
# To add some: a line, in which each means what the others mean wherever it is typed. Words that only come
# near (อบรม, สัมมนา) are no synonyms: whoever types one of them would find what the other is about.
GROUPS = """
อังกฤษ สหราชอาณาจักร
อเมริกา สหรัฐฯ สหรัฐอเมริกา
เกาหลีใต้ สาธารณรัฐเกาหลี
พม่า เมียนมา
เขมร กัมพูชา
น้ำท่วม อุทกภัย
ไฟไหม้ อัคคีภัย เพลิงไหม้
พายุ วาตภัย
หน้าฝน ฤดูฝน
หน้าร้อน ฤดูร้อน
หน้าแล้ง ฤดูแล้ง
หน้าหนาว ฤดูหนาว
หมอ แพทย์
คนไข้ ผู้ป่วย
คนแก่ คนชรา ผู้สูงอายุ
คนพิการ ผู้พิการ
หนัง ภาพยนตร์
โอท็อป โอทอป OTOP
โควิด โคโรนา COVID
ซอฟต์พาวเวอร์ ซอฟท์พาวเวอร์ soft_power
เอไอ AI ปัญญาประดิษฐ์
เอ็มโอยู MOU บันทึกข้อตกลง บันทึกความเข้าใจ
เวิร์กช็อป เวิร์คช็อป workshop ประชุมเชิงปฏิบัติการ ประชุมปฏิบัติการ อบรมเชิงปฏิบัติการ
ออนไลน์ online
ดิจิทัล ดิจิตอล digital
ไซเบอร์ cyber
คอม คอมพิวเตอร์ computer
เว็บ เว็บไซต์ website
แอป แอพ แอปพลิเคชัน แอปพลิเคชั่น application
แอนิเมชัน แอนิเมชั่น
วิทยากร บรรยาย ผู้บรรยาย
ครูใหญ่ ผู้อำนวยการโรงเรียน
ครม.สัญจร คณะรัฐมนตรีสัญจร คณะรัฐมนตรีอย่างเป็นทางการนอกสถานที่ คณะรัฐมนตรีนอกสถานที่
ผู้ว่า ผู้ว่าฯ ผู้ว่าราชการจังหวัด
นายก นายกฯ นายกรัฐมนตรี
สังฆราช สมเด็จพระสังฆราช
ในหลวง พระบาทสมเด็จพระเจ้าอยู่หัว
เด็กพิเศษ เด็กที่มีความต้องการพิเศษ
ป.ตรี ปริญญาตรี
ป.โท ปริญญาโท
ป.เอก ปริญญาเอก
รถเมล์ รถโดยสารประจำทาง
สนามบิน ท่าอากาศยาน
ยาเสพติด ยาเสพย์ติด
ขยะ มูลฝอย
ค่าแรง ค่าจ้าง
กม. กิโลเมตร
ตร.กม. ตารางกิโลเมตร
ตร.ม. ตารางเมตร
ลบ.ม. ลูกบาศก์เมตร
กก. กิโลกรัม
ซม. เซนติเมตร
"""


def _known() -> dict[str, tuple[str, ...]]:
    """Word, in small letters -> the others of its group."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in GROUPS.strip().splitlines():
        group = [word.replace("_", " ") for word in line.split()]
        for word in group:
            found[word.lower()] += [other for other in group if other != word]
    return {word: tuple(others) for word, others in found.items()}


_KNOWN = _known()


def synonyms(word: str) -> list[str]:
    """The word in the other words of its group; one that goes on with such a word too.

    >>> synonyms("น้ำท่วม"), synonyms("Otop"), synonyms("ครู"), synonyms("ช่วยน้ำท่วม")
    (['อุทกภัย'], ['โอท็อป', 'โอทอป'], [], ['ช่วยอุทกภัย'])
    """
    word = word.lower()
    if word in _KNOWN:
        return list(_KNOWN[word])
    cut = tokens(word)
    return [
        word.replace(known, other)
        for known, others in _KNOWN.items()
        if known in word and set(tokens(known)) <= set(cut)
        for other in others
    ][:MOST]
