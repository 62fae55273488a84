"""PDF pages become paragraphs; locked, broken and scanned files are named as such."""

import pytest

from crosswire.model import Article, Skipped
from crosswire.sources.pdf import join_lines, read_pdf

LINES = (
    "Talks resume in Vale",
    "",
    "The two delegations met in the harbour town of Vale on Monday and",
    "agreed on a list of names for the exchange, which had been post-",
    "poned for three weeks after the fighting in the north of the country.",
    "",
    "The head of the delegation said that the list was not complete and",
    "that it would be sent to both of the capitals before the week ends.",
)


def make_pdf(pages: list[tuple[str, ...]]) -> bytes:
    """Write a small PDF by hand: one text line below the other."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -16 Td " for line in lines).encode("latin-1")
        stream = b"BT /F1 11 Tf 60 780 Td " + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, start,
    )  # fmt: skip


def test_a_pdf_is_read_as_paragraphs() -> None:
    (article,) = read_pdf(make_pdf([LINES]), "a.pdf", ())
    assert isinstance(article, Article)
    assert "which had been postponed for three weeks" in article.text
    assert "Monday and agreed" in article.text
    assert article.text.startswith("Talks resume in Vale\n\n")


def test_running_headers_leave() -> None:
    pages = [
        [f"The Courier, page {number}", f"Paragraph {word} of the long report ends here."]
        for number, word in enumerate("abcd")
    ]
    joined = join_lines(pages)
    assert not any("page" in paragraph for paragraph in joined)
    assert " ".join(joined).count("Paragraph") == 4


def test_a_sentence_runs_on_over_the_page() -> None:
    pages = [
        ["The delegations met for the second time in the town of Vale and", ""],
        ["", "agreed on a list of names for the exchange of the prisoners."],
    ]
    assert len(join_lines(pages)) == 1


def test_compound_words_keep_their_hyphen() -> None:
    assert (
        join_lines(
            [
                [
                    "They spoke of a far-reaching cease-fire in the north today,",
                    "said a long-serving member of the delegation from the town.",
                ]
            ]
        )[0].count("-")
        == 3
    )


@pytest.mark.parametrize(
    ("data", "word"),
    [
        pytest.param(b"%PDF-1.4 nothing", "broken", id="broken"),
        pytest.param(make_pdf([LINES])[:300], "broken", id="truncated"),
        pytest.param(make_pdf([()]), "OCR", id="no-text"),
        pytest.param(b"", "broken", id="empty"),
    ],
)
def test_unreadable_files_are_skipped(data: bytes, word: str) -> None:
    (skipped,) = read_pdf(data, "a.pdf", ())
    assert isinstance(skipped, Skipped)
    assert word in skipped.reason
