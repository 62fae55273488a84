"""A denial answers what its own report has just told; a count made again by another voice is a rival count."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def weighed(*texts: str) -> Dossier:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Lake Post {at}", published=dt.date(2031, 5, 7))
        for at, text in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


def disputes(kind: str, *texts: str) -> list[tuple[str, str]]:
    return [
        (one.sides[0].evidence[0].quote, one.sides[1].evidence[0].quote)
        for one in weighed(*texts).disputes
        if one.kind == kind and one.sides[0].claims != one.sides[1].claims
    ]


COST = "Mayor Ada Lind said the ferry strike had cost the town $4 million."


def test_a_denial_of_that_figure_answers_the_count_before_it() -> None:
    denial = "The Dockers Union disputes that figure."
    assert disputes("denial", f"{COST} {denial}") == [(COST, denial)]


def test_a_number_dismissed_as_a_fabrication_is_denied() -> None:
    denial = "The Dockers Union dismissed the number as pure fabrication."
    assert disputes("denial", f"{COST} {denial}") == [(COST, denial)]
    other = "The Dockers Union dismissed the mayor as a pure amateur."
    assert disputes("denial", f"{COST} {other}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lind said the strike was cruel. The Dockers Union disputes that figure.",
        f"{COST} The Dockers Union disputed the vote.",
        f"{COST} " + "The quays stayed shut all day. " * 20 + "The Dockers Union disputes that figure.",
        "The strike cost the town $4 million. The Dockers Union disputes that figure.",
    ],
    ids=["nothing-counted", "of-something-else", "too-far", "told-by-nobody"],
)
def test_without_a_count_just_before_it_answers_nothing(text: str) -> None:
    assert disputes("denial", text) == []


def test_a_denial_in_the_sentence_of_the_charge_it_came_after() -> None:
    text = (
        "Harbour Minister Jon Falk denied giving the ferry board any order, a day after "
        "the Dockers Union accused him of wrecking the talks."
    )
    assert disputes("denial", text) == [(text, text)]


def test_an_offer_denied_with_its_amounts() -> None:
    leak = "The Harbour Council has floated a raise of 4.5 percent over 30 months, the Post understands."
    denial = "The Harbour Council denied a report that it had offered 4.5 percent over 30 months."
    other = "The Harbour Council denied a report that it had offered 2 percent over 12 months."
    assert disputes("denial", leak, denial) == [(leak, denial)]
    assert disputes("denial", leak, other) == []


AGAIN = [
    "The union says 3,100 members walked out. The board said its own count was 2,400.",
    "The union says 3,100 members walked out. The board put the figure at 2,400.",
    "The union says 3,100 members walked out. The Harbour Council estimates the number at 2,400.",
]


@pytest.mark.parametrize("text", AGAIN, ids=["own-count", "put-at", "estimates-at"])
def test_a_count_made_again_is_a_rival(text: str) -> None:
    first, _, second = text.partition(". ")
    assert [set(pair) for pair in disputes("figure", text)] == [{f"{first}.", second}]


@pytest.mark.parametrize(
    "text",
    [
        "The union says 3,100 members walked out. The board said 2,400 letters had been sent.",
        "The union says 3,100 members walked out. The union put the figure at 2,400 a year ago.",
        "The union says 3,100 members walked out. The board said its own count was about 3,000.",
        "The union says 3,100 members walked out. The board said its own count was 90.",
    ],
    ids=["of-another-thing", "its-own", "rounded", "out-of-all-proportion"],
)
def test_another_number_is_no_rival(text: str) -> None:
    assert disputes("figure", text) == []


LEAK = "Two people at the talks said Lake Ferries had been ready to pay the crews in full."


def test_calling_that_false_denies_it() -> None:
    denial = 'A spokesman for the mayor, Jon Falk, called that "categorically false."'
    assert disputes("denial", f"{LEAK} {denial}") == [(LEAK, denial)]


@pytest.mark.parametrize(
    "text",
    [
        f'{LEAK} A spokesman for the mayor, Jon Falk, called that "a good day."',
        f'{LEAK} A spokesman for the mayor, Jon Falk, called the prophets of doom "false."',
    ],
    ids=["not-false", "something-else"],
)
def test_calling_something_a_name_denies_nothing(text: str) -> None:
    assert disputes("denial", text) == []


OFFER = "The Harbour Council offered the crews a new pilot boat on Thursday."


def test_a_short_denial_is_of_the_offer_that_holds_its_words() -> None:
    denial = "Ada Lind, the crews' lawyer, denied that there was any new pilot boat."
    other = "Ada Lind, the crews' lawyer, denied that any new quays had been sold."
    assert disputes("denial", f"{OFFER} {denial}") == [(OFFER, denial)]
    assert disputes("denial", f"{OFFER} {other}") == []


def test_a_denial_of_a_newspapers_report_answers_what_it_reported() -> None:
    denial = "Norway on Monday denied a news report that it had secretly moved its grain barges to the northern port."
    told = "The Harbour Gazette reported on Friday that the grain barges had been moved to the northern port at night."
    assert disputes("denial", f"{denial} {told}") == [(told, denial)]
    other = "The Harbour Gazette reported on Friday that the mayor would resign."
    assert disputes("denial", f"{denial} {other}") == []


def test_an_account_dismissed_is_denied() -> None:
    told = "Mayor Ada Lind told the Lake Post that the envoys of Norway had left after ten minutes."
    denial = "Norwegian Foreign Minister Bo Tarn dismissed that account."
    assert disputes("denial", f"{told} {denial}") == [(told, denial)]
    assert disputes("denial", f"{told} Norwegian Foreign Minister Bo Tarn dismissed that officer.") == []


def test_any_such_pledge_is_the_one_named_by_the_way() -> None:
    told = "Mayor Ada Lind said no money had come, despite a pledge by Norway in May to pay for the quay."
    denial = "Norwegian Foreign Minister Bo Tarn denied that any such pledge was made."
    assert disputes("denial", f"{told} {denial}") == [(told, denial)]
    plain = "Mayor Ada Lind said no money had come from the capital for the quay."
    assert disputes("denial", f"{plain} {denial}") == []


def test_an_estimate_that_somebody_puts_is_his_and_may_be_called_exaggerated() -> None:
    told = "Mayor Ada Lind put the cost of the strike at more than $4 million."
    denial = "The Dockers Union called the figure wildly exaggerated."
    assert disputes("denial", f"{told} {denial}") == [(told, denial)]


FINDINGS = "The Harbour League said on Monday that the company had beaten nine guards."
PACT = "Ada Lind said that the pact gave the islands to Norway."
DAYS = "The Hill Gazette reported that Norway had given the crews a 10-day deadline."
OPENED = "Ada Lind said Norway had promised to open the harbour."
DRONE = "The League of Rowers said nine people died when a drone struck a market in Orm."
TABLE = '"We did not leave the table," said Ada Lind.'


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        (FINDINGS, "Ada Lind rejected the findings."),
        (PACT, "Bo Tarn quickly contradicted her, saying that it did not name them."),
        (DAYS, "Norway's army chief denied that any date had been set."),
        (OPENED, "Norwegian officials said nothing of the kind was agreed."),
        (DRONE, "The army denied having carried out the strike."),
        (TABLE, "The Harbour Council rejected that account."),
    ],
    ids=[
        "findings",
        "contradicted-her",
        "any-date",
        "nothing-of-the-kind",
        "carried-out",
        "an-account-of-what-was-not",
    ],
)
def test_a_denial_answers_the_sentence_before_it(told: str, denial: str) -> None:
    assert disputes("denial", f"{told} {denial}") == [(told, denial)]


@pytest.mark.parametrize(
    "text",
    [
        "The League of Rowers suggested that Ada Lind should resign. The council dismissed it as part of a plot.",
        "Norway's foreign minister said the quays were open. Norway's army dismissed that account.",
        "Ada Lind said that the pact was signed in May. Bo Tarn contradicted the crew, saying it was late.",
        "The company refused to comment on the report. Bo Tarn denied that any date had been set.",
    ],
    ids=["a-wish", "its-own-side", "another", "silence"],
)
def test_a_wish_or_silence_or_ones_own_word_is_not_denied(text: str) -> None:
    assert disputes("denial", text) == []
