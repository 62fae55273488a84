"""Sentences come from title and body only, with their paragraph."""

from crosswire.model import Article, Region
from crosswire.read.segment import segment

TEXT = "Talks resume\nBy Ada Pike\nEnvoys met. They spoke.\nSIGN UP NOW. Really.\nThey left."


def labelled(*roles: str) -> Article:
    regions, position = [], 0
    for line, role in zip(TEXT.split("\n"), roles, strict=True):
        regions.append(Region(position, position + len(line), role))  # type: ignore[arg-type]
        position += len(line) + 1
    return Article("a", TEXT, regions=tuple(regions))


def test_only_title_and_body_are_read() -> None:
    sentences, paragraphs = segment(labelled("title", "byline", "body", "navigation", "body"))
    assert [span.of(TEXT) for span in sentences] == ["Talks resume", "Envoys met.", "They spoke.", "They left."]
    assert paragraphs == (0, 1, 1, 2)


def test_without_regions_all_is_body() -> None:
    sentences, paragraphs = segment(Article("a", TEXT))
    assert len(sentences) == len(paragraphs) == 7
    assert paragraphs[0] == 1


def test_no_body_gives_no_sentence() -> None:
    assert segment(labelled(*["navigation"] * 5)) == ((), ())


def test_empty_text_gives_no_sentence() -> None:
    assert segment(Article("a", "")) == ((), ())
