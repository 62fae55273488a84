"""Essays without a label: told from reports by who speaks in them and what their sentences hang together by."""

import pytest

from crosswire.sources.genre import recognise_genre
from crosswire.sources.pasted import read_page

ESSAY = [
    "The guns at Tarn have been silent for a month, and perhaps that is all that silence can do. But a truce is not a "
    "peace, and nobody should pretend otherwise. In fact, the terms suggest that neither side expects it to last.",
    "First, the strait remains closed to one of the two fleets. Second, the islands would still have two flags. In "
    "theory, a court could settle that; in practice, it is hard to see which court might be trusted by both.",
    "So what would a lasting deal look like? It would have to begin with the ferries, because trade may do what envoys "
    "could not. Indeed, the harbours have more to lose than the ministries.",
    "The danger is that each side will read the other's patience as weakness. Yet patience is likely to be the only "
    "thing that works. Moreover, time would seem to favour whoever is ready to wait.",
    "Still, the calculus is not the same on both shores. For the moment, the south could live without the strait; the "
    "north might not. That, after all, is why the guns fell silent there first.",
    "Whatever happens in spring, the fishermen will not wait for a treaty. Perhaps they should not. Inevitably, the "
    "first boat that crosses will do more than the last memorandum, and it may do so at no cost.",
    "None of this means that the talks are useless. But they would be worth more if they were about bread rather than "
    "flags, and it seems that the mediators have begun to see as much. Perhaps the rest will follow.",
    "To be sure, bread has never ended a war by itself. But wars have ended when those who bake it were asked, and so "
    "far they have not been. That could be the cheapest step of all, and it is unlikely to be taken.",
]
REPORT = [
    "The guns at Tarn fell silent on Monday, officials said, and the harbour opened again on Tuesday.",
    "A spokesman for the Coast Council told reporters that it would send forty observers this week.",
    "The minister said that he would not go to Ennis on Friday. He added that the terms could change.",
    "According to the ministry, two boats crossed on Wednesday. The mayor confirmed that nobody was hurt.",
]


def genre_of(text: str) -> str:
    page = read_page(text)
    return recognise_genre(text, page.regions, title=page.title, author=page.author)


def page(lines: list[str], times: int = 1) -> str:
    return "\n\n".join(["The silence of the guns", *(lines * times)]) + "\n"


def test_an_essay_without_a_label_is_an_analysis() -> None:
    assert genre_of(page(ESSAY)) == "analysis"


def test_an_essay_that_says_we_is_an_opinion() -> None:
    ours = [line.replace("nobody should pretend", "we must not pretend") for line in ESSAY]
    ours[-1] = "We should ask for bread, and our envoys must know it. " + ours[-1]
    assert genre_of(page(ours)) == "opinion"


@pytest.mark.parametrize("times", [1, 6])
def test_a_report_stays_news(times: int) -> None:
    assert genre_of(page(REPORT, times)) == "news"


def test_a_report_that_quotes_an_essay_stays_news() -> None:
    quoted = [f"“{line}” the mayor said on Monday." for line in ESSAY]
    assert genre_of(page([*REPORT, *quoted])) == "news"


def test_a_short_piece_is_not_asked() -> None:
    assert genre_of(page(ESSAY[:2])) == "news"


PLAIN = (
    "The truce was signed in spring, and the boats came back. Nobody in the harbour remembers who fired first, and the "
    "nets hang where they hung before. The ferry goes twice a day, with flour and with letters. It is a quiet place."
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"Guest blog: Ada Roe argues that the truce will hold\n\n{PLAIN}\n", "opinion"),
        (f"Guest workers: who came to the harbour\n\n{PLAIN}\n", "news"),
        (f"Silence\n\n{PLAIN}\n\nAda Roe is Professor of Law at the University of Vell.\n", "opinion"),
        (f"Silence\n\n{PLAIN}\n\n“It held,” Ada Roe said.\n\nAda Roe is a professor of law at Vell.\n", "news"),
        (f"Silence\n\n{PLAIN}\n\nAda Roe is mayor of the harbour town.\n", "news"),
    ],
    ids=["guest-blog", "guest-workers", "note", "quoted-before", "a-mayor"],
)
def test_a_label_or_a_note_tells_a_column(text: str, genre: str) -> None:
    assert genre_of(text) == genre
