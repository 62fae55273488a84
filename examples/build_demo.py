"""
Render the demo case's PDF from `examples/statement.txt`, byte for byte the same every time.

    python examples/build_demo.py

The other reports are kept as they are. The PDF is two A4 pages of Times with a letterhead and page numbers,
written by hand so that the example needs no PDF library: PDF 1.4, base-14 fonts, uncompressed streams.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "statement.txt"
TARGET = HERE.parent / "src/crosswire/examples/demo/reports/08-kestria-ministry-statement.pdf"

PAGE = (595, 842)
MARGIN = 72
LEADING = 16
SIZE = 11.5
# Times-Roman averages about 0.46 em a character on English prose: 84 characters fill the column.
COLUMN = 84
LINES = 33
TITLE = "Statement by the Ministry of Foreign Affairs of Kestria on the negotiations in Corvane"


def wrap(paragraph: str) -> list[str]:
    """Break a paragraph into lines no longer than the column."""
    lines = [""]
    for word in paragraph.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > COLUMN:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def escape(words: str) -> str:
    """Escape the characters that mean something inside a PDF string."""
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def draw(words: str, left: float, top: float, font: str = "F1", size: float = SIZE) -> str:
    """Return the operators that show one line of text at a place on the page."""
    return f"BT /{font} {size} Tf {left} {top} Td ({escape(words)}) Tj ET\n"


def lay_out(text: str) -> list[list[tuple[str, str, float]]]:
    """Lay the text out as pages of (words, font, size) lines; an empty line parts paragraphs."""
    lines: list[tuple[str, str, float]] = []
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        font, size = ("F2", 13.0) if number < 2 else ("F1", SIZE)
        lines += [(line, font, size) for line in wrap(paragraph)]
        lines.append(("", "F1", SIZE))
    return [lines[start : start + LINES] for start in range(0, len(lines), LINES)]


def render(text: str) -> bytes:
    """Return the PDF of a statement."""
    pages = lay_out(text)
    first_page = 6
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({escape(TITLE)}) /Author (Ministry of Foreign Affairs of the Republic of Kestria)"
        " /CreationDate (D:20250430140000+03'00') >>",
    ]
    for index, lines in enumerate(pages):
        stream = draw("REPUBLIC OF KESTRIA - MINISTRY OF FOREIGN AFFAIRS", MARGIN, PAGE[1] - 48, "F2", 9)
        for row, (words, font, size) in enumerate(lines):
            if words:
                stream += draw(words, MARGIN, PAGE[1] - 100 - row * LEADING, font, size)
        stream += draw(f"{index + 1} / {len(pages)}", PAGE[0] / 2 - 8, 40, "F1", 9)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}]"
            f" /Contents {first_page + 2 * index + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
    return assemble(objects)


def assemble(objects: list[str]) -> bytes:
    """Number the objects and append the cross-reference table and trailer."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{item}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R >>\n"
    return data + f"{tail}startxref\n{len(data)}\n%%EOF\n".encode("cp1252")


if __name__ == "__main__":
    TARGET.write_bytes(render(SOURCE.read_text(encoding="utf-8")))
