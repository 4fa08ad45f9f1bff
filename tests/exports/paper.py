"""Reports read back."""

from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from reportlab.pdfbase.ttfonts import TTFont

from exports.pdf.report import build
from improvement.standing_model import Standing
from tests.exports.standings import case


def printed(here: Standing, **options: Any) -> bytes:
    out = BytesIO()
    build(here, out, **options)
    return out.getvalue()


@cache
def bytes_of(name: str) -> bytes:
    return printed(case(name))


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


@cache
def pages(content: bytes) -> tuple[str, ...]:
    """The words of each page."""
    return tuple(" ".join(page.extract_text().split()) for page in read(content).pages)


def words(content: bytes) -> str:
    return "\n".join(pages(content))


def record_glyphs(monkeypatch: Any) -> list[tuple[str, str]]:
    """Every text that reaches a face, with the characters that the face would print as a box."""
    seen: list[tuple[str, str]] = []
    real = TTFont.splitString

    def watched(font: TTFont, text: str, doc: Any, *more: Any, **named: Any) -> Any:
        boxes = "".join(char for char in text if not font.face.charToGlyph.get(ord(char)))
        seen.append((font.fontName, boxes))
        return real(font, text, doc, *more, **named)

    monkeypatch.setattr(TTFont, "splitString", watched)
    return seen
