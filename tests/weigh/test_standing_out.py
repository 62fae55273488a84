"""A pair of sentences that leads all others of two reports needs less in common than one that does not."""

from crosswire.model import Dossier
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import Report

LOCK = "The port board voted on Monday to close the northern lock for repairs that will last until autumn."
AGAIN = "Barges must find another way from Monday: no ship will pass the northern lock before autumn, its keepers say."
# Near both, and another matter.
RIVAL = "Grain barges paid twice as much on Monday to pass the northern lock before autumn."
OTHER = "Grain prices rose in the southern markets after a dry summer."


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def sizes(dossier: Dossier) -> list[int]:
    return sorted((len(claim.statements) for claim in dossier.claims), reverse=True)


def test_the_one_answer_in_another_report_joins_and_a_crowded_field_does_not() -> None:
    first = Report("a", "Hill Times").say(LOCK, actors=("RED", "varga"))
    assert sizes(case(first, Report("b", "Lake Post").say(AGAIN, actors=("RED", "varga")).say(OTHER))) == [2, 1]
    assert sizes(
        case(first, Report("b", "Lake Post").say(AGAIN, actors=("RED", "varga")).say(RIVAL, actors=("RED", "varga")))
    ) == [1, 1, 1]


def test_a_copy_of_either_report_changes_nothing() -> None:
    first, second = (
        Report("a", "Hill Times").say(LOCK, actors=("RED", "varga")),
        Report("b", "Lake Post").say(AGAIN, actors=("RED", "varga")).say(OTHER),
    )
    before = case(first, second)
    after = case(first, second, Report("c", "Lake Post").say(AGAIN, actors=("RED", "varga")).say(OTHER))
    assert sorted(claim.count for claim in after.claims) == sorted(claim.count for claim in before.claims)


def test_what_stands_out_inside_one_report_joins_nothing() -> None:
    assert sizes(
        case(
            Report("a", "Hill Times").say(LOCK, actors=("RED", "varga")).say(AGAIN, actors=("RED", "varga")).say(OTHER)
        )
    ) == [1, 1, 1]


def test_a_not_in_one_of_two_sentences_keeps_the_quoted_one_apart() -> None:
    named = Report("a", "Hill Times").say("The clerks exchanged the lists of sailors.", actors=("RED", "varga"))
    missing = "Sailors had not been on the exchanged lists for a single evening of it."
    for sentence, found in ((missing, [1, 1]), (missing.replace(" not", ""), [2])):
        voiced = Report("b", "Lake Post").say(sentence, actors=("RED", "varga"), speaker="varga", mode="direct")
        assert sizes(case(named, voiced)) == found
