"""Makes extractors/formats/digits.txt, the shapes of Thai digits: `python -m bench.digits FONT.ttf…`.

Of two cuts of a digit that are nearly the same one is kept. Says how many are
known by the fonts of other families alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from extractors.formats import digits
from extractors.formats.digits import Shape

TABLE = Path(digits.__file__).with_name("digits.txt")
_SIZE = 48  # pixels; blurred as a scan at 300 dpi is
_SAME = 0.96


def drawn(font: Path, digit: str) -> Shape:
    picture = Image.new("L", (3 * _SIZE, 3 * _SIZE), 255)
    face = ImageFont.truetype(str(font), _SIZE)
    ImageDraw.Draw(picture).text((_SIZE, _SIZE), digit, font=face, fill=0)
    picture = picture.filter(ImageFilter.GaussianBlur(1.2))
    boxes = digits.parts_of(picture, 128)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return digits.shape(picture, (min(lefts), min(tops), max(rights), max(bottoms)))


def likeness(one: Shape, other: Shape) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def line(digit: str, shape: Shape) -> str:
    low, high = min(shape), max(shape)
    return f"{digit} {''.join(f'{round(15 * (pixel - low) / (high - low)):x}' for pixel in shape)}"


def main(fonts: list[Path]) -> None:
    found = [(digit, drawn(font, digit), font.stem.split("-")[0]) for font in fonts for digit in "๐๑๒๓๔๕๖๗๘๙"]
    right = 0
    for digit, shape, family in found:
        others = [(likeness(shape, other), name) for name, other, of in found if of != family]
        right += max(others)[1] == digit
    kept: list[tuple[str, Shape]] = []
    for digit, shape, _ in found:
        if all(name != digit or likeness(shape, other) < _SAME for name, other in kept):
            kept.append((digit, shape))
    TABLE.write_text("".join(f"{line(digit, shape)}\n" for digit, shape in sorted(kept)), encoding="utf-8")
    print(f"{len(found)} digits, {right} known by other families alone; {len(kept)} shapes kept")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
