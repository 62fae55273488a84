"""Whose words a page holds: its readers', a machine's, a ministry's; and what is only furniture."""

import pytest

from crosswire.model import Article
from crosswire.sources.build import build_article
from crosswire.sources.plain import read_text
from crosswire.text.datelines import dateline_end

REPORT = [
    "The harbour board said on Monday that the lock at Sund would open again this week, officials told reporters.",
    "“We have the keys,” the harbour master said on Tuesday. The union confirmed that its crews had been told.",
    "A spokesman for the council said that forty observers would arrive on Friday. Boats crossed on Wednesday.",
    "The minister told parliament last week that nobody had been hurt, according to the agency.",
]


def built(*lines: str) -> Article:
    found = read_text("\n\n".join(lines), "page.txt", ())
    assert isinstance(found, Article)
    return found


def body(article: Article) -> str:
    return "\n".join(span.of(article.text) for span in article.spans("body"))


def test_a_report_with_its_readers_comments_stays_a_report_without_them() -> None:
    below = [
        "Views expressed in the comments do not represent those of the Courier.",
        "I think we must not pay, and I say so as one who has sailed with them for years.",
        "What gives them the right? Should we not ask our own crews first?",
    ]
    page = built("Lock at Sund opens", "3 May 2031", *REPORT, *below)
    assert page.genre == "news"
    assert "sailed with them" not in body(page)


@pytest.mark.parametrize(
    "sign", ["Would you like me to turn this into a table?", "*Answer generated 9 June 2031. I may make mistakes.*"]
)
def test_a_chat_s_answer_is_a_summary(sign: str) -> None:
    assert built("Where do the talks stand?", *REPORT, sign).genre == "summary"


def test_a_chat_s_answer_is_dated_by_the_day_it_was_generated() -> None:
    page = built("Where do the talks stand?", "Answer generated 9 June 2031. I may make mistakes.", *REPORT)
    assert page.published is not None
    assert page.published.isoformat() == "2031-06-09"


def test_a_ministry_s_answers_are_its_own_whatever_office_is_named_as_their_source() -> None:
    page = built(
        "Ministry of Trade of Vale",
        "VOMT Spokesperson's Remarks on the Lock",
        "Source: Department of Press   2031-05-19 10:02",
        "[Print] [Close] Font size: L M S",
        "Q: On 13 May the council shut the lock. What is the Ministry's comment?",
        "A: Vale has noted that the wording was changed. The lock stays shut: a breach of the pact.",
        "Q: Is a second round planned?",
        "A: There is no such plan. Vale has kept the pact, and does not drag its feet over it.",
    )
    assert (page.outlet, page.genre) == ("Ministry of Trade of Vale", "statement")
    assert page.title == "VOMT Spokesperson's Remarks on the Lock"


def test_where_a_report_was_printed_is_no_part_of_it() -> None:
    page = built("Lock at Sund opens", *REPORT, "A version of this article appears in print on May 4, 2031, Section A.")
    assert "appears in print" not in body(page)


def test_a_stamp_with_the_hour_belongs_to_the_dateline() -> None:
    text = "SUND | Sun May 4, 2031 11:54 am EST SUND (Agency) - The lock opened."
    assert text[dateline_end(text, 0, len(text)) :] == "The lock opened."


def test_what_an_answer_draws_on_signs_nothing() -> None:
    page = built("Where do the talks stand?", *REPORT[:3], "Sources: [1] courier.example [2] northwire.example")
    assert page.outlet is None


def test_an_outlet_s_own_report_keeps_its_outlet() -> None:
    found = build_article("\n\n".join(REPORT), location="page.txt", outlets=(), outlet="The Sund Courier")
    assert isinstance(found, Article)
    assert found.outlet == "The Sund Courier"


def test_a_digest_of_the_papers_is_a_summary() -> None:
    foot = "This is an extract from the Rope, the Courier's digest of the best of the day's papers."
    assert built("The lock in the papers", *REPORT, foot).genre == "summary"
