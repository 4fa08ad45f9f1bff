"""Reports read back."""

from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
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


def foot_of_print(page: PageObject) -> float:
    """How far above the lower edge, in points, the last line of a page ends, its foot apart."""
    lines: list[float] = []

    def seen(text: str, placed: list[float], line: list[float], *_: object) -> None:
        if text.strip():
            lines.append(placed[5] + line[5] * placed[3])

    page.extract_text(visitor_text=seen)
    return min(y for y in lines if y > 60)


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
