# ruff: noqa: E501 - a text a line reads better than a text folded.
import datetime as dt
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.packs.schema import PackOutlet
from crosswire.sources.pasted import Page, read_page

# A page a file: each line is a letter for its role, a bar, the line. N is any role outside the article.
ROLES = {
    "T": "title",
    "Y": "byline",
    "D": "date",
    "B": "body",
    "P": "pullquote",
    "C": "caption",
    "R": "credit",
    "H": "heading",
}
PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
OUTLETS = (
    PackOutlet(id="NW", name="Northwire", kind="wire", domains=("northwire.example",)),
    PackOutlet(id="HC", name="The Harbor Courier", aliases=("Harbor Courier",)),
)


def roles_of(text: str) -> list[str]:
    return [region.role for region in read_page(text).regions]


def labelled(path: Path) -> tuple[str, list[str]]:
    rows = [line.partition("|")[::2] for line in path.read_text("utf-8").splitlines() if line]
    return "\n".join(words for _, words in rows), [letter for letter, _ in rows]


def check_cover(text: str, page: Page) -> None:
    for region in page.regions:
        assert 0 <= region.start < region.end <= len(text)
    for before, after in pairwise(page.regions):
        assert before.end <= after.start
    covered: set[int] = set()
    for region in page.regions:
        covered.update(range(region.start, region.end))
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_pasted_page_reads_as_its_article(path: Path) -> None:
    text, letters = labelled(path)
    page = read_page(text)
    found = [region.role for region in page.regions]
    lost = [
        text[r.start : r.end]
        for r, letter in zip(page.regions, letters, strict=True)
        if letter in "BT" and r.role != ROLES[letter]
    ]
    stray = [
        text[r.start : r.end]
        for r, letter in zip(page.regions, letters, strict=True)
        if letter not in "BT" and r.role in ("title", "body")
    ]
    assert (lost, stray) == ([], [])
    named = [(ROLES[letter], role) for letter, role in zip(letters, found, strict=True) if letter in ROLES]
    assert sum(wanted == role for wanted, role in named) == len(named)


def test_the_pages_are_enough_to_mean_something() -> None:
    assert len(PAGES) >= 15


@pytest.mark.parametrize(
    ("page", "author", "published", "outlet"),
    [
        ("harbor_courier", "Lena Ort", dt.date(2031, 3, 4), "The Harbor Courier"),
        ("aggregator_tail", "Jon Arne Bekk", dt.date(2031, 3, 11), None),
        ("cookies_first", "Mira Tolland and Aske Rowe", dt.date(2031, 3, 12), None),
        ("caps_byline", "Tam Birk", dt.date(2031, 3, 18), "Coastline Media"),
        ("source_tail", None, None, "Vell Press Agency"),
        ("comments_footer", "Aske Rowe", None, "Ennis Observer"),
        ("no_title", None, None, None),
    ],
)
def test_metadata_is_read_from_the_page(
    page: str, author: str | None, published: dt.date | None, outlet: str | None
) -> None:
    found = read_page(labelled(Path(__file__).parent / "pages" / f"{page}.txt")[0], OUTLETS)
    assert (found.author, found.published, found.outlet) == (author, published, outlet)


SIGNED = "{title}\n\n{line}\n4 March 2031\n\nThe dockers of the port voted against the offer on Monday.\n\nTheir union said so."


def test_a_name_and_a_place_above_the_date_are_a_byline() -> None:
    page = read_page(SIGNED.format(title="Dockers reject the offer in Marn", line="Tessa Bright, Marn"))
    assert (page.author, [region.role for region in page.regions][1]) == ("Tessa Bright", "byline")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Dockers reject the offer", "Tessa Bright, Marn"),
        ("Dockers in Marn reject the offer", "Tessa Bright of the union, Marn"),
        ("Dockers in Marn reject the offer", "Tessa, Marn"),
    ],
    ids=["place-nobody-speaks-of", "more-than-a-name", "one-word-is-no-name"],
)
def test_a_line_above_the_date_that_is_no_name_and_place_signs_nothing(title: str, line: str) -> None:
    assert read_page(SIGNED.format(title=title, line=line)).author is None


CLEAN = {
    "dateline-opens": "KYRA, June 2 (Northwire) - The sides met on Monday.\n\nThey agreed to meet again in ten days.\n\n“We shall see,” he said.",
    "short-speech": "The sides met on Monday in the old customs house of Ennis.\n\n“No.”\n\nThat was all she said.\n\n“Never.”",
    "by-opens": "By Friday the talks had failed.\n\nBy Saturday nobody remembered who had called them.\n\nBoth sides went home.",
    "source-in-speech": "Source close to the talks said they would end soon.\n\nSources: nobody knows where they come from, she joked.\n\nHe agreed.",
    "share-prices": "Share prices fell on news of the shelling.\n\nMore on the talks was promised by the envoy on Friday.\n\nFor more than a decade the two sides had not met.",
    "follow-the-money": "Follow the money, the old minister used to say.\n\nLive shells were found on the beach.\n\nWatch the coast, he told them.",
    "colon-before-list": "The draft has three points:\n\n- a truce at sea,\n\n- a truce on land,\n\n- an exchange of all prisoners.\n\nNone of them is new.",
    "author-named-in-news": "Jane Doe met the envoy on Monday in Ennis.\n\nThey spoke for an hour.\n\nNobody else was there.\n\nJane Doe is a professor of law at Ennis.",
    "dates-open-lines": "On 2 June 2025 the sides met.\n\nOn 3 June they parted.\n\nOn 4 June 2025 the guns spoke again, and nobody was surprised.",
    "one-line": "The sides met on Monday.",
    "questions": "The village was shelled on Monday night, its governor said.\n\nWho fired first?\n\nNobody in the village could say, and the observers did not ask.\n\nWill it happen again?\n\nThe governor thinks so.",
    "photograph-in-news": "A photo by a local amateur showed the ship burning, the navy said on Monday.\n\nThe navy said the image was old.\n\nIt was not.",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_a_clean_article_loses_nothing(text: str) -> None:
    assert set(roles_of(text)) == {"body"}


def test_a_first_line_without_a_period_is_the_title() -> None:
    page = read_page(
        "Envoys meet in Ennis\n\nThe sides met on Monday in the old customs house.\n\nThey agreed on nothing."
    )
    assert (page.title, [r.role for r in page.regions]) == ("Envoys meet in Ennis", ["title", "body", "body"])


def test_an_article_that_starts_with_a_paragraph_has_no_title() -> None:
    assert read_page("The sides met on Monday.\n\nThey agreed on nothing.").title is None


def test_a_hard_wrapped_paragraph_is_one_region() -> None:
    paragraph = "The two sides met on Monday in the old customs house of the\nharbour and spoke for nine hours, without a pause, on the one\nmatter that divides them, which is the order of the steps."
    page = read_page(f"{paragraph}\n\n{paragraph.replace('two', 'three')}\n")
    assert [r.role for r in page.regions] == ["body", "body"]


def test_of_two_equal_sentences_the_first_stays_body() -> None:
    text = "The truce will hold for thirty days.\n\nOther matters wait.\n\nThe truce will hold for thirty days.\n\nThat is all."
    assert roles_of(text) == ["body", "body", "pullquote", "body"]


def test_an_outlet_in_the_body_is_not_the_pages_outlet() -> None:
    text = "Northwire reported that the sides met.\n\nThe Harbor Courier did not, and its editor regrets it."
    assert read_page(text, OUTLETS).outlet is None


def test_no_text_has_no_regions() -> None:
    assert read_page(" \n\n ") == Page(())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(
                [
                    "Share",
                    "By Jane Doe",
                    "2 June 2025",
                    "Related articles",
                    "(AP)",
                    "“",
                    "The sides met on Monday, officials said.",
                    "© 2025 X",
                    "Q: Why?",
                    "• one",
                ]
            ),
        ),
        max_size=25,
    )
)
def test_regions_cover_any_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    check_cover(text, read_page(text, OUTLETS))


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        '"',
        "7",
        "a a a ",
        "(\n",
        "Share\n",
        "The sides met on Monday, he said.\n",
        "By A\n",
        "2 June 2025\n",
        "a-",
        "By Aa Aa, ",
    ],
    ids=repr,
)
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    def spent(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.perf_counter()
        read_page(text, OUTLETS)
        return time.perf_counter() - began

    spent(1000)
    small, large = spent(100_000), spent(1_000_000)
    assert large < max(2.0, 25 * small)


BASIL = Path(__file__).resolve().parents[2].parent / "shared/data/basil/basil.jsonl"


@pytest.mark.data
@pytest.mark.skipif(not BASIL.is_file(), reason="needs ../shared/data/basil")
def test_clean_news_keeps_its_body() -> None:
    body = other = 0
    for row in BASIL.read_text("utf-8").splitlines():
        text = json.loads(row)["text"]
        page = read_page(text)
        check_cover(text, page)
        body += sum(region.role == "body" for region in page.regions)
        other += sum(region.role not in ("body", "title") for region in page.regions)
    assert body / (body + other) >= 0.995


STORY = (
    "The envoys of Marrow returned to Vesk on Saturday for a third round of talks, officials said.\n"
    "Marrow's minister told reporters that two of the three annexes of the truce had been read twice."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("12 NOV, 06:00\nEnvoys of Marrow return to Vesk for talks", "Envoys of Marrow return to Vesk for talks"),
        ("News|Vesk talks\nEnvoys of Marrow return to Vesk", "Envoys of Marrow return to Vesk"),
        (
            "Marrow's envoys return to Vesk\n'Read twice,' says Marrow's minister of the annexes of the truce\nIda Lund\n3 May 2031",
            "Marrow's envoys return to Vesk",
        ),
        ("The Vesk Post\nMarrow's envoys return to Vesk\n3 May 2031", "Marrow's envoys return to Vesk"),
    ],
    ids=["below-a-stamp", "below-a-trail", "above-its-standfirst", "below-a-paper's-name"],
)
def test_the_title_of_a_page(head: str, title: str) -> None:
    assert read_page(f"{head}\n{STORY}").title == title


def test_a_paper_that_signs_beside_the_day_is_no_author() -> None:
    page = read_page(f"Marrow's envoys return to Vesk\nThe Lake Herald | May 3, 2031\n{STORY}")
    assert (page.outlet, page.author, page.published) == ("The Lake Herald", None, dt.date(2031, 5, 3))


def test_a_reporter_in_a_place_signs_above_the_day() -> None:
    assert (
        read_page(f"Skip to content\nMarrow's envoys return to Vesk\nIda Lund in Vesk\n3 May 2031\n{STORY}").author
        == "Ida Lund"
    )


def test_what_a_summary_counts_is_no_sentence() -> None:
    lines = STORY.split("\n")
    text = f"Marrow's envoys return\n{lines[0]} Northwire+3\n{lines[1]} Lake Post+1\n{STORY}"
    page = read_page(text)
    roles = {text[one.start : one.end]: one.role for one in page.regions}
    assert (roles["Northwire+3"], roles["Lake Post+1"]) == ("credit", "credit")
