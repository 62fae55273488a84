"""The words shown for a claim carry no more than its voices share."""

from typing import Any

from crosswire.assess.desk import Desk
from crosswire.assess.nearest import nearest
from crosswire.assess.plan import Plan
from crosswire.model import Dossier, Span
from crosswire.packs import load
from crosswire.packs.schema import PackOutlet
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import DAY, Report

DIGEST = PackOutlet(id="digest", name="The Digest", kind="aggregator")
PLAIN = "Redland closed the northern lock to grain barges on Monday."


def shown(*reports: Report) -> str:
    dossier = weigh([r.article for r in reports], [r.reading for r in reports], (DIGEST,))
    return _shown(dossier)


def _shown(dossier: Dossier) -> str:
    (claim,) = (one for one in dossier.claims if len({said.partition(":")[0] for said in one.statements}) > 1)
    found = nearest(Desk(dossier, Plan(None), load("core"), DAY), claim)
    assert found
    return found[1].text


def lock(id_: str, outlet: str, sentence: str, **fields: Any) -> Report:
    return Report(id_, outlet).say(sentence, "SANCTION", agent="RED", **fields)


def test_the_report_that_adds_least_gives_the_words() -> None:
    longer = "Redland closed the northern lock to grain barges to punish smugglers of the eastern valleys for raids."
    assert shown(lock("a", "Hill Times", longer), lock("b", "Lake Post", PLAIN)) == PLAIN


def test_a_reason_that_one_voice_gives_is_left_out() -> None:
    one = "Redland closed the northern lock to grain barges in response to raids by smugglers of the eastern valleys."
    other = (
        "The northern lock was closed by Redland to grain barges, a harbour clerk who keeps the book of arrivals noted."
    )
    assert shown(lock("a", "Hill Times", one), lock("b", "Lake Post", other)) == (
        "Redland closed the northern lock to grain barges."
    )


def test_a_reason_that_both_give_stays() -> None:
    one = "Redland closed the northern lock to grain barges in response to raids by smugglers."
    other = (
        "In response to smugglers and their raids Redland shut the northern lock to all barges with grain for mills."
    )
    assert shown(lock("a", "Hill Times", one), lock("b", "Lake Post", other)) == one


def test_the_only_voice_keeps_its_reason() -> None:
    sentence = "Redland closed the northern lock to grain barges in response to raids by smugglers."
    one, other = lock("a", "Hill Times", sentence, speaker="varga"), lock("b", "Lake Post", sentence, speaker="varga")
    assert shown(one, other) == sentence


def test_plain_words_are_preferred_to_loaded_ones() -> None:
    loaded = "The Redland regime closed the northern lock to grain barges."
    start = loaded.index("regime")
    one = lock("a", "Hill Times", loaded, loaded=(Span(start, start + 6),))
    other = lock(
        "b", "Lake Post", "Redland closed the northern lock, long the pride of its engineers, to grain barges."
    )
    assert "regime" not in shown(one, other)


def test_a_summary_never_gives_the_words() -> None:
    brief = "Redland closed the northern lock to grain barges."
    one = lock(
        "a", "Hill Times", "On Monday morning Redland closed the old northern lock to grain barges and their crews."
    )
    other = lock(
        "b", "Lake Post", "Redland closed the northern lock to the barges that carry grain, harbour clerks noted."
    )
    assert shown(one, other, lock("c", "The Digest", brief)) != brief


def test_synonyms_are_shared_and_asides_are_not() -> None:
    one = Report("a", "Hill Times").say("Delegations freed prisoners at the Orm bridge.", "RELEASE")
    other = Report("b", "Lake Post").say(
        "Prisoners were released at the Orm bridge by delegations, eleven of them ill.", "RELEASE"
    )
    dossier = weigh([r.article for r in (one, other)], [r.reading for r in (one, other)])
    (claim,) = dossier.claims
    assert {"freed", "releas", "bridg", "orm"} <= set(claim.shared)
    assert "ill" not in claim.shared
