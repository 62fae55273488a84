"""Two reports that cut one saying or one event differently still make one claim, and no claim is made of two."""

from typing import Any

import msgspec
import pytest

from crosswire.model import Attribution, Dossier, Quantity, Reading, Span, Via
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import Report

QUOTED = "The harbour tariff punishes every grain farmer in the valley"


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def pair(one: dict[str, Any], other: dict[str, Any]) -> Dossier:
    reports = [Report(name, f"Outlet {name}").say(**fields) for name, fields in (("a", one), ("b", other))]
    return case(*reports)


TOGETHER: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a-quotation-cut-longer-is-still-it": (
        {"sentence": QUOTED, "mode": "direct", "speaker": "varga"},
        {
            "sentence": f"If nothing changes we leave. {QUOTED}",
            "mode": "direct",
            "speaker": "varga",
            "act": "CONDITION",
            "realis": "conditional",
        },
    ),
    "what-is-expected-lies-ahead": (
        {"sentence": "Charges over the grain tariff are expected against the port director"},
        {"sentence": "The port director will face charges over the grain tariff", "realis": "future"},
    ),
    "the-done-to-of-one-is-named-in-the-other": (
        {"sentence": "A clerk was arrested over grain parcels in Redland", "act": "DETAIN", "target": "RED"},
        {
            "sentence": "A clerk was arrested in Redland over grain parcels to Toller",
            "act": "DETAIN",
            "target": "toller",
            "actors": ("RED", "toller"),
        },
    ),
    "what-two-did-together-in-either-order": (
        {
            "sentence": "Redland and Blueland freed 40 crew at dawn",
            "act": "RELEASE",
            "agent": "RED",
            "actors": ("RED", "BLU"),
        },
        {
            "sentence": "Blueland and Redland freed 40 crew at dawn",
            "act": "RELEASE",
            "agent": "BLU",
            "actors": ("BLU", "RED"),
        },
    ),
}
APART: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "two-tolls-counted-in-two-units": (
        {"sentence": "The shelling of the mill killed 14 people on Monday", "figures": (Quantity("person", 14, 14),)},
        {"sentence": "The shelling of the mill left 16 killed on Monday", "figures": (Quantity("killed", 16, 16),)},
    ),
    "one-saying-with-its-figure-altered": (
        {"sentence": QUOTED, "mode": "direct", "speaker": "varga", "figures": (Quantity("percent", 40, 40),)},
        {"sentence": QUOTED, "mode": "direct", "speaker": "varga", "figures": (Quantity("percent", 60, 60),)},
    ),
    "two-speakers-use-one-sentence": (
        {"sentence": QUOTED, "mode": "direct", "speaker": "varga"},
        {"sentence": QUOTED, "mode": "direct", "speaker": "toller", "act": "REJECT"},
    ),
    "told-and-still-to-come": (
        {"sentence": "The port director faced charges over the grain tariff"},
        {"sentence": "The port director will face charges over the grain tariff", "realis": "future"},
    ),
    "done-to-two": (
        {"sentence": "A clerk was arrested over grain parcels", "act": "DETAIN", "target": "varga"},
        {"sentence": "A clerk was arrested over grain parcels", "act": "DETAIN", "target": "toller"},
    ),
}


@pytest.mark.parametrize("both", TOGETHER.values(), ids=TOGETHER.keys())
def test_one_claim(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert [len(claim.statements) for claim in pair(*both).claims] == [2]


@pytest.mark.parametrize("both", APART.values(), ids=APART.keys())
def test_two_claims(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert [len(claim.statements) for claim in pair(*both).claims] == [1, 1]


def citing(report: Report, name: str, *, outlet: bool) -> Reading:
    words = Span(0, 1)
    said = Attribution("indirect", (words,), 0, via=(Via(name, words, outlet=outlet),))
    return msgspec.structs.replace(report.reading, attributions=(said,))


@pytest.mark.parametrize(
    ("name", "outlet", "kind"),
    [("Harbour Radio", True, "outlet"), ("a diplomat", False, "unnamed"), ("local media", True, "unnamed")],
    ids=["named-outlet-no-pack-lists", "a-source", "no-outlet-by-name"],
)
def test_an_outlet_cited_by_name_is_an_origin_of_its_own(name: str, outlet: bool, kind: str) -> None:
    reports = [Report(one, f"Outlet {one}").say("The ferry sank off Orm before dawn", via=(name,)) for one in "ab"]
    dossier = weigh([r.article for r in reports], [citing(r, name, outlet=outlet) for r in reports])
    (claim,) = dossier.claims
    assert claim.count == 1
    assert {origin.partition(":")[0] for origin in claim.origins} == {kind}


def test_a_quotation_of_nobody_known_is_not_the_outlets_own_word() -> None:
    (claim,) = pair(
        {"sentence": QUOTED, "mode": "direct", "speaker": "varga"}, {"sentence": QUOTED, "mode": "direct"}
    ).claims
    assert claim.origins == ("speaker:varga",)
