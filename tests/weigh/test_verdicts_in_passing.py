"""A verdict that one of several voices passes by the way does not contest what they share."""

import pytest

from crosswire.model import Claim, Dispute, Evidence, Side
from crosswire.weigh.dossier import with_status
from crosswire.weigh.verdicts import load_verdicts, pole_words

VERDICT = load_verdicts()[0]
WORD = min(pole_words(0, 0))
HERE = Evidence("a", 0, 3, "abc")


def status(shared: tuple[str, ...], *camps: str, kind: str = "characterisation") -> str:
    claim = Claim(
        "c1", "s1", ("s1",), camps, "corroborated", (HERE,), camps=tuple((one,) for one in camps), shared=shared
    )
    sides = (Side(VERDICT.one.label, ("c1",), camps, (HERE,)), Side(VERDICT.other.label, (), (), (HERE,)))
    (found,) = with_status([claim], {}, [Dispute("d1", kind, VERDICT.name, sides)])  # type: ignore[arg-type]
    return found.status


def test_a_verdict_in_passing_leaves_the_claim_as_it_is() -> None:
    assert status(("lock", "open"), "x", "y") == "corroborated"


@pytest.mark.parametrize(
    ("shared", "camps", "kind"),
    [
        pytest.param(("lock", WORD), ("x", "y"), "characterisation", id="shared-verdict"),
        pytest.param((), ("x",), "characterisation", id="only-voice"),
        pytest.param(("lock", "open"), ("x", "y"), "figure", id="another-kind"),
    ],
)
def test_what_the_claim_says_is_contested(shared: tuple[str, ...], camps: tuple[str, ...], kind: str) -> None:
    assert status(shared, *camps, kind=kind) == "disputed"
