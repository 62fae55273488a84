"""A stand whose own words are on another thing, and an issue that two packs name."""

import datetime as dt

from crosswire.model import Article, Dossier
from crosswire.packs import PackIssue, Packs, load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
TALKS = "News.\n\nNorway and Egypt held a second round of talks in Lima on Monday.\n\n"


def _cells(text: str, packs: Packs = PACKS) -> set[tuple[str, str, str]]:
    article = Article("a", TALKS + text, outlet="Paper", published=dt.date(2030, 5, 8))
    found: Dossier = weigh([article], [read_article(article, packs)], packs.outlets, vocabulary=vocabulary_of(packs))
    return {(one.party, one.issue, one.stance) for one in found.positions}


def test_an_issue_of_another_clause_is_not_what_was_agreed() -> None:
    text = "Egypt said the number of refugees had doubled since Norway agreed to implement the plan of the council."
    assert not any(issue == "displaced" for _, issue, _ in _cells(text))


def test_what_a_colon_leads_to_says_it_in_full() -> None:
    assert ("NOR", "prisoners", "demand") in _cells('Norway wants all its sailors back: "all for all," it said.')


def test_what_is_only_supposed_is_no_position() -> None:
    assert not _cells("If Norway rejects the truce, the fighting will go on.")
    assert not _cells("It is unclear whether Norway will accept a truce.")
    assert not _cells("Norway will have to accept a truce.")


def test_one_side_that_agrees_to_anothers_plan_agrees_alone() -> None:
    assert _cells("Norway agreed to a truce that Egypt had proposed.") >= {("NOR", "ceasefire", "accept")}
    assert ("EGY", "ceasefire", "accept") not in _cells("Norway agreed to a truce that Egypt had proposed.")


def test_the_users_own_issue_claims_its_words() -> None:
    own = PackIssue(id="corridor_exit", name="withdrawal", terms=("withdraw*",))
    packs = Packs(**{**{name: getattr(PACKS, name) for name in PACKS.__struct_fields__},
                     "issues": (*PACKS.issues, own), "digest": "own"})  # fmt: skip
    assert ("NOR", "corridor_exit", "reject") in _cells("Norway balked at a full withdrawal from the strip.", packs)


def test_the_step_a_condition_hangs_on_may_be_named_by_what_was_asked() -> None:
    told = _cells(
        "Norway is seeking the removal of the ban on grain. "
        "Egypt said the ban would end only when Norway released its prisoners."
    )
    assert ("EGY", "sanctions_economy", "condition") in told
    assert ("EGY", "prisoners", "condition") not in told
