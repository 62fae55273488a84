"""What stands on top of a pasted page: trails, bodies' names and standfirsts are no title; a site has a name."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.sources.plain import read_text

PACKS = load("core", "negotiation")
PROSE = (
    "The ferry crews of Vale walked out on Monday, the Dockers Federation said, after talks on pay had failed.\n\n"
    "The Harbour Council said that no ferry would sail before Thursday and that tickets would be paid "
    "back in full within a week.\n"
)


def page(head: str, tail: str = "") -> Article:
    found = read_text(f"{head}\n\n{PROSE}\n{tail}", "pages/07-ferries-stop.txt", PACKS.outlets)
    assert isinstance(found, Article)
    return found


TITLE = "Ferry crews of Vale walk out over pay"


@pytest.mark.parametrize(
    "head",
    [
        f"HOME > VALE > FERRIES\n\n{TITLE}\n\nAda Lind\n3 May 2031",
        f"Vale Dockers Federation\n\nMedia release\n3 May 2031\n\n{TITLE}",
        f"Vale Line\nPolitics\n\n{TITLE}\n\nCouncil says no ferry will sail before Thursday\n\nAda Lind\n3 May 2031",
        f"Vale Line\n\nExplainer | {TITLE}\n\nAda Lind\n3 May 2031",
    ],
    ids=["trail", "issuer", "standfirst", "section-before-it"],
)
def test_the_headline_is_the_title(head: str) -> None:
    assert page(head).title == TITLE


def test_a_site_that_no_list_knows_goes_by_the_name_on_top() -> None:
    assert page(f"Vale Line\n\n{TITLE}\n\nAda Lind\n3 May 2031").outlet == "Vale Line"


@pytest.mark.parametrize("first", ["Live", "World", "Latest", "the ferries"])
def test_a_section_s_name_is_no_site_s(first: str) -> None:
    assert page(f"{first}\n\n{TITLE}\n\nAda Lind\n3 May 2031").outlet is None


def test_a_release_says_whom_to_ask() -> None:
    head = f"Vale Ferries\n\n{TITLE}\n\n3 May 2031"
    assert page(head, "Media contact: Ada Lind, 555 0147").genre == "statement"
    assert page(head, "Ada Lind writes on ferries.").genre == "news"


def test_a_summary_is_dated_by_the_day_it_is_as_of() -> None:
    assert str(page("The ferry strike of Vale in brief (as of 3 May 2031)").published) == "2031-05-03"


def test_a_bullet_is_no_word_of_what_it_opens() -> None:
    article = Article(
        "a", "News.\n\n- Crews walked out on Monday.\n- The council said no.\n- 4 ferries sailed -3 less."
    )
    assert [span.of(article.text)[:4] for span in read_article(article, PACKS).sentences][1:3] == ["Crew", "The "]


def test_a_lead_of_two_sentences_that_asks_is_no_title() -> None:
    first = (
        "Three strikes, three orders. If you run a port in this country, why would you ever bargain with crews again?"
    )
    head = f"Vale Line\n\nOpinion | {TITLE}\n\nBy Ada Lind, Contributing Columnist\n3 May 2031\n\n{first}"
    assert page(head).title == TITLE


def test_what_a_release_tells_of_its_issuer_is_none_of_its_words() -> None:
    article = page(TITLE, "About Vale Ferries: the company runs nine ferries.\n\nMedia contact: Ada Lind, 555 0147")
    assert not [span for span in article.spans("body") if "nine ferries" in article.text[span.start : span.end]]
    told = page(TITLE, "About nine ferries were kept in port on Monday, the council said.")
    assert [span for span in told.spans("body") if "nine ferries" in told.text[span.start : span.end]]


def test_a_dateline_may_give_its_year_before_a_dash() -> None:
    found = read_text(f"{TITLE}\n\nVALE, April 13, 2031 – {PROSE}", "release.txt", PACKS.outlets)
    assert isinstance(found, Article)
    assert str(found.published) == "2031-04-13"
