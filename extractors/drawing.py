"""A page of a PDF as a picture: `python -m extractors.drawing NUMBER < FILE.pdf > PAGE.png`.

A process of its own, since pdfium ends the process in which it runs out of
memory: the pages read so far would be lost with it.
"""

from __future__ import annotations

import sys

import pypdfium2
from PIL import Image, ImageFilter

_DPI = 300
# Without its specks, and drawn larger than it is read, Tesseract misreads two letters in five less.
_SPECK = 3  # pixels
_SMALLER = 5 / 6
_MOST = 4500  # pixels on a side


def main(number: int) -> None:
    with pypdfium2.PdfDocument(sys.stdin.buffer.read()) as pdf:
        page = pdf[number]
        scale = min(_DPI / 72, _MOST / max(page.get_size()))
        drawn = page.render(scale=scale, grayscale=True).to_pil().filter(ImageFilter.MedianFilter(_SPECK))
        size = tuple(max(1, round(side * _SMALLER)) for side in drawn.size)
        drawn.resize(size, Image.Resampling.LANCZOS).save(sys.stdout.buffer, "PNG", compress_level=1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
