"""Letters read in the wrong encoding are set right, and letters that stand in their own right are left."""

import json

import pytest

from crosswire.sources.decode import decode, scrub
from crosswire.sources.mojibake import mend


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("Oriaâ€™s port", "Oria’s port"),
        ("Oriaâ€ ™ s port", "Oria’s port"),
        ("a â€œfairâ€ � offer", "a “fair” offer"),
        ("a â€œfairâ€\x9d offer", "a “fair” offer"),
        ("a â€œfairâ€ offer", "a “fair” offer"),
        ("Vale â€“ the port", "Vale – the port"),
        ("the cafÃ© in ValÃ¨nce", "the café in Valènce"),
        ("tolls of Â£5 and â‚¬6", "tolls of £5 and €6"),
        ("theyâ\x80\x99re late", "they’re late"),
    ],
)
def test_letters_read_in_the_wrong_encoding_are_mended(garbled: str, meant: str) -> None:
    assert mend(garbled) == meant
    assert decode(garbled.encode()) == meant
    assert scrub(json.loads(json.dumps(garbled))) == meant


@pytest.mark.parametrize(
    "text",
    ["Oria’s “port” – closed…", "AMANHÃ, disse", "“AMANHÔ", "CAFÉ™", "Âge d’or", "SÃO PAULO", "Ã la carte", "5 € ™"],
)
def test_letters_in_their_own_right_are_left(text: str) -> None:
    assert mend(text) == text


def test_a_long_text_takes_no_more_than_its_length() -> None:
    assert len(mend("â€" * 100_000)) <= 200_000
