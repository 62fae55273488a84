"""One invented report as the only source: names of one party, answers never given, shares for totals, listeners."""

import datetime as dt

import pytest

from crosswire.check import check_report
from crosswire.model import Article, Checked, Region
from crosswire.packs import load
from crosswire.pipeline import Inputs, read_all, weigh_readings
from crosswire.sources.drafts import read_draft

SOURCE = """\
GENEVA - France has not formally responded to the proposal to set up three working groups. Mayor Jana Rehn told the \
agency Reuters on Tuesday that Oldport was ready for talks in the spring.
At the second meeting the sides agreed to exchange 1,200 prisoners each. "We have handed over 700 bodies since June," \
Mayor Rehn said. Paris rejected the offer as unacceptable. Clerk Tom Ost denied that the city had refused the grain \
deal.
President Karel Ost demanded that the city withdraw its guards from the port. Envoy Mila Brand is leading the drafting \
of the plan and has discussed it with envoy Otto Kern.
"""


def check_against(texts: dict[str, str], line: str) -> Checked:
    day = dt.date(2025, 10, 14)
    articles = tuple(
        Article(name, text, outlet=name, published=day, regions=(Region(0, len(text), "body"),))
        for name, text in texts.items()
    )
    packs = load("core")
    readings = tuple(read_all(articles, packs))
    dossier = weigh_readings(Inputs(articles, ()), readings, packs, lambda stage, done, total: None)
    return check_report(read_draft(line.encode(), "draft.md"), dossier, readings, packs).statements[0]


def check(line: str) -> Checked:
    return check_against({"The Wire": SOURCE}, line)


@pytest.mark.parametrize(
    ("line", "verdict", "said"),
    [
        ("France has formally accepted the proposal to set up working groups.", "contradicted", "accepted"),
        ("The sides agreed to exchange 1,200 prisoners in total.", "wrong-figure", "1,200 prisoners in total"),
        ("Mayor Jana Rehn told the BBC that Oldport was ready for talks in the spring.", "wrong-name", "BBC"),
        ("Rehn said in June that she was ready for talks in the spring; Paris accepted the offer.", "contradicted",
         "accepted"),
        ("Rehn said the city had handed over 700 bodies since May.", "wrong-date", "May"),
        ("The drafting of the plan is led by envoy Otto Kern.", "wrong-name", "Otto Kern"),
        ("Envoy Otto Kern is leading the drafting of the plan.", "wrong-name", "Otto Kern"),
    ],
    ids=["answer", "total", "listener", "clause", "month", "led-by", "is-leading"],
)  # fmt: skip
def test_a_slip_that_keeps_the_other_words_is_found(line: str, verdict: str, said: str) -> None:
    found = check(line)
    assert found.verdict == verdict, found.reason
    assert any(one.said == said for one in found.differences), found.differences


@pytest.mark.parametrize(
    "line",
    [
        "Paris has not formally responded to the proposal.",
        "The French have not responded to the proposal.",
        "The sides agreed to exchange 1,200 prisoners each.",
        "The sides agreed to exchange 1,200 prisoners.",
        "Mayor Jana Rehn told Reuters that Oldport was ready for talks in the spring.",
        "Mayor Jana Rehn told the agency that Oldport was ready for talks in the spring.",
        "Rehn said Oldport was ready for talks in the spring; Paris rejected the offer.",
        "Rehn said the city had handed over 700 bodies since June.",
        "Clerk Tom Ost denied reports that the city had refused the deal, saying it was untrue.",
        "The drafting of the plan is led by envoy Mila Brand.",
    ],
    ids=["seat", "people", "each", "neither", "listener", "no-listener", "clause", "month", "denial", "led-by"],
)
def test_the_same_in_other_words_accuses_nobody(line: str) -> None:
    found = check(line)
    wrong = {"name", "speaker", "polarity", "figure", "date"}
    assert not [one for one in found.differences if one.kind in wrong], found.reason


def test_where_something_was_is_no_party() -> None:
    source = "GENEVA - The envoys of five towns met in France on Tuesday and signed the grain treaty, the mayor said.\n"
    for place in ("Paris", "Berlin"):
        assert check_against({"The Wire": source}, f"The envoys of five towns met in {place}.").verdict != "supported"


@pytest.mark.parametrize(
    "line",
    ["The mayor's account differs.", "A breakthrough before the spring looks unlikely.", "The two versions differ."],
)
def test_what_no_source_settles_is_not_accused(line: str) -> None:
    assert check(line).verdict == "not-checkable"


def test_a_cited_source_without_the_number_does_not_say_so() -> None:
    texts = {
        "Reuters": "OLDPORT - The city has returned 140 bodies of guards since the spring, Mayor Jana Rehn said.\n",
        "BBC": "OLDPORT - The city has returned bodies of guards, Mayor Jana Rehn said. She gave no number.\n",
    }
    draft = "The city has returned 140 bodies of guards, Mayor Rehn said"
    verdicts = [check_against(texts, f"{draft} ({outlet}).").verdict for outlet in texts]
    assert verdicts == ["supported", "citation-mismatch"]


def test_a_month_is_no_name_and_a_name_is_one_run_of_words() -> None:
    found = check("Rehn said in June that Oldport was ready for talks.")
    assert not [one for one in found.differences if one.kind == "name"]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("The envoys signed the grain treaty in Lisbon on Tuesday.", "wrong-name"),
        ("The envoys signed the grain treaty in Berlin on Tuesday, where the mayor spoke.", "partly"),
        ("The envoys signed the grain treaty in Geneva on Tuesday.", "supported"),
        ("The envoys signed the grain treaty on Tuesday.", "supported"),
    ],
    ids=["elsewhere", "told-of-near-by", "there", "anywhere"],
)
def test_a_deed_elsewhere_is_doubted(line: str, verdict: str) -> None:
    source = "The envoys of five towns signed the grain treaty in Geneva on Tuesday. The mayor of Berlin spoke.\n"
    assert check_against({"The Wire": source}, line).verdict == verdict


def test_a_word_that_anybody_says_is_nobody_s_own() -> None:
    source = (
        'Asked whether he would go, Mayor Karel Ost said: "No." Clerk Jana Rehn answered a question about the grain '
        "embargo curtly on Tuesday.\n"
    )
    found = check_against({"The Wire": source}, 'Asked about the grain embargo, Jana Rehn answered with a plain "No".')
    assert not [one for one in found.differences if one.kind == "speaker"]


def test_words_in_a_headline_are_whose_they_are_below() -> None:
    source = 'We bring facts: a talk in Oldport\n\n"We bring facts," Mayor Karel Ost said. Clerk Jana Rehn left.\n'
    wrong = check_against({"The Wire": source}, '"We bring facts," Clerk Jana Rehn said.')
    right = check_against({"The Wire": source}, '"We bring facts," Mayor Karel Ost said.')
    assert (wrong.verdict, right.verdict) == ("misattributed", "supported")
