"""What a side says that it does not do, and ill-treatment as a charge of its own."""

from crosswire.model import Article, Breach
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def breaches(text: str) -> list[Breach]:
    return list(read_article(Article("a", text), PACKS).breaches)


def test_a_side_that_says_it_does_no_such_thing_denies_it() -> None:
    text = "Chile accused Peru of shelling homes in Arica. Peru's army said that Peru does not attack homes."
    assert [one.accused for one in breaches(text) if one.answer == "denied"] == ["PER"]


def test_what_one_side_says_another_did_not_do_is_no_denial() -> None:
    assert not [one for one in breaches("Chile said that Peru did not attack homes.") if one.answer == "denied"]


def test_torture_is_ill_treatment_and_is_denied_as_such() -> None:
    found = breaches("Chile accused Peru of torturing captives. Peru denied mistreating captives.")
    assert {(one.type, one.answer) for one in found} == {("ill-treatment", None), ("ill-treatment", "denied")}
