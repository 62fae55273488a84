"""The whole job on input nobody would write: no crash, every span resolves, nothing for the verifier, no slow case."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.assess import allowed_words, assess, verify
from crosswire.model import Article, Dossier, Evidence, Reading, Region, Skipped, Span
from crosswire.packs import Packs, load
from crosswire.read import read_article
from crosswire.sources.formats import read_input
from crosswire.text.normalise import normalise
from crosswire.weigh import weigh

SIZE = 300_000
# Generous: the limit is there for what grows with the square of the input, on a busy machine.
LIMIT = 10.0

WORDS = (
    "the a of and he she it they said told denied accused demanded would not never will if unless after before"
    " on in by at from with President Minister Talks Ardenne Velmark Jona Halder Mrs Dr. U.S. No. Reuters Guardian"
    " prisoners soldiers 1,000 1.200 40% $5 two dozen million Monday June 2025 yesterday mid-May ceasefire"
    " border troops agreement offer reject threatens according to sources"
).split()
MARKS = tuple(
    "“ ” ‘ ’ \" ' « » ( ) [ ] { } . , ; : ? ! - – — … \n \n\n \t \u00a0 \u200b \u202e 😀 é ё 中 & < > @ # /".split(" ")
)
ODD = st.text(max_size=6)
PROSE = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(MARKS), ODD), max_size=90)
TAGS = ("p", "div", "article", "h1", "blockquote", "a", "li", "table", "td", "script", "style", "time", "figure", "svg")
HEADS = (
    "<title>{}</title>",
    '<meta property="og:title" content="{}">',
    '<meta name="author" content="{}">',
    '<script type="application/ld+json">{{"headline": "{}"}}</script>',
)
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load()


def article_of(raw: str, outlet: str) -> Article:
    """Make an article of any text, past the sources' own judgement of what is one."""
    text = normalise(raw)
    regions = (Region(0, len(text), "body"),) if text else ()
    return Article(f"fuzz-{outlet}", text, outlet=outlet, published=dt.date(2025, 6, 2), regions=regions)


def spans_of(reading: Reading, dossier: Dossier) -> Iterator[Span | Evidence]:
    """Yield every place the job speaks of: a bare span must lie inside its text, evidence must resolve too."""
    yield from reading.sentences
    yield from (quote.span for quote in reading.quotes)
    yield from (mention.span for mention in reading.mentions)
    for attribution in reading.attributions:
        yield from attribution.contents
        yield from (one for one in (attribution.source, attribution.cue) if one is not None)
    yield from (figure.span for figure in reading.figures)
    yield from (moment.span for moment in reading.times)
    yield from (credit.span for credit in reading.credits)
    for statement in reading.statements:
        yield from (*statement.contents, *statement.loaded)
        yield statement.evidence
    for claim in dossier.claims:
        yield from claim.evidence
    for dispute in dossier.disputes:
        yield from (one for side in dispute.sides for one in side.evidence)


def job(articles: list[Article], packs: Packs, *, question: str | None = None) -> int:
    """Run every step after opening, check all that is said, and return how many statements were read."""
    readings = [read_article(article, packs) for article in articles]
    dossier = weigh(articles, readings, packs.outlets)
    assessment = assess(dossier, packs, question=question)
    texts = {article.id: article.text for article in articles}
    for article, reading in zip(articles, readings, strict=True):
        for place in spans_of(reading, dossier):
            if isinstance(place, Evidence):
                place.check(texts[place.article])
            else:
                assert 0 <= place.start <= place.end <= len(article.text)
    for section in assessment.sections:
        for line in section.lines:
            assert line.evidence
            for evidence in line.evidence:
                evidence.check(texts[evidence.article])
    assert verify(assessment, articles, allowed_words(dossier)) == []
    return sum(len(reading.statements) for reading in readings)


def opened(data: bytes, location: str, packs: Packs) -> list[Article]:
    """Open bytes as a file; what cannot be opened must say why."""
    found: dict[str, Article] = {}
    for item in read_input(data, location, packs.outlets):
        if isinstance(item, Skipped):
            assert item.reason
        else:
            found[item.id] = item
            for region in item.regions:
                assert 0 <= region.start <= region.end <= len(item.text)
    return list(found.values())


@FUZZ
@given(texts=st.lists(PROSE, min_size=1, max_size=3), asked=PROSE)
def test_any_text_gives_a_report_that_holds(texts: list[list[str]], asked: list[str], packs: Packs) -> None:
    articles = [article_of(" ".join(words), f"Paper {number}") for number, words in enumerate(texts)]
    job(articles, packs, question=" ".join(asked).strip() or None)


SENTENCES = (
    "Jona Halder said {} on Monday.",
    "“{}”, the minister said.",
    "Velmark accused Ardenne of {}",
    "According to Reuters, {} prisoners were exchanged on 2 June 2025.",
    "“We will never {}”, he told the Guardian, “{}”",
    "Ardenne demanded that {} withdraw unless {}",
    "\n\n{}\n\n",
)


@FUZZ
@given(data=st.data())
def test_reports_with_anything_between_their_words_hold(data: st.DataObject, packs: Packs) -> None:
    texts = []
    for _ in range(data.draw(st.integers(1, 3))):
        chosen = data.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
        filler = [" ".join(data.draw(PROSE)[:8]) for _ in range(3)]
        # Cut in the middle of a word or a quotation, too.
        text = " ".join(one.replace("{}", filler[at % 3]) for at, one in enumerate(chosen))
        texts.append(text[: data.draw(st.integers(len(text) // 2, len(text)))])
    job([article_of(text, f"Paper {number}") for number, text in enumerate(texts)], packs)


def test_the_plain_sentences_of_the_fuzz_are_read(packs: Packs) -> None:
    text = " ".join(one.replace("{}", "the troops must leave") for one in SENTENCES)
    assert job([article_of(text, "Paper")], packs) > 2


@FUZZ
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_skipped(data: bytes, packs: Packs) -> None:
    for location in ("a.txt", "a.html", "a.eml", "a.json", "a.jsonl", "a.xml", "stdin"):
        articles = opened(data, location, packs)
        if articles:
            job(articles, packs)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """Draw a page: broken markup around prose, some of it twice, sometimes in the wrong encoding or cut short."""
    head = "".join(draw(st.sampled_from(HEADS)).format(" ".join(draw(PROSE))) for _ in range(draw(st.integers(0, 2))))
    blocks = []
    for _ in range(draw(st.integers(0, 8))):
        tag, words = draw(st.sampled_from(TAGS)), " ".join(draw(PROSE))
        closed = draw(st.booleans())
        blocks.append(f'<{tag} class="{draw(ODD)}" href={draw(ODD)}>{words}' + (f"</{tag}>" if closed else ""))
    page = f"<html><head>{head}</head><body>{''.join(blocks)}</body></html>"
    encoding = draw(st.sampled_from(("utf-8", "utf-16", "latin-1", "cp1251")))
    data = page.encode(encoding, errors="replace")
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@FUZZ
@given(page=pages())
def test_any_page_gives_a_report_that_holds(page: bytes, packs: Packs) -> None:
    articles = opened(page, "page.html", packs)
    if articles:
        job(articles, packs)


def hostile() -> dict[str, str]:
    """Return one text a habit of regular expressions and of greedy pairing."""
    units = {
        "brackets": "(",
        "straight-quotes": '"',
        "opening-quotes": "“",
        "single-quotes": "'",
        "digits": "7",
        "ones": "1 ",
        "names": "Jona Halder ",
        "capitals": "A",
        "said": 'he said "no" ',
        "commas": ",",
        "blank-lines": "\n\n",
        "dots": ". ",
        "letters": "a a a ",
        "dates": "2 June 2025 ",
        "according": "according to the ",
        "nested": "(“",
    }
    return {name: (unit * (SIZE // len(unit) + 1))[:SIZE] for name, unit in units.items()}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(hostile()))
def test_hostile_text_takes_no_longer_than_its_length(name: str, packs: Packs) -> None:
    text = hostile()[name]
    begun = time.process_time()
    opened(f"Title: Talks in Ardenne\nSource: Paper\nDate: 2025-06-02\n\n{text}".encode(), "hostile.txt", packs)
    middle = time.process_time()
    job([article_of(text, "Paper")], packs, question="What do Ardenne and Velmark want?")
    opening, rest = middle - begun, time.process_time() - middle
    assert opening < LIMIT, f"{name}: opening {SIZE} characters took {opening:.1f} s"
    assert rest < LIMIT, f"{name}: reading and weighing {SIZE} characters took {rest:.1f} s"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nested-divs", "open-paragraphs", "one-attribute", "comments", "scripts"])
def test_hostile_markup_takes_no_longer_than_its_length(name: str, packs: Packs) -> None:
    units = {
        "nested-divs": "<div>",
        "open-paragraphs": "<p>He said no. ",
        "one-attribute": '<a title="',
        "comments": "<!-- - ",
        "scripts": "<script>",
    }
    page = "<html><body><h1>Talks</h1>" + units[name] * (SIZE // len(units[name]))
    begun = time.process_time()
    articles = opened(page.encode(), "hostile.html", packs)
    if articles:
        job(articles, packs)
    took = time.process_time() - begun
    assert took < LIMIT, f"{name}: {took:.1f} s for {SIZE} characters"
