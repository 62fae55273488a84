"""A page says who published it, who wrote it and when in a line or two under its title, or by its file's name alone."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import PackOutlet
from crosswire.sources.file_names import outlet_of_file
from crosswire.sources.plain import read_text
from crosswire.sources.signatures import read_signature

OUTLETS = (
    PackOutlet("ledger", "The Northern Ledger"),
    PackOutlet("post", "Lake Post", domains=("lakepost.example",)),
    PackOutlet("guardian", "Guardian", aliases=("The Guardian",)),
    PackOutlet("wire", "Lake Wire", kind="wire", aliases=("LW",)),
    PackOutlet("sentinel", "Sentinel", kind="wire"),
    PackOutlet("times", "The Times"),
)
TITLE = "Oria says it is ready to return to the talks with Teland in Vesk"
BODY = (
    "The envoys of Oria and Teland met on Monday in the lake town of Vesk, and agreed to meet again before the end of "
    "the month, officials of both countries said after the talks.\n\nNeither side gave details of the proposals that "
    "its delegation had brought to the table on the first day.\n"
)
DAY = dt.date(2031, 11, 18)


def read(head: str, location: str = "page.txt", body: str = BODY) -> Article:
    found = read_text(f"{TITLE}\n\n{head}\n\n{body}", location, OUTLETS)
    assert isinstance(found, Article)
    return found


def shown(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in article.spans("body")]


@pytest.mark.parametrize(
    ("line", "outlet", "author", "day"),
    [
        ("IDA LUND — 18 November 2031, 11:20", None, "Ida Lund", DAY),
        ("Ida Lund | 18 November 2031 | 11:20", None, "Ida Lund", DAY),
        ("Ida Lund, 18 November 2031", None, None, DAY),
        ("Ida Lund • November 18, 2031", None, "Ida Lund", DAY),
        ("Ida Lund and Tom Roe / Nov. 18, 2031", None, "Ida Lund and Tom Roe", DAY),
        ("By Ida Lund - Nov 18, 2031", None, "Ida Lund", DAY),
        ("By IDA LUND\nUpdated 6:01 PM GMT, November 18, 2031", None, "Ida Lund", DAY),
        ("By Ida Lund\nPublished 18/11/2031 14:02 CET", None, "Ida Lund", DAY),
        ("Tue 18 Nov 2031 00.40 GMT", None, None, DAY),
        ("18.11.2031 - Update: 18.11.2031", None, None, DAY),
        ("18 Nov, 2031 14:22", None, None, DAY),
        ("18 NOV 2031, 10:04", None, None, DAY),
        ("November 18 2031, The Times", "The Times", None, DAY),
        ("The Times, November 18 2031", "The Times", None, DAY),
        ("The Times\nIda Lund\nNovember 18 2031, 5.00pm GMT, The Times", "The Times", "Ida Lund", DAY),
        ("Tuesday, November 18, 2031 at 12:01 a.m. EST", None, None, DAY),
        ("Posted on November 18, 2031 by Ida Lund", None, None, DAY),
        ("2031-11-18 09:30:00", None, None, DAY),
        ("18th November 2031", None, None, DAY),
        ("Last updated: 18 Nov 2031 08:15 UTC", None, None, DAY),
        ("Guardian staff and agencies\nTue 18 Nov 2031 00.40 GMT", "Guardian", None, DAY),
        ("Guardian staff", "Guardian", None, None),
        ("Ida Lund in Vesk for the Lake Post", "Lake Post", "Ida Lund", None),
        ("By Ida Lund, for the Lake Post\nNov. 18, 2031", "Lake Post", "Ida Lund", DAY),
        ("By Ida Lund for the Harbour Tribune\nNov. 18, 2031", "Harbour Tribune", "Ida Lund", DAY),
        ("By Lake Wire\nNovember 18, 2031 8:31 AM UTC", "Lake Wire", None, DAY),
        ("The Globe Monitor\nNovember 18, 2031", "The Globe Monitor", None, DAY),
        ("Harbour Tribune\nBy Ida Lund\nNovember 18, 2031", "Harbour Tribune", "Ida Lund", DAY),
    ],
)
def test_a_line_under_the_title_signs_the_page(
    line: str, outlet: str | None, author: str | None, day: dt.date | None
) -> None:
    article = read(line)
    assert (article.outlet, article.published) == (outlet, day)
    assert author is None or article.author == author
    assert not any(piece in body for piece in line.split("\n") for body in shown(article))


@pytest.mark.parametrize("line", ["Port Vesk, 18 November 2031", "Port Vesk — 18 November 2031"])
def test_a_place_beside_a_day_is_no_author(line: str) -> None:
    article = read(line)
    assert (article.author, article.published) == (None, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "Talks Resume in Port Vell, May 3",
        "Oria and Teland, 18 November 2031: what was said",
        "The Times said so on November 18, 2031.",
        "World News",
        "Two envoys met for the Lake Post",
    ],
)
def test_other_lines_sign_nothing(line: str) -> None:
    assert read_signature(line, OUTLETS) is None


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("03-lakepost.txt", "Lake Post"),
        ("lake-post.txt", "Lake Post"),
        ("2031-11-13_guardian.html", "Guardian"),
        ("2031-11-13_guardian_oria-is-ready-to-return-to-talks.txt", "Guardian"),
        ("www.lakepost.example - Oria ready.txt", None),
        ("theguardian-2.txt", "Guardian"),
        ("a/reports.zip!lw 2.txt", "Lake Wire"),
        ("oria-lw.txt", "Lake Wire"),
        ("times.txt", "The Times"),
        ("hard-times.txt", None),
        ("guardian-angels.txt", None),
        ("lw-says-the-talks-are-over.txt", None),
        ("lakepost-or-lw.txt", None),
        ("12-talks.txt", None),
        ("", None),
    ],
)
def test_a_file_s_name_tells_the_outlet_when_it_is_little_else(name: str, outlet: str | None) -> None:
    assert outlet_of_file(name, OUTLETS) == outlet


@pytest.mark.parametrize(
    ("head", "dateline", "location", "outlet"),
    [
        ("By Ida Lund", "VESK, Oria (LW) — ", "10.txt", "Lake Wire"),
        ("By Ida Lund", "(Lake Wire) - ", "10.txt", "Lake Wire"),
        ("By Ida Lund", "VESK, November 18. /Sentinel/. ", "10.txt", "Sentinel"),
        ("The Globe Monitor\nNovember 18, 2031", "(Lake Wire) - ", "10.txt", "The Globe Monitor"),
        ("By Ida Lund", "VESK (LW) — ", "10-lakepost.txt", "Lake Post"),
        ("By Ida Lund, Lake Wire", "", "guardian.txt", "Guardian"),
        ("The Northern Ledger", "", "guardian.txt", "The Northern Ledger"),
        ("By Ida Lund", "The envoy (Lake Wire) said: ", "10.txt", None),
    ],
    ids=["wire-alone", "no-place", "slashes", "a-paper-s-copy", "file-s-name", "wire-s-man", "masthead-first", "prose"],
)
def test_a_dateline_s_wire_published_what_nobody_else_did(
    head: str, dateline: str, location: str, outlet: str | None
) -> None:
    assert read(head, location, dateline + BODY).outlet == outlet


@pytest.mark.parametrize(
    "opener", ["Read also", "Related news", "Most read", "More on this story", "You may also like"]
)
def test_teasers_below_a_story_are_furniture(opener: str) -> None:
    teasers = "Teland says the talks are Oria's last chance\nOria will never give up the crossing, its president said."
    article = read("By Ida Lund\n18 November 2031", body=f"{BODY}\n{opener}\n{teasers}\nBecome a member\n")
    assert all("chance" not in text and "never" not in text and "member" not in text for text in shown(article))
