"""Two reports that quote one voice in the same words tell of one saying, wherever they cut it."""

from typing import Any

from crosswire.weigh import weigh
from crosswire.weigh.clips import join_clips
from crosswire.weigh.each import Each
from crosswire.weigh.likeness import Weights
from crosswire.weigh.paired import pair_up
from crosswire.weigh.propositions import Lens
from crosswire.weigh.sides import Sides
from tests.weigh.weigh_reports import Report

LONG = "“We will mend the sluice before herring time. I never promised the mill a single copper penny of town money.”"
CLIP = "“I never promised the mill a single copper penny of town money, whatever the mill tells you.”"


def sizes(first: Report, second: Report) -> list[int]:
    found = weigh([first.article, second.article], [first.reading, second.reading])
    return sorted((len(claim.statements) for claim in found.claims), reverse=True)


def quoting(words: str, id_: str = "b", outlet: str = "Lake Post", day: int = 0, **said: Any) -> Report:
    return Report(id_, outlet, day).say(words, **{"speaker": "varga", "mode": "direct", **said})


def test_one_speech_cut_twice_is_one_claim_whatever_act_it_is_read_as() -> None:
    first = quoting(LONG, "a", "Hill Times", act="PROMISE", realis="future")
    assert sizes(first, quoting(CLIP, act="DENY", realis="negated", negated=True)) == [2]


def test_another_speaker_another_week_and_an_indirect_report_are_no_clip() -> None:
    first = quoting(LONG, "a", "Hill Times", act="PROMISE", realis="future")
    denied: dict[str, Any] = {"act": "DENY", "realis": "negated", "negated": True}
    assert sizes(first, quoting(CLIP, speaker="toller", **denied)) == [1, 1]
    assert sizes(first, quoting(CLIP, day=20, **denied)) == [1, 1]
    assert sizes(first, quoting(CLIP.strip("“”"), mode="indirect", **denied)) == [1, 1]


def test_a_phrase_anybody_uses_is_no_clip() -> None:
    first = quoting("“What we will do for you and for all of you is open the mill.”", "a", "Hill Times")
    assert sizes(first, quoting("“What we will do for you and for all of you is close the pier.”")) == [1, 1]


def test_a_quotation_nobody_is_named_for_needs_more_words() -> None:
    first = quoting(LONG, "a", "Hill Times", act="PROMISE", realis="future")
    unnamed: dict[str, Any] = {"speaker": None, "unnamed": "the statement", "mode": "direct"}
    assert sizes(first, quoting(CLIP, **unnamed)) == [2]
    assert sizes(first, quoting("“Promised the mill a single copper penny”, no more.", **unnamed)) == [1, 1]


def test_two_sayings_are_not_one_claim_because_a_third_report_quotes_both() -> None:
    both = quoting(LONG, "a", "Hill Times")
    one = quoting("“We will mend the sluice before herring time.”")
    other = quoting("“I never promised the mill a single copper penny of town money.”", "c", "Sea Mail")
    found = weigh([r.article for r in (both, one, other)], [r.reading for r in (both, one, other)])
    assert sorted(len(claim.statements) for claim in found.claims) == [1, 2]


def test_nothing_quoted_changes_nothing() -> None:
    lens = Lens(Weights(1000, {}), {}, Sides({}))
    assert join_clips([], pair_up([], lens), lens, Each()) == []
