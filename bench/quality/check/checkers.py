"""
Score installable checkers on the same claims; each runs offline, from what pip installs.

    pip install rouge-score spacy nltk && pip install --no-deps selfcheckgpt
    python -m bench.quality.check.checkers

- rouge-score 0.1.2 (Google): ROUGE-L precision of the claim against its source, words stemmed.
- selfcheckgpt 0.1.7 (Manakul et al. 2023): its n-gram checkers, the only ones that load no network. They ask how
  unlikely the claim's words are under counts of the source and the claim itself; the published choice is the least
  likely word of a unigram model. It names a spaCy model that is on no package index, and uses it only to cut words and
  sentences; a blank English pipeline does that here.
"""

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from bench.quality.check.corpora import Example
from bench.quality.check.evaluate import peer


def rouge_l() -> Callable[[str, Example], float]:
    """Return rouge-score's ROUGE-L precision."""
    scorer = import_module("rouge_score.rouge_scorer").RougeScorer(["rougeL"], use_stemmer=True)

    def score(claim: str, example: Example) -> float:
        return float(scorer.score(" ".join(example.sentences), claim)["rougeL"].precision)

    return score


def selfcheck(how: str) -> Callable[[str, Example], float]:
    """Return SelfCheckGPT's unigram score, by the mean word ("avg_neg_logprob") or the worst ("max_neg_logprob")."""
    spacy = import_module("spacy")

    def blank(_: str) -> Any:
        pipeline = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
        pipeline.add_pipe("sentencizer")
        pipeline.max_length = 10_000_000
        return pipeline

    spacy.load = cache(blank)
    model = import_module("selfcheckgpt.modeling_ngram").UnigramModel

    @cache
    def counted(source: str) -> Any:
        found = model()
        found.add(source)
        return found

    def score(claim: str, example: Example) -> float:
        # Two spaces in a row would be a word to it, one that no sentence holds.
        claim, source = " ".join(claim.split()), counted(" ".join(" ".join(example.sentences).split()))
        asked = model()
        asked.counts, asked.token_count = dict(source.counts), source.token_count
        asked.add(claim)
        asked.train(k=0)
        return -float(asked.evaluate([claim])["sent_level"][how][0])

    return score


def main() -> None:
    """Print a row for each checker that is installed."""
    rows = {
        "rouge-score ROUGE-L precision": rouge_l,
        "selfcheckgpt unigram, mean word": lambda: selfcheck("avg_neg_logprob"),
        "selfcheckgpt unigram, worst word": lambda: selfcheck("max_neg_logprob"),
    }
    for name, build in rows.items():
        try:
            found = peer(build())
        except ModuleNotFoundError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        print(f"| {name} |", " | ".join(f"{key} {value:.3f}" for key, value in found.items()), "|")


if __name__ == "__main__":
    main()
