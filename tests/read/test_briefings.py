"""A ministry's briefing: its opening and its answers are the spokesman's whom title and labels name."""

from crosswire.model import Article, Region
from crosswire.packs import load
from crosswire.read import read_article

TITLE = "Briefing by Trade Ministry Spokeswoman Ann Berg"
OPENING = """Peter Holm will go to Vesk on Monday. Nobody has asked us to stay away.

Question: Will your side lift the levy?

Ann Berg: A levy for its own sake is unacceptable to us.

Question: And the port?

Ann Berg: The port stays open."""


def speakers(title: str, body: str, genre: str) -> dict[str, str | None]:
    text = f"{title}\n\n{body}"
    regions = (Region(0, len(title), "title"), Region(len(title) + 2, len(text), "body"))
    reading = read_article(Article("a", text, title=title, genre=genre, regions=regions), load("core", "negotiation"))  # type: ignore[arg-type]
    return {one.evidence.quote.split(": ")[-1]: one.speaker for one in reading.statements}


def test_who_is_named_before_the_first_question_does_not_answer_it() -> None:
    told = speakers("On the lake", OPENING, "interview")
    assert told["A levy for its own sake is unacceptable to us."] == "ann-berg"


def test_the_spokeswoman_of_the_title_opens_her_briefing() -> None:
    told = speakers(TITLE, OPENING, "statement")
    assert told["Peter Holm will go to Vesk on Monday."] == told["The port stays open."] == "ann-berg"


def test_a_title_that_names_who_takes_no_turn_opens_nothing() -> None:
    told = speakers("Peter Holm goes to Vesk", OPENING, "statement")
    assert told["Peter Holm will go to Vesk on Monday."] is None


def test_an_interview_without_labels_stays_one_persons() -> None:
    body = "Will you lift the levy?\n\nWe will not lift it this year.\n\nAnd the port?\n\nWe keep it open for now."
    told = speakers("Ann Berg: we keep the port open", body, "interview")
    assert told["We will not lift it this year."] == "ann-berg"
