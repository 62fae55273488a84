"""A paper's rewrite of a wire's report that credits it: the wire's reporting, but for what the paper adds."""

import pytest

from crosswire.model import Dossier, Region
from tests.weigh.test_origins_traced import case, long_report
from tests.weigh.weigh_reports import Report

LOCAL = "Growers in the valley count on the crossing for nine loads of plums and walnuts each week of the harvest."


def rewrite(line: str, keep: int) -> Dossier:
    wire, own = long_report("a", "Lake Wire"), long_report("o", "Hill Times", seed=7)
    copy = Report("b", "Hill Times", 1).say("Orchard owners near the crossing breathe again.")
    for said in wire.statements[:keep]:
        copy.say(said.evidence.quote, said.act)
    copy.say(LOCAL).say("Pickers wait at the sheds, and the presses stand idle until the road is clear for them.")
    for said in own.statements[1 : 11 - keep]:
        copy.say(said.evidence.quote)
    start = len(copy.text)
    copy.text += line + "\n"
    copy.more["regions"] = (Region(0, start, "body"), Region(start, start + len(line), "body"))
    return case(wire, copy)


def origins_of(dossier: Dossier, words: str) -> tuple[str, ...]:
    held = {s.id for s in dossier.statements if words in s.evidence.quote}
    return next(claim.origins for claim in dossier.claims if held & set(claim.statements))


def test_a_credited_rewrite_counts_as_the_wires_and_its_own_paragraphs_as_its_own() -> None:
    dossier = rewrite("(Hill Times, Lake Wire)", 6)
    assert dossier.outlet_origin["b"] == "outlet:lakewire"
    assert origins_of(dossier, "plums and walnuts") == ("outlet:hill-times",)
    assert origins_of(dossier, "exchanged prisoners") == ("outlet:lakewire",)
    assert any(f.article == "b" and f.how == "copy" for o in dossier.origins for f in o.foldings if o.kind == "wire")
    assert all(not o.foldings for o in dossier.origins if o.id == "outlet:hill-times")


@pytest.mark.parametrize(
    ("line", "keep"),
    [("(Hill Times)", 6), ("Lake Wire is not concerned (Hill Times)", 6), ("(Hill Times, Lake Wire)", 2)],
    ids=["no-credit", "a-mention-is-no-credit", "too-little-of-it"],
)
def test_no_rewrite(line: str, keep: int) -> None:
    assert rewrite(line, keep).outlet_origin["b"] == "outlet:hill-times"
