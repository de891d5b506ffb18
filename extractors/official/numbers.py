"""Numbers of letters and orders: ศธ ๐๔๐๙๗/ว ๑๒๓, อว 0603.01(ว)/12, สพฐ. 1234/2565, ๑๒๘/๒๕๖๖, พิเศษ/2566."""

from __future__ import annotations

# Letters of the office, or "special"; the office's code with its parts; the
# running number, ว "circular" before it, or of an order the year behind it.
_OFFICE = r"[ก-ฮ][ก-ฮะ-์.]{0,14}"
_CODE = r"\d[\d.]{0,24}(?:[ \t]?\([ก-ฮ\d.]{1,6}\))?"
NUMBER = (
    rf"(?:(?:{_OFFICE}[ \t]{{0,3}})?{_CODE}[ \t]?/[ \t]?(?:ว[ \t]?\.?[ \t]?|พิเศษ[ \t]?)?\d{{1,6}}(?!\d)"
    rf"|(?:{_OFFICE}[ \t]{{0,3}})?(?:{_CODE}[ \t]?/[ \t]?)?พิเศษ(?:[ \t]?/[ \t]?\d{{1,6}})?(?![ก-๛]))"
)
