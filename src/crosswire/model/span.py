"""Places in text: a `Span` inside one known article, an `Evidence` anywhere."""

import msgspec

from crosswire.errors import EvidenceError


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """
    Half-open range of code points inside one article's text.

    >>> Span(0, 5).of("Peace talks")
    'Peace'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` at this span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Evidence(msgspec.Struct, frozen=True, order=True, gc=False):
    """
    A span outside its article: which article, where, and the exact words found there.

    Raises `EvidenceError` when built without words or with offsets that cannot hold them.
    """

    article: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not self.quote or self.start < 0 or self.end - self.start != len(self.quote):
            raise EvidenceError(
                f"article {self.article}, span {self.start}-{self.end}: expected {self.end - self.start} "
                f"characters of evidence, found {len(self.quote)}; cut evidence with Evidence.cut(article, text, span)"
            )

    @staticmethod
    def cut(article: str, text: str, span: Span) -> "Evidence":
        """
        Cut the evidence at `span` out of an article's text.

        >>> Evidence.cut("a1", "Peace talks", Span(6, 11)).quote
        'talks'
        """
        return Evidence(article, span.start, span.end, text[span.start : span.end])

    @property
    def span(self) -> Span:
        """The place inside the article."""
        return Span(self.start, self.end)

    def check(self, text: str) -> None:
        """Raise `EvidenceError` unless `text` holds these very words at this place."""
        found = text[self.start : self.end]
        if found != self.quote:
            raise EvidenceError(
                f"article {self.article}, span {self.start}-{self.end}: expected {self.quote[:60]!r}, "
                f"found {found[:60]!r}; the text changed after it was read: read the article again"
            )
