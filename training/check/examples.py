"""
What the measures are weighed on: train splits only, and errors planted in them.

- WiCE's token labels (train): a claim of which some words are unsupported, and the claim with those words left out.
- PolNeAR (train): an article's headline and its opening sentence, to be supported by the rest of it, and the same with
  one error planted: a name, a number, a deed or a noun taken from the same article or from another one.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence

from bench.quality.check.corpora import DATA, Example

from crosswire.text.sentences import paragraphs, split_sentences
from crosswire.text.tokens import STOP
from crosswire.text.verbs import irregular_pasts, lemma_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_NOT = ("was", "were", "is", "are", "has", "have", "will", "would", "could", "can", "had")
# A claim is a sentence, not a fragment and not a paragraph.
_SHORTEST, _LONGEST = 8, 45


def token_pairs() -> Iterator[Example]:
    """Yield WiCE's half-supported claims and what is left of them without the unsupported words."""
    path = DATA / "wice-claim/non_supported_tokens.train.jsonl"
    with path.open(encoding="utf-8") as rows:
        for at, row in enumerate(map(json.loads, rows)):
            words = zip(row["claim_tokens"], row["non_supported_spans"], strict=True)
            kept = [word for word, is_lost in words if not is_lost]
            key, source = f"tokens-{at}", tuple(row["evidence"])
            yield Example(f"{key}-whole", (row["claim"],), source, False, pair=key, kind="tokens")
            if len(kept) > 3:
                yield Example(f"{key}-kept", (_joined(kept),), source, True, pair=key, kind="tokens")


def planted(most: int = 700) -> Iterator[Example]:
    """Yield openings of PolNeAR's train articles with and without a planted error, the same ones on every run."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((DATA / "polnear/train/text").glob("*.txt"))]
    articles = [one for one in map(_cut, texts) if len(one) > 12][:most]
    for at, sentences in enumerate(articles):
        draw = random.Random(at)
        other = articles[(at + 17) % len(articles)]
        # The claim may be the headline or any of the first sentences; what it was written from is the rest.
        place = draw.choice((0, 0, 1, 2))
        claim, rest = sentences[place], tuple(sentences[:place] + sentences[place + 1 :])
        if not _SHORTEST <= len(claim.split()) <= _LONGEST:
            continue
        key = f"planted-{at}"
        yield Example(f"{key}-whole", (claim,), rest, True, pair=key)
        for kind, words in _errors(claim, rest, other, draw):
            yield Example(f"{key}-{kind}", (words,), rest, False, pair=key, kind=kind)


def _errors(claim: str, rest: Sequence[str], other: Sequence[str], draw: random.Random) -> Iterator[tuple[str, str]]:
    for name, source in (("own", rest), ("strange", other)):
        for kind, words in (("name", _names), ("deed", _deeds), ("thing", _things), ("number", _numbers)):
            mine = sorted(set(words(claim)))
            theirs = sorted({one for sentence in source for one in words(sentence)} - set(mine))
            if mine and theirs:
                old = draw.choice(mine)
                fitting = [one for one in theirs if one[-2:] == old[-2:]] if kind in ("deed", "thing") else theirs
                if fitting:
                    yield f"{name}-{kind}", re.sub(rf"\b{re.escape(old)}\b", draw.choice(fitting), claim, count=1)
    for word in _NOT:
        if f" {word} " in claim:
            yield "not", claim.replace(f" {word} ", f" {word} not ", 1)
            break


def _names(sentence: str) -> list[str]:
    return [
        match.group()
        for match in re.finditer(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}", sentence)
        if match.group().lower() not in STOP
    ]


def _deeds(sentence: str) -> list[str]:
    return [
        word
        for word in _WORD.findall(sentence)
        if word.islower()
        and word not in STOP
        and (lemma_of(word) or word in irregular_pasts() or word.endswith(("ed", "ing")))
    ]


def _things(sentence: str) -> list[str]:
    verbs = set(_deeds(sentence))
    return [
        one
        for one in _WORD.findall(sentence)
        if one.islower() and len(one) > 3 and one not in STOP and one not in verbs
    ]


def _numbers(sentence: str) -> list[str]:
    return _NUMBER.findall(sentence)


def _cut(text: str) -> list[str]:
    return [
        " ".join(span.of(text).split())
        for part in paragraphs(text)
        for span in split_sentences(text, part.start, part.end)
    ]


def _joined(tokens: Sequence[str]) -> str:
    return re.sub(r" ([.,;:!?%)’'])", r"\1", " ".join(tokens)).replace(" 's", "'s").replace("( ", "(")
