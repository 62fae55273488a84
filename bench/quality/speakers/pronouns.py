"""
Score whom pronouns and bare titles that speak are taken to mean, on the project's own gold.

    python -m bench.quality.speakers.pronouns [--errors]

Right is the actor of the gold mention, or one of that name; nobody, where the gold names nobody. What the rules leave
open is `unresolved`, which costs recall but misleads no reader.
"""

import argparse
import re
from collections import Counter

import msgspec

from bench import DATA, ROOT, AbsentError, shown
from bench.peers.intervals import interval
from bench.quality.speakers import evaluate
from crosswire.model import Article, Reading, Region, Span

GOLD = ROOT / "bench" / "gold" / "pronouns" / "gold.jsonl"
POLNEAR = DATA / "polnear" / "dev" / "text"


class Reference(msgspec.Struct, frozen=True):
    """A pronoun or title, and the mention that names whom it means; see `bench/gold/pronouns/README.md`."""

    corpus: str
    article: str
    start: int
    end: int
    name_start: int | None = None
    name_end: int | None = None


class Verdict(msgspec.Struct, frozen=True):
    """What became of one reference: right, wrong or unresolved."""

    reference: Reference
    state: str
    said: str


def load() -> dict[str, list[Reference]]:
    """Return the references by article."""
    grouped: dict[str, list[Reference]] = {}
    for line in GOLD.read_bytes().splitlines():
        reference = msgspec.json.decode(line, type=Reference)
        grouped.setdefault(reference.article, []).append(reference)
    return grouped


def articles(wanted: set[str]) -> dict[str, Article]:
    """Return the articles of these ids; raise `AbsentError` where a corpus is missing."""
    if not POLNEAR.is_dir():
        raise AbsentError(f"{shown(POLNEAR)} is missing")
    found = {story.article.id: story.article for story in evaluate.load() if story.article.id in wanted}
    for path in sorted(POLNEAR.glob("*.txt")):
        if path.stem in wanted:
            text = path.read_bytes().decode()
            title = text.find("\n\n")
            regions = (Region(0, title, "title"), Region(title, len(text), "body")) if 0 < title < 300 else ()
            found[path.stem] = Article(path.stem, text, regions=regions)
    return found


def judge(article: Article, references: list[Reference], *, fast: bool = True) -> list[Verdict]:
    """Answer the references of one article."""
    reading = evaluate.reading_of(article, fast=fast)
    return [_verdict(article.text, reading, one) for one in references]


def verdicts(*, fast: bool = True) -> dict[str, list[Verdict]]:
    """Answer all references, by article."""
    grouped = load()
    texts = articles(set(grouped))
    return {name: judge(texts[name], grouped[name], fast=fast) for name in sorted(grouped)}


def _verdict(text: str, reading: Reading, one: Reference) -> Verdict:
    span = Span(one.start, one.end)
    actor_id = _answer(reading, span)
    actor = next((each for each in reading.actors if each.id == actor_id), None)
    said = " / ".join(actor.names) if actor else ""
    if one.name_start is None or one.name_end is None:
        return Verdict(one, "wrong" if actor else "right", said)
    if actor is None:
        return Verdict(one, "unresolved", said)
    name = text[one.name_start : one.name_end]
    meant = {m.actor for m in reading.mentions if m.start < one.name_end and one.name_start < m.end}
    same = actor.id in meant or re.search(rf"\b{re.escape(name)}\b", said) is not None
    return Verdict(one, "right" if same else "wrong", said)


def _answer(reading: Reading, span: Span) -> str | None:
    """Return the speaker of the attribution whose source the reference is; else whom its mention means."""
    for attribution in reading.attributions:
        if attribution.source is not None and attribution.source.start <= span.start < attribution.source.end:
            return attribution.speaker
    return next((m.actor for m in reading.mentions if m.start <= span.start < m.end), None)


def main() -> None:
    """Print the table, or what is not right."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true", help="print what is not right")
    arguments = parser.parse_args()
    answered = verdicts()
    if arguments.errors:
        texts = articles(set(answered))
        for name, rows in answered.items():
            for row in rows:
                if row.state != "right":
                    one, text = row.reference, texts[name].text
                    meant = text[one.name_start : one.name_end] if one.name_start else "nobody"
                    before, after = text[max(0, one.start - 300) : one.start], text[one.end : one.end + 40]
                    around = f"{before}[[{text[one.start : one.end]}]]{after}"
                    print(f"{row.state}: {meant} | {row.said}\n    {' '.join(around.split())}")
    states = Counter(row.state for rows in answered.values() for row in rows)
    units = [(float(sum(row.state == "right" for row in rows)), float(len(rows))) for rows in answered.values()]
    low, high = interval(units, evaluate.share)
    total, answers = states.total(), states["right"] + states["wrong"]
    print(f"{total} references in {len(answered)} articles: {dict(sorted(states.items()))}")
    right = 100 * states["right"]
    told = f"{right / total:.1f} % ({100 * low:.1f}-{100 * high:.1f})"
    print(f"right: {told}; of those answered {right / answers:.1f} %")


if __name__ == "__main__":
    main()
