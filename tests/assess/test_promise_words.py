"""What a promise is called in a label stands alone: no pointing word, no half a sentence."""

import datetime as dt

import msgspec
import pytest

from crosswire.assess.promise_words import what
from crosswire.assess.sections.commitments import status_of
from crosswire.model import Article, Change, Commitment, Evidence, Region
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def commitment(sentence: str, words: str, deed: str) -> Commitment:
    start = sentence.index(words)
    return Commitment(
        id="k1",
        promisors=("PER",),
        promisees=(),
        deed=deed,
        content=Evidence("a", 0, len(sentence), sentence),
        words=Evidence("a", start, start + len(words), words),
        form="reported",
        status="announced",
        changes=(),
        origins=(),
        evidence=(),
        made=dt.date(2031, 5, 7),
    )


@pytest.mark.parametrize(
    ("sentence", "words", "deed", "called"),
    [
        ("We will put both on the table in Lima.", "put both on the table in Lima", "put", "a promise of 7 May 2031"),
        ("Peru agreed to extradite him.", "extradite him", "extradit", "a promise of 7 May 2031"),
        (
            "Peru will free both of the sailors.",
            "free both of the sailors",
            "release",
            "release: free both of the sailors",
        ),
        (
            "The crew of the Wren, a tug seized last week, will be returned with it on Friday.",
            "returned with it on Friday",
            "release",
            "release of the crew of the Wren",
        ),
        (
            "Peru said that all tolls would be scrapped in June.",
            "scrapped in June",
            "scrap",
            "all tolls to be scrapped in June",
        ),
        ("The truce will begin at midnight.", "truce will begin at midnight", "truce", "truce"),
        ("A truce on the ridge was agreed.", "truce on the ridge", "truce", "truce on the ridge"),
        (
            "Peru agreed to open a line between the offices of both navies by June.",
            "open a line between the offices of both navies by June",
            "open",
            "open a line between the offices of both navies …",
        ),
        (
            "Peru will suspend for one year, starting on May 10, 2031, the fees that it levies in its ports.",
            "suspend for one year, starting on May 10, 2031, the fees that it levies in its ports",
            "suspend",
            "suspend the fees",
        ),
        (
            "Peru agreed to delay for a year the curbs it announced in May.",
            "delay for a year the curbs it announced in May",
            "delai",
            "delay the curbs",
        ),
        (
            "Peru agreed to join Chile, Bolivia and Brazil in talks with the miners, if they come.",
            "join Chile, Bolivia and Brazil in talks with the miners, if they come",
            "join",
            "join Chile, Bolivia and Brazil in talks",
        ),
        ("Peru will pay for one year.", "pay for one year", "pay", "payment: pay for one year"),
    ],
    ids=(
        "both him both-of befallen befallen-without-a-deed a-clause a-noun no-open-end for-a-time its-own-clause "
        "a-list a-time-alone"
    ).split(),
)
def test_a_label_stands_alone(sentence: str, words: str, deed: str, called: str) -> None:
    assert what(commitment(sentence, words, deed)) == called


def test_an_incident_names_the_people_without_a_name_who_tell_of_it() -> None:
    text = "Residents said Chilean troops had shelled the port of Arica on Monday, killing two people."
    article = Article("a", text, published=dt.date(2031, 5, 7), regions=(Region(0, len(text), "body"),))
    (found,) = weigh([article], [read_article(article, PACKS)], PACKS.outlets).incidents
    assert (found.violator, found.alleged_by, found.voices) == ("chilean-troops", (), ("residents",))


@pytest.mark.parametrize(
    ("status", "told", "shown"),
    [
        ("withdrawn", "Peru suspended the exchange.", "suspended"),
        ("withdrawn", "Peru pulled out of the exchange.", "withdrawn"),
        ("lapsed", "Peru said nothing.", "last day passed"),
        ("partial", "Peru put off the rest.", "partial"),
    ],
)
def test_a_status_says_no_more_than_is_told(status: str, told: str, shown: str) -> None:
    one = commitment("Peru will free both of the sailors.", "free both of the sailors", "release")
    change = Change("withdrawn", None, (), (Evidence("a", 0, len(told), told),))
    assert status_of(msgspec.structs.replace(one, status=status, changes=(change,))) == shown
