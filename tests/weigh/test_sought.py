"""What a search means: forms of a word, words used for it, spellings of a name, and nothing else."""

import pytest

from crosswire.packs import PackActor
from crosswire.text.tokens import terms
from crosswire.weigh.sought import look_up, seek, share_held

ACTORS = (
    PackActor("ARL", "Arland", "state", metonyms=("Velm",), adjectives=("Arlandic",)),
    PackActor("ost", "Ivan Ostrovsky", "person", party="ARL", aliases=("Ostrovskii", "Ivan Ostrovskyi")),
    PackActor("min", "Ministry of Defence of the Republic", "body", party="ARL"),
)


@pytest.mark.parametrize(
    ("asked", "said", "share"),
    [
        ("negotiations", "They negotiated.", 1.0),
        ("truce", "A ceasefire holds.", 0.8),
        ("Ostrovsky", "Mr Ostrovskii left.", 0.8),
        ("Arlandic", "Velm refused.", 0.8),
        ("truce", "They opened fire.", 0.0),
        ("truce", "They held talks.", 0.0),
        ("Republic", "The ministry of defence.", 0.0),
        ("truce port", "The port is open.", 0.5),
    ],
    ids=["form", "synonym", "spelling", "seat", "half-a-compound", "other-word", "part-of-a-name", "half"],
)
def test_a_text_holds_what_is_sought(asked: str, said: str, share: float) -> None:
    assert share_held(seek(asked, ACTORS), terms(said)) == share


def test_nothing_is_sought_by_function_words_and_signs() -> None:
    assert seek("the of and", ACTORS) == seek("(((", ACTORS) == []
    assert share_held([], terms("A truce.")) == 0.0


def test_an_index_is_asked_for_every_word() -> None:
    assert look_up("truce (now)", seek("truce", ACTORS)).split()[:2] == ["truce", "now"]
    assert "armistice" in look_up("truce", seek("truce", ACTORS)).split()
