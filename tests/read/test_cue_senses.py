"""What a verb of bargaining makes of its object: a charge answered, one's own side told, a deed left open."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def stands(text: str) -> set[tuple[str, str | None]]:
    reading = read_article(Article("a", f"News.\n\nNorway and Peru held talks in Lima.\n\n{text}"), PACKS)
    sides = {one.id: one.party or one.id for one in reading.actors}
    return {(one.act, sides.get(one.agent or "", one.agent)) for one in reading.moves if one.act != "ACCUSE"}


def acts(text: str) -> list[str]:
    found = read_article(Article("a", f"News.\n\nNorway and Peru met.\n\n{text}"), PACKS).statements
    return [one.act for one in found if one.evidence.start > 28]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign ministry dismissed as propaganda an assessment by Peru that it has enriched uranium.",
        'Norway\'s foreign ministry dismissed the remarks as a "pretext" to avoid a ceasefire.',
        "Peru spoke of broken ceasefires, an accusation Norway's foreign minister, Ann Berg, dismissed as a lie.",
        "Norway rejected Peru's assessment of the ceasefire.",
        "Norway rejected a report that it had accepted a ceasefire.",
        "Norway's envoy, Ann Berg, rejected it as another attempt to smear the humanitarian corridor.",
        "Norway rejected criticism of the sanctions.",
    ],
    ids=["as-propaganda", "remarks", "relative", "assessment", "report-that", "it-as-smear", "criticism"],
)
def test_what_answers_a_charge_is_a_denial(text: str) -> None:
    assert stands(text) == set()
    assert "DENY" in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the ceasefire as a pretext for rearming.",
        "Norway rejected the offer of a ceasefire.",
        "Norway dismissed the ceasefire proposal as propaganda.",
    ],
    ids=["truce-as-pretext", "offer", "proposal-as-propaganda"],
)
def test_a_bid_is_rejected_whatever_it_is_called(text: str) -> None:
    assert ("REJECT", "NOR") in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru have refused to rule out sanctions.",
        "Norway refused to exclude a new round of sanctions.",
        "Norway declined to rule out a ceasefire.",
    ],
)
def test_what_is_left_open_is_not_refused(text: str) -> None:
    assert stands(text) == set()
    assert "REJECT" not in acts(text)


def test_what_is_ruled_out_is_refused() -> None:
    assert stands("Norway ruled out a ceasefire.") == {("REJECT", "NOR")}


@pytest.mark.parametrize(
    "text",
    [
        "Norway's president, Ann Berg, ordered her defence minister to prepare new sanctions.",
        "Norway's president, Ann Berg, wants her people to feel the end of sanctions.",
        "Norway's president, Ann Berg, asked the interior ministry to enforce the ceasefire.",
        "Mr Dale of Peru asked Ms Berg what steps she was proposing to widen the sanctions.",
        "The port could be censured, fined and ordered to lift the sanctions.",
    ],
    ids=["minister", "people", "ministry", "question", "passive-row"],
)
def test_it_asks_nothing_of_the_other_side(text: str) -> None:
    assert not {act for act, _ in stands(text)} & {"DEMAND", "APPEAL"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway's president, Ann Berg, ordered Peru to lift the sanctions.", "DEMAND"),
        ("Norway's president, Ann Berg, asked her Peruvian counterpart to lift the sanctions.", "APPEAL"),
        ("Norway's president, Ann Berg, asserted her country's right to inspections.", "DEMAND"),
        ("Norway was criticised but demanded a ceasefire.", "DEMAND"),
        ("Norway insists its prisoners be released.", "DEMAND"),
    ],
)
def test_it_asks_the_other_side(text: str, act: str) -> None:
    assert (act, "NOR") in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway insists its nuclear programme is peaceful.",
        "Norway is prepared to resume fighting rather than keep the ceasefire.",
        "Norway is ready to use force against the ceasefire line.",
        "Public support offered to Mr Dale by Ann Berg helped the ceasefire.",
        "Norway said the best way to end the war was for Peru to guarantee the ceasefire.",
        "Norway gave Peru a ten-day deadline, which would run out on Friday, to accept the ceasefire.",
        "Norway gave Peru until Friday to accept a ceasefire.",
        '"We do not exclude that it will be possible to agree on a ceasefire," Ann Berg, Norway\'s president, said.',
        "Norway's president, Ann Berg, said Norway would not be frightened and would press ahead with its enrichment.",
        "Norway's president, Ann Berg, warned that she will give Peru one last chance to keep the ceasefire.",
        "Ann Berg, Norway's president, will be in Lima from June 8 for the ceasefire, the ministry said.",
        "Ann Berg, Norway's president, said Dale was right, and a ceasefire would not now be possible.",
        '"It was agreed that the amendments affect the core of the ceasefire," said Norway.',
        "Norway stepped back from its proposal to lift the sanctions.",
        "Norway stopped short of saying the ceasefire would hold.",
        "Norway's president, Ann Berg, ordered three ships to keep the ceasefire.",
        "Norway is under pressure from Peru to step down and accept a ceasefire.",
        "Ann Berg, Norway's president, said she would have to consult Oslo on the ceasefire.",
        "Norway has been seeking to approve a bill on the sanctions.",
        "As Norway prepared to vote on more sanctions, Peru left.",
        "Norway appeared to reject the ceasefire.",
        "The deal revived a Norway-backed offer for Peru to part with uranium.",
        "Peru said that it was likely that Norway would lift the sanctions.",
    ],
    ids=[
        "insists-is",
        "resume-fighting",
        "force",
        "support-offered",
        "for-another-to",
        "deadline",
        "until",
        "possible",
        "press-ahead",
        "warned",
        "will-be-in",
        "verdict",
        "it-was-agreed",
        "back-from",
        "short-of-saying",
        "ships",
        "under-pressure",
        "have-to",
        "seeking-to",
        "prepared-to-vote",
        "appeared",
        "backed-by",
        "likely",
    ],
)
def test_nobody_takes_a_stand(text: str) -> None:
    assert stands(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway is prepared to respond positively to the ceasefire.", ("OFFER", "NOR")),
        ("Norway is ready to resume talks on a ceasefire.", ("OFFER", "NOR")),
        ("Norway offered to lift the sanctions.", ("OFFER", "NOR")),
        ("Ann Berg, Norway's president, said a ceasefire was not possible.", ("REJECT", "NOR")),
        ("Norway agreed to accept a ceasefire.", ("ACCEPT", "NOR")),
        ("Norway agreed to step down and accept a ceasefire.", ("ACCEPT", "NOR")),
        ("Norway's president ordered Peruvian troops to keep the ceasefire.", ("DEMAND", "NOR")),
        ("Norway made clear that it would not lift the sanctions.", ("REJECT", "NOR")),
        ("Norway remained prepared to lift the sanctions.", ("OFFER", "NOR")),
        ("Norway's offer for Peru to part with uranium stands.", ("OFFER", "NOR")),
        (
            'Ann Berg of Norway said the offer was "a first step, but not enough" for a ceasefire.',
            ("REJECT", "ann-berg"),
        ),
        (
            "Norway said it would allow the inspectors in on a number of conditions, among them the end of sanctions.",
            ("CONDITION", "NOR"),
        ),
    ],
)
def test_somebody_takes_it(text: str, found: tuple[str, str]) -> None:
    assert found in stands(text)
