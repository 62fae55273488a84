"""The demo's ledgers, read by the trained encoder: whose deed it was, and what came of a promise."""

from crosswire.model import Dossier


def test_incidents_are_laid_at_a_sides_door(demo_dossier: Dossier) -> None:
    # "Navy spokesman Maas called it a breach" lays nothing at the navy's.
    sides = {actor.party or actor.id for actor in demo_dossier.actors if actor.party or actor.kind == "state"}
    assert {one.violator for one in demo_dossier.incidents} <= sides
    assert not {one for one in demo_dossier.incidents if one.violator in one.alleged_by and one.type == "drone"}


def test_a_crew_that_came_home_is_a_promise_kept(demo_dossier: Dossier) -> None:
    # "The seven crewmen of the Petrel crossed last": the boat's name says whose, and did not release them.
    (crew,) = [one for one in demo_dossier.commitments if "returned with the boat" in one.words.quote]
    assert crew.status == "fulfilled"


def test_nobody_seized_what_was_burnt(demo_dossier: Dossier) -> None:
    (raid,) = [one for one in demo_dossier.incidents if one.violator == "VAL" and str(one.day) == "2025-05-13"]
    assert raid.type in ("drone", "attack")
