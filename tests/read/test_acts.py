"""Acts and their roles: by position and voice, with cues that must not fire."""

import pytest

from crosswire.model import Actor, Mention, Span
from crosswire.packs import load
from crosswire.read.acts import Act, Scene, classify_narrated, open_scene
from crosswire.read.cues import act_table

PACKS = load("core", "negotiation")
NAMES = ("Arland", "Veskia", "Torrin", "Minister Olen", "Mara Quist")


def scene_of(text: str) -> Scene:
    places = sorted((at, name) for name in NAMES for at in [text.find(name)] if at >= 0)
    mentions = tuple(Mention(at, at + len(name), "name", name, Span(at, at + len(name))) for at, name in places)
    actors = [Actor(name, name, "state") for name in NAMES]
    return open_scene(text, mentions, actors, [Span(0, len(text))], act_table(PACKS))


def act_of(text: str) -> Act:
    scene = scene_of(text)
    return classify_narrated(scene, scene.words.inside(Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "act", "agent", "target"),
    [
        ("Arland accused Veskia of stalling.", "ACCUSE", "Arland", "Veskia"),
        ("Veskia accused Arland of stalling.", "ACCUSE", "Veskia", "Arland"),
        ("Arland was accused by Veskia of stalling.", "ACCUSE", "Veskia", "Arland"),
        ("Arland demanded that Veskia leave the valley.", "DEMAND", "Arland", "Veskia"),
        ("Arland wants Veskia to leave the valley.", "DEMAND", "Arland", "Veskia"),
        ("Arland turned Veskia's offer down.", "REJECT", "Arland", "Veskia"),
        ("Minister Olen, speaking beside Mara Quist, rejected the plan.", "REJECT", "Minister Olen", None),
        ("The troops of Arland bombed two ports in Veskia.", "ATTACK", "Arland", None),
        ("Arland and Veskia signed an accord.", "AGREE_JOINT", "Arland", "Veskia"),
        ("Arland met Torrin and rejected the plan.", "MEET", "Arland", "Torrin"),
        ("Arland will never cede the port.", "RED_LINE", "Arland", None),
        ("Arland rejected the plan and tabled an alternative proposal.", "COUNTER", "Arland", None),
        ("Arland dismissed the allegations.", "DENY", "Arland", None),
        ("Arland declared a truce.", "CEASEFIRE", "Arland", None),
        ("After Veskia shelled the port, Arland suspended the talks.", "WALK_OUT", "Arland", None),
    ],
)
def test_the_act_and_who_does_it_to_whom(text: str, act: str, agent: str | None, target: str | None) -> None:
    found = act_of(text)
    assert (found.act, found.agent, found.target) == (act, agent, target)


@pytest.mark.parametrize(
    "text",
    [
        "Arland agreed to disagree with Veskia.",
        "Demand for oil grew in Arland.",
        "The exchange rate of Arland fell.",
        "Workers in Arland went on strike.",
        "Minister Olen declined to comment.",
        "Minister Olen refused to rule out a vote.",
        "Minister Olen spoke on condition of anonymity.",
        "Minister Olen was sworn in.",
        "A storm hit Arland.",
        "Mara Quist suffered a heart attack.",
        "Arland released a statement.",
        "The evidence suggests growth in Arland.",
    ],
)
def test_look_alikes_are_no_act(text: str) -> None:
    assert act_of(text).act == "STATE"


def test_the_accused_is_the_agent_of_what_he_is_accused_of() -> None:
    found = act_of("Arland accused Veskia of shelling the port.")
    assert (found.event, found.event_agent) == ("ATTACK", "Veskia")


def test_the_one_who_promises_is_the_agent_of_what_he_promises() -> None:
    found = act_of("Arland promised Veskia to release the prisoners.")
    assert (found.act, found.event, found.event_agent) == ("PROMISE", "RELEASE", "Arland")


def test_not_accepting_is_rejecting() -> None:
    assert act_of("Arland has not accepted the plan.").act == "REJECT"


def test_a_noun_between_article_and_preposition_is_no_verb() -> None:
    scene = scene_of("The attacks in Arland worried the demand side.")
    kinds = {cue.kind for cue in scene.cues}
    assert "verb" not in kinds


def test_every_ontology_act_has_cues_or_is_state() -> None:
    acts = {entry.id.partition(".")[0] for entry in PACKS.acts}
    assert len(acts) == 31
    bare = {entry.id for entry in PACKS.acts if not (entry.verbs or entry.phrases or entry.nouns)}
    assert bare == {"STATE"}


@pytest.mark.parametrize(
    ("text", "act", "realis"),
    [
        ("Their first talks since 2019 ended without a truce.", "AGREE_JOINT", "negated"),
        ("Torrin talks end without truce", "AGREE_JOINT", "negated"),
        ("The sides reached no agreement in Torrin.", "AGREE_JOINT", "negated"),
        ("The sides reached an agreement in Torrin.", "AGREE_JOINT", "actual"),
        ("The negotiations in Torrin lasted nine hours.", "MEET", "actual"),
        ("The delegations are due back in Torrin on 10 June.", "MEET", "future"),
        ("Arland ended the truce without a word.", "WALK_OUT", "actual"),
        ("The match ended without a breakthrough.", "STATE", "negated"),
        ("The storm lasted nine hours.", "STATE", "actual"),
    ],
)
def test_how_talks_end_and_how_long_they_last(text: str, act: str, realis: str) -> None:
    found = act_of(text)
    assert (found.act, found.stance.realis) == (act, realis)
