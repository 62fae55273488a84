"""Pages as they are pasted: a live page's entries, a release's date, the name in the first line."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.sources.live_pages import is_live
from crosswire.sources.name_on_top import name_on_top
from crosswire.sources.page_lines import cut_lines
from crosswire.sources.plain import read_text
from crosswire.sources.years import with_years

LIVE = """LIVE: Lake talks - Envoys leave as truce ends

By Ada Lind
Published On 11 Oct 2031

14:32 GMT
Ferry reaches the pier
The ferry reached the northern pier with sixty people on board, the harbour master said on Saturday afternoon.

13:05 GMT
Council answers
A council official told reporters that the boats would not be given back before the end of the month.

11:47 GMT
Envoys leave
The three envoys left the town by road after the talks had ended without a paper, residents said.
"""


PROSE = """The boats left the northern pier with sixty people on board, the harbour master said in the afternoon.
Two of them turned back at the light when the wind rose, and one was towed home by a trawler after dark.
The council had promised to keep the pier lit, but its lamps went out at nine and nobody came to see to them.
"""


def read(text: str, name: str = "page.txt") -> Article:
    found = read_text(text, name, load("core").outlets)
    assert isinstance(found, Article)
    return found


def roles(article: Article) -> dict[str, str]:
    return {article.text[one.start : one.end]: one.role for one in article.regions}


def test_entries_under_clocks_are_headings_and_body() -> None:
    found = roles(read(LIVE))
    assert found["LIVE: Lake talks - Envoys leave as truce ends"] == "title"
    assert found["Council answers"] == "heading"
    assert sum(role == "body" for role in found.values()) == 3


def test_two_clocks_make_no_live_page() -> None:
    assert not is_live(cut_lines("14:32 GMT\nFerry reaches the pier\n13:05 GMT\nCouncil answers\nAt 11:47 they left."))


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("(Port Vell, 10 October 2031) – A convoy", dt.date(2031, 10, 10)),
        ("Port Vell, 9-10-2031 (LPA) - A convoy", dt.date(2031, 10, 9)),
        ("Port Vell, 18 March 2031. A convoy", dt.date(2031, 3, 18)),
        ("Port Vell (the town of 2031) said that a convoy", None),
    ],
    ids=["in-brackets", "numbers", "full-stop", "no-dateline"],
)
def test_a_releases_dateline_dates_it(opening: str, day: dt.date | None) -> None:
    body = (
        " of forty trucks was held at the bridge, and its drivers slept in their cabs. Nobody told them why it was so."
    )
    rest = " The mayor said that he had not been asked, and that he would have let them pass at once if he had."
    assert read(f"Convoy held at the bridge\n\n{opening}{body}{rest}").published == day


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Opinion | The Lake Ledger", "Enough waiting"], "The Lake Ledger"),
        (["Lake Front - Official", "Telegram channel"], "Lake Front"),
        (["LPA - Lake Press Agency", "Port shut"], "Lake Press Agency"),
        (["Lake Rights Council", "Briefing note"], "Lake Rights Council"),
        (["Talks Resume - Envoys Meet", "They met."], None),
        (["News | Lake Talks", "They met."], None),
        (["Ada Lind Wins", "The vote was close."], None),
    ],
    ids=["opinion", "official", "letters", "document", "a-headline", "a-section", "a-title"],
)
def test_the_first_line_names_who_publishes(lines: list[str], name: str | None) -> None:
    assert name_on_top(lines, "") == name


def test_a_list_of_sources_signs_no_page() -> None:
    assert read(f"What happened this week\n\n{PROSE}\nSources: Reuters, BBC, Al Jazeera").outlet is None


def _dated(stamp: str, name: str) -> Article:
    return read(f"Boats leave the pier\n\n{stamp}\n\n{PROSE}{name} was there on the pier.", f"{name}.txt")


def test_a_date_between_slashes_is_read_as_the_other_reports_lie() -> None:
    company = [_dated(f"{day} October 2031", f"Roe{day}") for day in (8, 9, 11)]
    slashed = _dated("Issued on: 09/10/2031 - 07:52", "Lind")
    found = {one.location: one.published for one in with_years([*company, slashed]) if isinstance(one, Article)}
    assert found["Lind.txt"] == dt.date(2031, 10, 9)


def test_a_date_between_slashes_alone_stays_as_it_was() -> None:
    slashed = _dated("Issued on: 09/10/2031 - 07:52", "Lind")
    assert [one.published for one in with_years([slashed]) if isinstance(one, Article)] == [slashed.published]
