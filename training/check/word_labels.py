"""The words of WiCE's train claims, which of them nothing bears out, and what the product knows of each."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from bench.quality.check.corpora import DATA, Example

from crosswire.check.appraise import LOOKED_AT, Appraisal
from crosswire.check.library import Library
from crosswire.check.word_chances import looks
from crosswire.check.words import keys_of
from crosswire.model import Span

Matrix = npt.NDArray[np.float64]


class Labelled(NamedTuple):
    """A claim: its words' looks, one a row, and which of the words are borne out; the page it was written from."""

    looks: Matrix
    borne: Matrix
    page: tuple[str, ...]


def lost_spans() -> list[tuple[Span, ...]]:
    """Return where the words stand that nothing bears out, of each row."""
    path = DATA / "wice-claim/non_supported_tokens.train.jsonl"
    found = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        claim, at, lost = " ".join(row["claim"].split()), 0, []
        for word, is_lost in zip(row["claim_tokens"], row["non_supported_spans"], strict=True):
            place = claim.find(word, at)
            if place >= 0:
                at = place + len(word)
                lost += [Span(place, at)] if is_lost else []
        found.append(tuple(lost))
    return found


def labelled(measured: Sequence[tuple[Example, Library, list[Appraisal]]]) -> Iterator[Labelled]:
    """Yield the claims of `token_pairs` with their words labelled; in what is left of a claim every word holds."""
    lost = lost_spans()
    for example, library, (found, *_) in measured:
        text = " ".join(example.claims[0].split())
        candidates = library.find(keys_of(found.words), LOOKED_AT)
        rows = looks(found.words, text, found.units, candidates, library)
        spans = () if example.label else lost[int(example.pair.split("-")[1])]
        borne = [not any(span.meets(Span(word.start, word.end)) for span in spans) for word in found.words]
        if rows:
            yield Labelled(np.array(rows), np.array(borne, float), example.sentences)
