"""
Score who speaks in BASIL's quoted spans, and whom pronouns and bare titles mean, by the rules.

    python -m bench.quality.speakers.evaluate [--half dev|report] [--errors]

BASIL marks spans of bias; 410 of them are marked as quoted, with a speaker. Left out are those that give no name
("other_anti") and those that give a group ("Democratic_lawmakers") where the text names one of it. A span counts as
direct when a quotation mark stands open over its middle. It is right when the inmost attribution whose contents hold
half of it has a speaker, or source words, with the surname. Stories of even index, in the order of their ids, are for
tuning.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from bench import DATA, AbsentError, shown
from bench.peers.intervals import Counts, interval
from crosswire import packs
from crosswire.model import Article, Attribution, Reading, Region, Span
from crosswire.read import choose_annotator, read_article

SOURCE = DATA / "basil" / "basil.jsonl"
HALVES = ("dev", "report")
# The annotators' words for groups: who of it speaks they do not say.
_GROUPS = re.compile(
    r"lawmakers|officials|campaign|democrats|republicans|plaintiffs|^Secure_America|^BuzzFeed", re.IGNORECASE
)
# Annotators and papers differ in a surname's last letters ("Calder" for "Calderón").
_STEM = 5


class Quoted(msgspec.Struct, frozen=True):
    """A quoted span with the speaker its annotators named."""

    article: str
    span: Span
    speaker: str
    direct: bool


class Story(msgspec.Struct, frozen=True):
    """An article with its quoted spans; `half` is "dev" or "report"."""

    article: Article
    half: str
    quoted: tuple[Quoted, ...]


class Answer(msgspec.Struct, frozen=True):
    """What the rules said: `state` is right, wrong, unresolved or unattributed."""

    quoted: Quoted
    state: str
    said: str = ""


def load() -> list[Story]:
    """Return BASIL's articles in the order of the file."""
    if not SOURCE.is_file():
        raise AbsentError(f"{shown(SOURCE)} is missing")
    rows = [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    place = {story: index for index, story in enumerate(sorted({row["story"] for row in rows}))}
    return [_story(row, HALVES[place[row["story"]] % 2]) for row in rows]


def article_of(row: dict[str, str]) -> Article:
    """Return a row as an article without a title region: the text is the body alone."""
    text = row["text"]
    return Article(row["id"], text, regions=(Region(0, len(text), "body"),))


@cache
def reading_of(article: Article, *, fast: bool = True) -> Reading:
    """Read an article by the rules, or joined with the encoder."""
    return read_article(article, packs.load(), choose_annotator(fast=fast))


def judge(story: Story, *, fast: bool = True) -> list[Answer]:
    """Answer every quoted span of a story."""
    reading = reading_of(story.article, fast=fast)
    return [_answer(story.article.text, one, reading) for one in story.quoted]


def counts(answers: Sequence[Answer]) -> Counts:
    """Return (right, all) of the direct spans."""
    direct = [one for one in answers if one.quoted.direct]
    return float(sum(one.state == "right" for one in direct)), float(len(direct))


def share(found: Counts) -> float:
    """Return right / all."""
    return found[0] / found[1] if found[1] else 0.0


def _story(row: dict[str, object], half: str) -> Story:
    article = article_of(row)  # type: ignore[arg-type]
    return Story(article, half, tuple(_quoted(row, article)))


def _quoted(row: dict[str, object], article: Article) -> Iterator[Quoted]:
    places = list(_sentences(row, article.text))
    for one in row["annotations"]["phrase-level-annotations"]:  # type: ignore[index]
        speaker = one["speaker"]
        if one["quote"] != "yes" or not speaker or speaker.startswith("other_") or _GROUPS.search(speaker):
            continue
        sentence = places[int(one["id"][1:])]
        span = Span(sentence.start + one["start"], sentence.start + one["end"])
        yield Quoted(article.id, span, speaker, _is_direct(article.text, sentence, span))


def _sentences(row: dict[str, object], text: str) -> Iterator[Span]:
    """Yield where the data's own sentences stand in the text."""
    reach = 0
    for paragraph in row["body-paragraphs"]:  # type: ignore[attr-defined]
        for sentence in paragraph:
            start = text.index(sentence, reach)
            reach = start + len(sentence)
            yield Span(start, reach)


def _is_direct(text: str, sentence: Span, span: Span) -> bool:
    """Tell whether a quotation is open over the span's middle, or the span holds one of most of its length."""
    middle = (span.start + span.end) // 2
    before = text[max(0, text.rfind("\n", 0, sentence.start) + 1) : middle]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _answer(text: str, one: Quoted, reading: Reading) -> Answer:
    held = [(_shared(each, one.span), each) for each in reading.attributions]
    held = [pair for pair in held if pair[0] * 2 >= one.span.end - one.span.start]
    if not held:
        return Answer(one, "unattributed")
    # The inmost: what a content says that somebody else said is the other's.
    attribution = min(held, key=lambda pair: sum(span.end - span.start for span in pair[1].contents))[1]
    actor = next((each for each in reading.actors if each.id == attribution.speaker), None)
    words = [*actor.names, actor.name] if actor else []
    if attribution.source is not None:
        words.append(attribution.source.of(text))
    said = " / ".join(dict.fromkeys(words))
    if _is_named(one.speaker, said):
        return Answer(one, "right", said)
    return Answer(one, "wrong" if actor else "unresolved", said)


def _shared(attribution: Attribution, span: Span) -> int:
    return sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in attribution.contents)


def _is_named(gold: str, said: str) -> bool:
    """Tell whether a name's last word is among the words of another, its ending aside."""
    surname = re.split(r"[_\s]", gold.lower())[-1][:_STEM]
    return any(word.startswith(surname) for word in re.findall(r"\w+", said.lower()))


def main() -> None:
    """Print the table of one half, or its errors."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=HALVES, default="report")
    parser.add_argument("--errors", action="store_true", help="print what is not right")
    arguments = parser.parse_args()
    stories = [one for one in load() if one.half == arguments.half and one.quoted]
    answers = [judge(one) for one in stories]
    texts = {one.article.id: one.article.text for one in stories}
    if arguments.errors:
        for answer in (each for row in answers for each in row if each.state != "right"):
            one = answer.quoted
            around = texts[one.article][max(0, one.span.start - 250) : one.span.end + 160].replace("\n", " / ")
            how = "direct" if one.direct else "told"
            print(f"{one.article} {how} {answer.state}: {one.speaker} | {answer.said}\n    {around}")
    units = [counts(row) for row in answers]
    right, total = (sum(unit[index] for unit in units) for index in (0, 1))
    low, high = interval(units, share)
    print(
        f"BASIL, {arguments.half}: {len(stories)} articles, {sum(map(len, answers))} quoted spans with a named speaker"
    )
    told = f"{100 * share((right, total)):.1f} % ({100 * low:.1f}-{100 * high:.1f})"
    print(f"direct, right speaker: {right:.0f} of {total:.0f}, {told}")
    for direct in (True, False):
        states = Counter(each.state for row in answers for each in row if each.quoted.direct is direct)
        print(
            f"{'direct' if direct else 'told in other words'}: "
            + ", ".join(f"{n} {s}" for s, n in sorted(states.items()))
        )


if __name__ == "__main__":
    main()
