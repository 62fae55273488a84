"""Transcripts: who speaks is named by a label before the turn."""

from crosswire.model import Article, Region
from crosswire.packs import load
from crosswire.read import read_article

BRIEFING = """MS. ROE: Good afternoon. We welcome the step of our partners.

It was overdue.

QUESTION: Did your side walk out of the talks?

MS. ROE: No, that is false. The other side left.

QUESTION: Will they meet again?

MS. ROE: I have nothing to announce."""


def spoken(text: str, genre: str = "interview") -> dict[str, str | None]:
    article = Article("a", text, genre=genre, regions=(Region(0, len(text), "body"),))  # type: ignore[arg-type]
    reading = read_article(article, load("core", "negotiation"))
    return {one.evidence.quote.split(": ")[-1]: one.speaker for one in reading.statements}


def test_a_turn_is_its_speakers_down_to_the_next_question() -> None:
    told = spoken(BRIEFING)
    assert told["The other side left."] == told["It was overdue."] == told["No, that is false."] == "roe"
    assert "roe" not in [speaker for words, speaker in told.items() if words.endswith("?")]


def test_two_speakers_have_their_own_turns() -> None:
    text = (
        "PRESIDENT ADA LIND: We agreed on the port.\n\nPRIME MINISTER BO TARN: We agreed on the bridge.\n\n"
        "PRESIDENT ADA LIND: It opens in May.\n\nPRIME MINISTER BO TARN: It closes in June."
    )
    told = spoken(text)
    assert told["It opens in May."] == "ada-lind"
    assert told["It closes in June."] == "bo-tarn"


def test_a_label_in_a_report_is_no_turn() -> None:
    told = spoken("Ms. Roe: the port is shut.\n\nOthers said nothing of the port on Monday.", "news")
    assert told.get("Others said nothing of the port on Monday.") is None
