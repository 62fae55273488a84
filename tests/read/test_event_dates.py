"""The date of what happened, among the dates beside it."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
PUBLISHED = dt.date(2031, 3, 12)


def dates_of(text: str) -> list[str | None]:
    article = Article(id="a", title="", text=text, published=PUBLISHED)
    found = read_article(article, PACKS).statements
    return [str(one.event_date.first) if one.event_date else None for one in found]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chile and Peru each freed 40 prisoners on Monday, officials of both countries said.", "2031-03-10"),
        ("Chile freed 40 prisoners on Monday under a deal signed in Lima this week.", "2031-03-10"),
        ("The next round is set for April 2.", "2031-04-02"),
        ("The summit is scheduled for 20 April.", "2031-04-20"),
        ("Chile will lift the embargo that it imposed in 2022.", None),
        ("Chile and Peru met on March 3 and on March 5 they met again.", "2031-03-03"),
        ("Chile let in the observers it had refused on 3 March.", None),
        ("Chile let in the observers on 3 March.", "2031-03-03"),
        ("Chile compared Peru with Brask, where rebels caught, shamed and killed the mayor last month.", None),
        ("Roe, who had fled, returned on 3 March.", "2031-03-03"),
        ("Chile has broken the accord reached by the two presidents in Lima on 3 March.", None),
        ("Chile and Peru reached an accord on 3 March.", "2031-03-03"),
        ("Chile and Peru have reached an accord in Lima on 3 March.", "2031-03-03"),
        ("Chile officials said the prisoners freed by Peru reached Lima on 3 March.", "2031-03-03"),
        ("Peru recognised the results of the first round of elections in March.", None),
        ("Peru held the first round of elections in March.", "2031-03-01"),
        ("Chile welcomed the February accord.", None),
        ("Chile closed the port early in February.", "2031-02-01"),
        ("Exports fell by 4%, down from 68% in February.", None),
        ("Exports fell from 68% to 40% in February.", "2031-02-01"),
        ("Oil prices have almost halved in the last six months in Chile.", None),
        ("Chile has held two rounds of talks (16 February and 2 March).", None),
        ("Peru delivered the bodies of two men arrested last month.", None),
        ("Peru arrested two men last month.", "2031-02-01"),
        ("Chile praised the deal it agreed with Peru last month.", None),
        ("Chile's president, in a message to the miners, pointed to a pact with Peru last month.", None),
        ("Chile's president pointed last month to a pact with Peru.", "2031-02-01"),
        ("The July 7 attack made Chile and Peru poorer.", None),
        ("Chile had hoped to vote on the pact by 3 March.", None),
        ("Chile fined the port for calling off a meeting on 3 March.", "2031-03-03"),
        ("The miners criticised the ministry for calling off a meeting on 3 March.", None),
        ("Chile's president is the author of the pact that ended the war last month.", None),
        ("The envoy left the embassy for the first time in two days.", None),
        ("Peru welcomes the ten-day truce agreed in Lima on 3 March.", None),
        ("Peru said the two sides agreed on a truce on 3 March.", "2031-03-03"),
        ("The minister sees no room for going beyond the sum agreed on 3 March.", None),
        ("The two men seized on 3 March were freed.", None),
        ("Offers put forward on 3 March could end the strike.", None),
        ("Chile's notice of a strike in Lima, handed in on 3 March, stands.", None),
        ("The square in Lima, the site of clashes on 3 March, was calm.", None),
        ("The square in Lima, which was calm, emptied on 3 March.", "2031-03-03"),
        ("The riots preceding the vote on 3 March led Peru to close the port.", None),
        ("Peru shelled the port on 3 March, killing nine.", "2031-03-03"),
        ("Chile's general died on 3 March aged 80.", "2031-03-03"),
        ("Peru's plan to close the mines on 3 March was dropped.", None),
        ("Peru moved on 3 March to close the mines.", "2031-03-03"),
        ("Farmers blocked the road following the vote in Lima last month.", None),
        ("Chile said there was no sign on 3 March of a deal.", None),
        ("Replying to charges on 3 March by Peru's premier, Chile's envoy left the hall.", None),
        ("Arica was shelled on 3 March by Peru.", "2031-03-03"),
        ("The police that beat farmers on 3 March have left Lima.", None),
        ("A truce was announced after talks which, an aide said, nearly collapsed on 3 March.", None),
        ("Peru seized two men on 3 March.", "2031-03-03"),
        ("Corporal Ada Roe, 24, captured in February, asked the reporter for bread.", None),
        ("The committee of the pact, signed in Lima on 3 March, met the envoys.", None),
        ("The pact, signed on 3 March, took the envoys by surprise.", "2031-03-03"),
        ("The committee of the pact met in Lima on 3 March.", "2031-03-03"),
        ("The anger preceding the vote on 3 March drove Roe out.", None),
        ("Chile compared Peru with Brask-whose vote in February it did not trust.", None),
        ("Ada Roe is expected in Lima today to save the deal.", None),
        ("Ada Roe was due to receive the envoys on 3 March in Lima.", None),
        ("The talks were due to have begun on 3 March but have not.", "2031-03-03"),
        ("Ada Roe was freed on 3 March.", "2031-03-03"),
        ("In a ballot that closed on 3 March, most miners voted for the pact.", "2031-03-03"),
        ("In the hall of the miners, where a song was sung on 3 March, nobody smiled.", None),
        ("The ballot that closed on 3 March did not please the miners.", None),
        ("The miners left the port after 10 pm on 3 March.", "2031-03-03"),
        ("Ada Roe hopes to form a cabinet this week.", None),
        ("Seven people died when a bridge fell on a train on 3 March.", "2031-03-03"),
        ("Seven people died on the bridge, where rain fell on 3 March.", None),
    ],
)
def test_the_day_of_the_event(text: str, date: str | None) -> None:
    assert dates_of(text)[0] == date


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The dockers meet again on April 2.", "future"),
        ("The dockers meet the owners on April 2.", "future"),
        ("The dockers meet the owners twice a year.", "actual"),
        ("The dockers met again on March 3.", "actual"),
        ("The dockers meet the owners on March 3.", "actual"),
    ],
    ids=["again", "others", "no-day", "past-tense", "past-day"],
)
def test_a_present_with_a_day_yet_to_come_lies_ahead(text: str, realis: str) -> None:
    article = Article(id="a", title="", text=text, published=PUBLISHED)
    assert [one.realis for one in read_article(article, PACKS).statements] == [realis]


def test_a_past_event_is_not_dated_after_its_report() -> None:
    assert dates_of("Chile freed 40 prisoners ahead of April 2.") == [None]


def test_a_deed_done_by_speaking_is_of_the_day_beside_its_word() -> None:
    assert "2031-03-10" in dates_of(
        "On Monday Ada Roe, deputy head of the Chile council, ruled out a Peru compromise plan."
    )
    assert dates_of("On Monday Ada Roe, deputy head of the Chile council, said the plan had been bad for Peru.") == [
        None
    ]


def test_a_voice_within_a_relative_clause_dates_nothing() -> None:
    assert dates_of("Chile has refused a visit to Lima, where Peru says two men were killed on Monday.") == [None, None]


def test_the_day_of_what_a_deed_answers_is_not_the_deed_s() -> None:
    text = (
        "Peru, which had waited for word of last Sunday's raid on the port, rejected late on Monday an offer of talks."
    )
    assert dates_of(text) == ["2031-03-10"]


def test_a_day_by_which_a_thing_is_to_be_done_dates_nothing() -> None:
    assert dates_of("The walkout casts doubt on the release of sixty men by 3 March.") == [None]
