"""One doer's deed and one voice's remark in two reports: joined in few words, kept apart by what differs."""

from crosswire.model import Dossier
from crosswire.weigh import weigh
from crosswire.weigh.synonyms import canonical
from tests.weigh.weigh_reports import Report

LONG = "Mira Varga resigned from the cabinet, following complaints about her handling of the harbour contracts."
SHORT = "Mira Varga resigns from cabinet"
HEAD = ("cabinet", "mira", "resign", "varga")


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def sizes(dossier: Dossier) -> list[int]:
    return sorted((len(claim.statements) for claim in dossier.claims), reverse=True)


def below(id_: str, *opening: str) -> Report:
    """Return a report whose first sentences tell of other things."""
    report = Report(id_, f"Outlet {id_}")
    for sentence in opening:
        report.say(sentence)
    return report


GRAIN = ("Grain prices rose again.", "Farmers blame the drought.", "Wheat imports doubled.", "Bread costs more now.")
SNOW = ("Snow closed three passes.", "Trucks queue for miles.", "Schools stay shut.", "Ploughs work all night.")


def test_a_deed_of_few_words_is_one_where_the_main_clauses_are() -> None:
    first = Report("a", "Hill Times").say(LONG, core=HEAD, actors=("varga",))
    assert sizes(case(first, Report("b", "Lake Post").say(SHORT, core=HEAD, actors=("varga",)))) == [2]


def test_a_deed_is_one_deep_in_two_reports() -> None:
    first = below("a", *GRAIN).say("In 2013, Redland was hacked", core=("hack", "redland"), actors=("RED",))
    more = "was hacked in 2013, which laid open all of its accounts"
    same = below("b", *SNOW).say(f"Redland {more}", core=("hack", "redland"), actors=("RED",))
    other = below("b", *SNOW).say(f"Blueland {more}", core=("blueland", "hack"), actors=("BLU",))
    assert max(sizes(case(first, same))) == 2
    assert max(sizes(case(first, other))) == 1


def test_another_deed_of_the_same_doer_is_another_claim() -> None:
    first = Report("a", "Hill Times").say(LONG, core=HEAD, actors=("varga",))
    second = Report("b", "Lake Post").say(
        "Mira Varga sues the harbour company", core=("harbour", "mira", "su", "varga"), actors=("varga",)
    )
    assert sizes(case(first, second)) == [1, 1]


def test_a_deed_that_was_not_done_is_not_the_deed() -> None:
    first = Report("a", "Hill Times").say(LONG, core=HEAD, actors=("varga",))
    second = Report("b", "Lake Post").say(
        "Mira Varga has not resigned from cabinet", core=HEAD, actors=("varga",), negated=True, realis="negated"
    )
    assert sizes(case(first, second)) == [1, 1]


def remark(id_: str, sentence: str, realis: str, speaker: str = "varga", act: str = "STATE", day: int = 0) -> Report:
    return Report(id_, f"Outlet {id_}", day).say(sentence, act, speaker=speaker, realis=realis, actors=(speaker,))


SENDING = "The army was sending engineers and pumps to the flooded valley"
WILL = "The army would send engineers and pumps to the flooded valley by nightfall"


def test_a_reporters_tense_makes_no_second_remark_of_one_voice() -> None:
    assert sizes(case(remark("a", SENDING, "actual"), remark("b", WILL, "future"))) == [2]
    assert sizes(case(remark("a", SENDING, "actual"), remark("b", WILL, "future", act="PROMISE"))) == [2]


def test_tense_does_tell_two_voices_two_days_and_a_condition_apart() -> None:
    first = remark("a", SENDING, "actual")
    assert sizes(case(first, remark("b", WILL, "future", speaker="toller"))) == [1, 1]
    assert sizes(case(first, remark("b", WILL, "future", day=5))) == [1, 1]
    assert sizes(case(first, remark("b", WILL, "conditional"))) == [1, 1]


def test_an_unnamed_voice_is_one_by_its_words() -> None:
    one = Report("a", "Hill Times").say(SENDING, unnamed="the mayor's office", realis="actual")
    other = Report("b", "Lake Post").say(WILL, unnamed="mayor's office", realis="future")
    another = Report("b", "Lake Post").say(WILL, unnamed="two diplomats", realis="future")
    assert sizes(case(one, other)) == [2]
    assert sizes(case(one, another)) == [1, 1]


def test_fire_is_no_truce() -> None:
    assert canonical(["fire"]) == {"fire"}
    assert canonical(["ceasefir"]) == canonical(["truce"])
