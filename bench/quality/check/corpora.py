"""Claims with the text they were written from, read by the product's own code: WiCE, QAGS, BUMP."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from crosswire.check.appraise import Appraisal, Desk, appraise
from crosswire.check.beside import read_beside
from crosswire.check.copies import Origins
from crosswire.check.library import Library
from crosswire.check.quotations import Quotations
from crosswire.check.speakers import Voices
from crosswire.check.statements import Stated, stated_at
from crosswire.model import Article, Dossier, Reading, Region, Span
from crosswire.packs import Packs, load
from crosswire.read import RuleAnnotator
from crosswire.read.encoder.comparer import Comparer
from crosswire.text.sentences import split_sentences

DATA = Path(__file__).resolve().parents[3].parent / "shared/data"

# QAGS's "36, 000" and "31. 8 million".
_CUT_NUMBER = re.compile(r"(?<!\d)(\d{1,3})(, (?=\d{3}(?!\d))|\. (?=\d{1,2} ?(?:million|billion|per cent|%)))")


class Example(msgspec.Struct, frozen=True):
    """
    Claims written from one source text.

    `sentences` of the source come cut where the corpus cuts them, or are one text to be cut here. `label` says whether
    the claims are supported, `pair` names the example whose edited twin this is, `kind` the error planted in it.
    """

    id: str
    claims: tuple[str, ...]
    sentences: tuple[str, ...]
    label: bool
    gold: tuple[frozenset[int], ...] = ()
    pair: str = ""
    kind: str = ""
    labels: tuple[bool, ...] = ()
    # The claims are a whole summary, not cut out of a longer text.
    whole: bool = False


def wice(split: str = "dev") -> Iterator[Example]:
    """Yield WiCE's claims: a sentence of Wikipedia and the sentences of the pages it cites."""
    for at, row in enumerate(_lines(DATA / f"wice-claim/{split}.jsonl")):
        gold = tuple(frozenset(one) for one in row["supporting_sentences"])
        yield Example(f"wice-{split}-{at}", (row["claim"],), tuple(row["evidence"]), row["label"] == "supported", gold)


def qags(part: str = "cnndm") -> Iterator[Example]:
    """
    Yield QAGS's summaries; a sentence is consistent when most of three readers say so, a summary when all are.

    The articles were cut at every comma and point, "36, 000" where their summaries have "36,000": numbers are put
    together again, for every system alike.
    """
    for at, row in enumerate(_lines(DATA / f"qags/mturk_{part}.jsonl")):
        claims, labels = [], []
        for one in row["summary_sentences"]:
            votes = [vote["response"] == "yes" for vote in one["responses"]]
            claims.append(_upper(one["sentence"]))
            labels.append(2 * sum(votes) > len(votes))
        yield Example(
            f"qags-{part}-{at}",
            tuple(claims),
            (_whole_numbers(row["article"]),),
            all(labels),
            labels=tuple(labels),
            whole=True,
        )


def bump() -> Iterator[Example]:
    """Yield BUMP's references and their edited twins."""
    for row in json.loads((DATA / "bump/task1_dataset.json").read_text(encoding="utf-8")):
        for name, label in (("reference", True), ("edited", False)):
            claims = tuple(_sentences(row[f"{name}_summary"]))
            key = f"bump-{row['id']}"
            yield Example(
                f"{key}-{name}",
                claims,
                (row["article"],),
                label,
                pair=key,
                kind=row["corrected_error_type"],
                whole=True,
            )


def appraised(
    examples: Sequence[Example], packs: Packs | None = None, comparer: Comparer | None = None
) -> Iterator[tuple[Example, Library, list[Appraisal]]]:
    """Appraise the claims of each example; an article read once serves every claim written from it."""
    packs = packs or load("core")
    kept: tuple[tuple[str, ...], Library] | None = None
    known: dict[tuple[str, bool], Appraisal] = {}
    for example in examples:
        if kept is None or kept[0] != example.sentences:
            kept, known = (example.sentences, library_of(example.sentences, packs)), {}
        library = kept[1]
        claims = [(one, example.whole and at == 0) for at, one in enumerate(example.claims)]
        for claim, opens in claims:
            if (claim, opens) not in known:
                stated, desk = desk_of(claim, library, packs, opens=opens)
                found = [appraise(stated, desk)]
                if comparer:
                    found = read_beside(found, [stated], desk.report.text, library=library, comparer=comparer)
                known[claim, opens] = found[0]
        yield example, library, [known[one] for one in claims]


def library_of(sentences: Sequence[str], packs: Packs) -> Library:
    """Read a source text; sentences that come cut stay as they are."""
    rows = [" ".join(one.split()) or "-" for one in sentences]
    text = "\n".join(rows)
    article = Article("source", text, regions=(Region(0, len(text), "body"),))
    reading = RuleAnnotator().annotate(article, packs)
    if len(rows) > 1:
        spans, at = [], 0
        for row in rows:
            spans.append(Span(at, at + len(row)))
            at += len(row) + 1
        reading = msgspec.structs.replace(reading, sentences=tuple(spans))
    return Library([article], [reading], packs)


def desk_of(claim: str, library: Library, packs: Packs, *, opens: bool = False) -> tuple[Stated, Desk]:
    """Read a claim, as one statement; `opens` says that nothing stands before it."""
    text = " ".join(claim.split())
    report = Article("claim", text, regions=(Region(0, len(text), "body"),))
    reading: Reading = RuleAnnotator().annotate(report, packs)
    stated = stated_at(report, Span(0, len(text)), reading, (), library.vocabulary)
    stated = msgspec.structs.replace(stated, opens=opens)
    nothing = Dossier(library.articles, (), (), (), ())
    actors = [actor for one in library.readings for actor in one.actors]
    return stated, Desk(report, reading, library, Quotations(library), Voices(actors), Origins(nothing))


def total(appraisals: Sequence[Appraisal], score: Callable[[Appraisal], float]) -> float:
    """Score a summary: the mean of its sentences."""
    return sum(map(score, appraisals)) / len(appraisals) if appraisals else 0.0


def _sentences(text: str) -> Iterator[str]:
    """Cut a CNN/DM highlight list: a full stop with a space before it ends each."""
    for line in text.replace(" . ", " .\n").split("\n"):
        for span in split_sentences(line):
            words = span.of(line).strip()
            if len(words) > 3:
                yield words


def _whole_numbers(text: str) -> str:
    return _CUT_NUMBER.sub(lambda found: found[1] + found[2][0], text)


def _upper(sentence: str) -> str:
    """Give a sentence its capital: QAGS's are lower-cased at the start."""
    return sentence[:1].upper() + sentence[1:]


def _lines(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as rows:
        yield from map(json.loads, rows)
