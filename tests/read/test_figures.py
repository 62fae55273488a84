"""Counts, and what looks like a count and is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Figure, Span
from crosswire.packs import load
from crosswire.read.figures import find_figures
from crosswire.text.sentences import split_sentences

CORE = load("core")


def figures(text: str) -> list[Figure]:
    return find_figures(text, split_sentences(text), CORE)


def one(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "qualifier"),
    [
        pytest.param("They freed 1,200 men.", 1200, 1200, "man", "exactly", id="plain-count"),
        pytest.param("They freed 1,200 sick Norden prisoners of war.", 1200, 1200, "prisoner", "exactly",
                     id="adjectives-and-names-may-stand-between"),
        pytest.param("Sudia returned 6,000 bodies.", 6000, 6000, "body", "exactly", id="bodies"),
        pytest.param("Two dozen tanks burned.", 24, 24, "tank", "exactly", id="number-words"),
        pytest.param("Half a million people fled.", 500_000, 500_000, "person", "exactly", id="half-a-million"),
        pytest.param("At least 20 soldiers died.", 20, None, "soldier", "at-least", id="at-least"),
        pytest.param("Fourteen die as shells hit a queue.", 14, 14, None, "exactly", id="headline-die"),
        pytest.param("No fewer than 20 soldiers died.", 20, None, "soldier", "at-least", id="no-fewer-than"),
        pytest.param("Up to 300 drones came.", None, 300, "drone", "at-most", id="up-to"),
        pytest.param("Some 500 people came.", 500, 500, "person", "about", id="some"),
        pytest.param("Nearly two-thirds of the prisoners are ill.", 66.7, 66.7, "%", "about", id="fraction"),
        pytest.param("Dozens of civilians fled.", 24, None, "civilian", "at-least", id="dozens"),
        pytest.param("Between 10 and 15 drones fell.", 10, 15, "drone", "range", id="between-and"),
        pytest.param("He saw 10-15 drones.", 10, 15, "drone", "range", id="hyphen-range"),
        pytest.param("He saw 10 to 15 drones.", 10, 15, "drone", "range", id="to-range"),
        pytest.param("It has 10-15 million people.", 10e6, 15e6, "person", "range", id="shared-scale"),
        pytest.param("It cost $1.2 million.", 1.2e6, 1.2e6, "USD", "exactly", id="money-sign"),
        pytest.param("It cost 3.5 million euros.", 3.5e6, 3.5e6, "EUR", "exactly", id="money-word"),
        pytest.param("It cost $10-15 million.", 10e6, 15e6, "USD", "range", id="money-range"),
        pytest.param("Support fell to 45 percent.", 45, 45, "%", "exactly", id="per-cent"),
        pytest.param("It flew 250 km.", 250, 250, "km", "exactly", id="measure"),
        pytest.param("It burned 40 square kilometres.", 40, 40, "square km", "exactly", id="square-measure"),
        pytest.param("A 30-day truce began.", 30, 30, "day", "exactly", id="hyphenated-unit"),
        pytest.param("They will hand over 1,000 prisoners.", 1000, 1000, "prisoner", "exactly", id="over-particle"),
        pytest.param("A thousand Norden and Sudia soldiers left.", 1000, 1000, "soldier", "exactly", id="joined"),
        pytest.param("The plan won 12 zealots over.", 12, 12, "zealot", "exactly", id="unlisted-plural"),
        pytest.param("Between 10 and 12 sick or wounded prisoners left.", 10, 12, "prisoner", "range", id="or-joins"),
        pytest.param("The raid hit, killing 15.", 15, 15, None, "exactly", id="killed-without-a-noun"),
        pytest.param("They freed another 15 men.", 15, 15, "man", "exactly", id="another-is-exact"),
        pytest.param("Several hundred men came.", 200, None, "man", "at-least", id="several-hundred"),
        pytest.param("A few dozen men came.", 24, None, "man", "at-least", id="a-few-dozen"),
        pytest.param("A couple of hundred men came.", 200, 200, "man", "about", id="a-couple-of-hundred"),
        pytest.param("Eighty-odd men came.", 80, 80, "man", "about", id="odd"),
        pytest.param("A dozen or so men came.", 12, 12, "man", "about", id="or-so"),
        pytest.param("A 90-plus majority agreed.", 90, None, None, "at-least", id="plus"),
        pytest.param("One in three men agreed.", 33.3, 33.3, "%", "exactly", id="one-in-three"),
        pytest.param("More than one in ten agreed.", 10, None, "%", "at-least", id="more-than-one-in-ten"),
        pytest.param("Two out of three voters agreed.", 66.7, 66.7, "%", "exactly", id="two-out-of-three"),
        pytest.param("Dozens were hurt.", 24, None, None, "at-least", id="dozens-were"),
        pytest.param("The raid killed hundreds.", 200, None, None, "at-least", id="hundreds-at-the-end"),
        pytest.param("Exports fell by half.", 50, 50, "%", "exactly", id="by-half"),
        pytest.param("A crew of 17 was on board.", 17, 17, None, "exactly", id="crew-of"),
        pytest.param("More than a thousand stayed.", 1000, None, None, "at-least", id="more-than-a-thousand"),
        pytest.param("It rose by 25 basis points.", 25, 25, "basis point", "exactly", id="basis-points"),
        pytest.param("The number of displaced rose to 3,000.", 3000, 3000, "displaced", "exactly", id="displaced"),
    ],
)  # fmt: skip
def test_counts(text: str, low: float | None, high: float | None, unit: str | None, qualifier: str) -> None:
    figure = one(text)
    assert (figure.low, figure.high, figure.unit, figure.qualifier) == (low, high, unit, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met in 2019.", id="year-is-not-a-count"),
        pytest.param("The 2016 elections were held.", id="year-before-a-plural-is-not-a-count"),
        pytest.param("They met on June 2.", id="date-is-not-a-count"),
        pytest.param("They met on 2 June.", id="day-before-month-is-not-a-count"),
        pytest.param("They met in 2010-11 and 2024-25.", id="year-span-is-not-a-count"),
        pytest.param("They met at 5 p.m. sharp.", id="clock-time-is-not-a-count"),
        pytest.param("A 42-year-old man spoke.", id="age-is-not-a-count"),
        pytest.param("Ada Pike, 42, spoke.", id="bare-age-is-not-a-count"),
        pytest.param("The G7 saw F-16s and a Su-34.", id="labels-are-not-counts"),
        pytest.param("Article 5 and Resolution 2334 hold.", id="numbered-texts-are-not-counts"),
        pytest.param("They won 3-1 and lost 52-48.", id="scores-are-not-counts"),
        pytest.param("Call 555-1234 now.", id="telephone-is-not-a-count"),
        pytest.param("It was the 5th round.", id="ordinal-is-not-a-count"),
        pytest.param("He left two days ago.", id="days-ago-is-a-time"),
        pytest.param("It fell in the past 24 hours.", id="past-hours-is-a-time"),
        pytest.param("One of the envoys left; no one else did.", id="one-of-is-not-a-count"),
        pytest.param("At one point they left.", id="one-point-is-not-a-count"),
        pytest.param("It is open to adults over 21.", id="age-limit-is-not-a-count"),
        pytest.param("Each side would free all prisoners under 25.", id="each-makes-no-age-a-count"),
        pytest.param("He gave it 7 out of 10.", id="marks-are-no-share"),
        pytest.param("Brigade 47 had left.", id="numbered-name-is-no-subject"),
        pytest.param("It woke them at half past eight.", id="half-past-is-a-time"),
        pytest.param("The Group of Eight met.", id="names-hold-numbers"),
        pytest.param("Two weeks and three days later he left.", id="weeks-and-days-later-is-a-time"),
        pytest.param("The second half of a game was dull.", id="half-of-a-game"),
        pytest.param("They came in the hundreds.", id="in-the-hundreds"),
        pytest.param("", id="empty"),
    ],
)
def test_no_counts(text: str) -> None:
    assert figures(text) == []


def test_subset_marks() -> None:
    found = figures("Five people, three of them children, died with 12 others, including 4 women.")
    assert [(f.low, f.subset) for f in found] == [(5, False), (3, True), (12, False), (4, True)]


@pytest.mark.parametrize(
    "text", ["They free 340 from each side.", "They free 340 prisoners each.", "Each side will free 340 prisoners."]
)
def test_each(text: str) -> None:
    assert one(text).each


def test_not_each() -> None:
    assert not one("They free 340 prisoners.").each


@pytest.mark.parametrize("formula", ["1,000 for 1,000", "1,000-for-1,000", "all for all", "all-for-all"])
def test_formula_is_kept_as_written(formula: str) -> None:
    figure = one(f"The sides agreed on {formula}.")
    assert figure.formula == formula
    assert figure.low == (None if "all" in formula else 1000)


def test_a_formula_takes_the_noun_it_stands_before() -> None:
    assert one("They agreed a 1,000-for-1,000 prisoner swap.").unit == "prisoner"


def test_unequal_sides_are_no_formula() -> None:
    assert all(figure.formula is None for figure in figures("They gave 1,000 for 900 prisoners."))


def test_span_covers_qualifier_number_and_noun() -> None:
    text = "In all, at least 1,200 prisoners left."
    figure = one(text)
    assert figure.span.of(text) == "at least 1,200 prisoners"
    assert figure.noun is not None
    assert figure.noun.of(text) == "prisoners"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789,.- –$%aeforlthundsingc\n()"), max_size=150))
def test_any_text_gives_ordered_spans_inside_a_sentence(text: str) -> None:
    sentences = split_sentences(text)
    found = find_figures(text, sentences, CORE)
    assert found == sorted(found, key=lambda figure: (figure.span.start, figure.span.end))
    for figure in found:
        assert any(sentence.covers(figure.span) for sentence in sentences)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


def test_a_sentence_too_long_to_be_prose_counts_nothing_and_spares_its_neighbours() -> None:
    table = "12 men " * 700
    text = f"They freed 40 prisoners. {table} They freed 50 prisoners."
    first, last = text.index(table), text.index(table) + len(table)
    spans = [Span(0, first), Span(first, last), Span(last, len(text))]
    assert [figure.low for figure in find_figures(text, spans, CORE)] == [40, 50]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        pytest.param("The swap brought to 75 the number of captives sent home.", 75, "captive", id="number-of-after"),
        pytest.param("The number of hostages freed rose to 16 on Friday.", 16, "hostage", id="number-of-before"),
        pytest.param("By dusk the total had reached 55.", 55, None, id="total-reached"),
        pytest.param("That leaves 25.", 25, None, id="leaves"),
        pytest.param("There are 65 to go.", 65, None, id="to-go"),
        pytest.param("45 are still to come.", 45, None, id="still-to-come"),
    ],
)
def test_a_running_count_is_a_figure(text: str, low: float, unit: str | None) -> None:
    found = one(text)
    assert (found.low, found.high, found.unit) == (low, low, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("They freed 30 hostages. There are 65 to go.", "hostage", id="same-paragraph"),
        pytest.param("They freed 30 hostages.\n\nThere are 65 to go.", None, id="another-paragraph"),
        pytest.param("They drove 30 miles. There are 65 to go.", None, id="not-people"),
        pytest.param("They freed 30 hostages. The index fell to 3,400.", None, id="nothing-left-to-do"),
    ],
)
def test_what_is_left_counts_the_people_counted_before(text: str, unit: str | None) -> None:
    assert figures(text)[-1].unit == unit


@pytest.mark.parametrize(
    "text",
    ["He leaves 10 Downing Street.", "The book leaves 1998 behind.", "At 19, he leaves home.", "She went to 12."],
)
def test_a_number_nobody_runs_up_is_no_running_count(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("She won 47 of 93 seats.", [(47, "seat", True), (93, "seat", False)], id="of-many"),
        pytest.param(
            "Nine houses burned, and three collapsed.", [(9, "house", False), (3, None, False)], id="and-three"
        ),
        pytest.param("It fell to 28 seats, down from 41.", [(28, "seat", False), (41, None, False)], id="down-from"),
        pytest.param("It fell from 90 seats to 64.", [(90, "seat", False), (64, None, False)], id="from-to"),
        pytest.param(
            "They freed 70 men; the rebels counted 58.", [(70, "man", False), (58, None, False)], id="counted"
        ),
        pytest.param("He lost two men in two days.", [(2, "man", False), (2, "day", False)], id="in-days-is-no-share"),
        pytest.param(
            "It killed three in four villages.", [(3, None, False), (4, "village", False)], id="killed-in-places"
        ),
    ],
)
def test_counts_of_one_sentence(text: str, counts: list[tuple[float, str | None, bool]]) -> None:
    assert [(figure.low, figure.unit, figure.subset) for figure in figures(text)] == counts
