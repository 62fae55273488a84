"""What other claims are to one claim, as `crosswire why` shows it."""

from crosswire.model import Dossier
from crosswire.weigh import weigh
from crosswire.weigh.related import related_claims
from tests.weigh.weigh_reports import Report, count, on

SWAP = "The delegations exchanged {} prisoners at the Orm bridge before dawn"


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def relations(dossier: Dossier, article: str) -> list[tuple[str, str | None, str]]:
    (claim,) = [one for one in dossier.claims if one.lead.startswith(f"{article}:")]
    return [(one.relation, one.what, one.outlet) for one in related_claims(dossier, claim)]


def test_another_figure_of_one_event_contradicts() -> None:
    dossier = case(
        Report("a", "Lake Post").say(SWAP.format(400), "RELEASE", figures=[count("prisoner", 400)], event_date=on(0)),
        Report("b", "Hill Times").say(SWAP.format(350), "RELEASE", figures=[count("prisoner", 350)], event_date=on(0)),
    )
    assert relations(dossier, "a") == [("contradicts", "figure", "Hill Times")]
    assert relations(dossier, "b") == [("contradicts", "figure", "Lake Post")]


def test_a_denial_is_told_from_both_ends() -> None:
    words = "The army shelled the harbour crossing at Orm during the grain fair"
    dossier = case(
        Report("a", "Lake Post").say(words, "ATTACK"),
        Report("b", "Hill Times").say(words, "DENY", speaker="varga", negated=True),
    )
    assert relations(dossier, "a") == [("denies", None, "Hill Times")]
    assert relations(dossier, "b") == [("denied by", None, "Lake Post")]


def test_sentences_of_one_report_and_other_matters_are_not_near() -> None:
    dossier = case(
        Report("a", "Lake Post").say(SWAP.format(400)).say("The harvest of the southern valley failed again"),
        Report("b", "Hill Times").say("The grain ferry to the northern islands sank off Orm"),
    )
    assert relations(dossier, "b") == []
