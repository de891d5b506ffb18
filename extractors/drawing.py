"""A page of a PDF as a picture: `python -m extractors.drawing NUMBER < FILE.pdf > PAGE.png`.

A process of its own, since pdfium ends the process in which it runs out of
memory: the pages read so far would be lost with it.
"""

from __future__ import annotations

import sys

import pypdfium2

_DPI = 300  # Tesseract gains nothing from more, and loses much below 200
_MOST = 4500  # pixels on a side


def main(number: int) -> None:
    with pypdfium2.PdfDocument(sys.stdin.buffer.read()) as pdf:
        page = pdf[number]
        scale = min(_DPI / 72, _MOST / max(page.get_size()))
        page.render(scale=scale, grayscale=True).to_pil().save(sys.stdout.buffer, "PNG", compress_level=1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
