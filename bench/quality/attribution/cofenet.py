"""
Score attribution on CofeNet's own passages and tokens of PolNeAR (its `valid`), by the measures of its tables.

    python -m bench.quality.attribution.cofenet

Per class: F1 of exact token spans (its table 6), of spans whose first token is right (table 7), and Jaccard (table 8;
no formula is given: we take the overlap of each span with its counterpart, summed, over all spans, a pair counted
once). Systems read the articles as published; what they mark is cut at the ends of passages and laid on the tokens.
The published rows are on its `test` (Wang et al. 2022, detailed results).
"""

import re
import time
from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec

from bench import DATA, AbsentError
from bench.peers.intervals import Counts, f1, with_interval
from bench.peers.textacy_quotes import load_textacy
from bench.quality.attribution import evaluate

FILE = DATA / "polnear_cofenet" / "polnear" / "valid.txt"
CLASSES = evaluate.CLASSES
PUBLISHED = {
    "published, test: Rule": "10.7 / 22.8 / 5.6 | 13.0 / 25.3 / 10.5 | 8.8 / 14.4 / 6.1",
    "published, test: CoreNLP": "13.9 / - / 17.5 | 21.3 / - / 18.7 | 11.1 / - / 12.8",
    "published, test: CRF": "50.6 / 53.4 / 28.6 | 56.2 / 63.3 / 50.9 | 42.1 / 44.1 / 42.3",
    "published, test: BiLSTM-CRF": "69.6 / 66.7 / 59.0 | 75.7 / 73.8 / 69.4 | 63.1 / 58.0 / 62.9",
    "published, test: BERT-CRF": "82.2 / 74.9 / 71.0 | 86.5 / 82.0 / 78.9 | 75.6 / 68.9 / 72.7",
    "published, test: BERT-CofeNet": "83.2 / 75.3 / 72.9 | 87.1 / 82.3 / 79.6 | 76.4 / 69.4 / 73.2",
}
# The tokens' spellings of marks, and what stands for them in the articles.
_MARKS = {
    "``": "\"'`",
    "''": "\"'",
    "`": "'`",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "--": "-",
    "...": "….",
}
_PLAIN = str.maketrans("“”‘’–—\xa0", "\"\"''-- ")
_FAR = 60
_FIRST = 4
Chunk = tuple[int, int]


class Passage(msgspec.Struct, frozen=True):
    """A passage's tokens as places in the article (None where a token is not the article's), and its gold chunks."""

    places: tuple[Chunk | None, ...]
    gold: dict[str, set[Chunk]]


def load() -> dict[str, list[Passage]]:
    """Return the passages by article; articles are those of `evaluate.load`."""
    texts = {name: text.translate(_PLAIN) for name, text, _ in evaluate.load("dev")}
    rows = [msgspec.json.decode(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    found: dict[str, list[Passage]] = {}
    for name, group in groupby(rows, key=lambda row: row["id"].rpartition("_")[0]):
        place = 0
        for row in group:
            places = []
            place = _begins(texts[name], row["tokens"], place)
            for token in row["tokens"]:
                at = _find(texts[name], token, place)
                place = at[1] if at else place
                places.append(at)
            gold = {one: set(chunks(row["labels"], one)) for one in CLASSES}
            found.setdefault(name, []).append(Passage(tuple(places), gold))
    return found


def _begins(text: str, tokens: list[str], place: int) -> int:
    """Return where a passage begins: its first words from `place` on, else anywhere, else `place`."""
    words = [token for token in tokens if token not in _MARKS and any(map(str.isalnum, token))][:_FIRST]
    pattern = re.compile(r"\W{0,6}".join(re.escape(word.translate(_PLAIN)) for word in words))
    match = (pattern.search(text, place) or pattern.search(text)) if words else None
    return match.start() if match and match.start() - place not in range(_FIRST) else place


def _find(text: str, token: str, place: int) -> Chunk | None:
    """Return where a token stands next: at once but for space, or, for a word, not far on."""
    while place < len(text) and text[place].isspace():
        place += 1
    if token in _MARKS:
        end = place
        while end < len(text) and end - place < len(token) and text[end] in _MARKS[token]:
            end += 1
        return (place, end) if end > place else None
    plain = token.replace("\\/", "/")
    start = text.find(plain, place, place + _FAR + len(plain))
    near = start == place or (start >= 0 and plain[0].isalnum())
    return (start, start + len(plain)) if near else None


def chunks(labels: list[str], name: str) -> Iterator[Chunk]:
    """
    Yield the first and last-but-one tokens of each chunk of a class.

    >>> list(chunks(["B-cue", "O", "B-source", "I-source", "B-source"], "source"))
    [(2, 4), (4, 5)]
    """
    begun: int | None = None
    for number, label in enumerate([*labels, "O"]):
        if begun is not None and label != f"I-{name}":
            yield begun, number
            begun = None
        if label == f"B-{name}" or (begun is None and label == f"I-{name}"):
            begun = number


def laid(passage: Passage, spans: set[Chunk]) -> set[Chunk]:
    """Return the chunks of a passage's tokens that spans of the article cover, by the most of each token."""
    found = set()
    for start, end in spans:
        covered = [
            number
            for number, place in enumerate(passage.places)
            if place and 2 * (min(end, place[1]) - max(start, place[0])) > place[1] - place[0]
        ]
        if covered:
            found.add((covered[0], covered[-1] + 1))
    return found


def count(passages: list[Passage], links: list[evaluate.Link]) -> dict[tuple[str, str], Counts]:
    """Return what one article adds to each measure and class."""
    totals = {(measure, one): [0.0, 0.0, 0.0, 0.0] for measure in ("exact", "begin", "jaccard") for one in CLASSES}
    for one in CLASSES:
        spans = {(span.start, span.end) for link in links for span in getattr(link, one)}
        for passage in passages:
            ours, gold = laid(passage, spans), passage.gold[one]
            shared = overlaps(ours, gold)
            hits = {
                "exact": float(len(ours & gold)),
                "begin": float(len({first for first, _ in ours} & {first for first, _ in gold})),
                "jaccard": sum(shared),
            }
            for measure, hit in hits.items():
                for at, value in enumerate((hit, len(ours), len(gold), len(shared))):
                    totals[measure, one][at] += value
    return {key: tuple(values) for key, values in totals.items()}


def overlaps(ours: set[Chunk], gold: set[Chunk]) -> list[float]:
    """
    Return the Jaccard overlaps of spans with their counterparts, the best pairs first; a span has one at most.

    >>> overlaps({(0, 4), (6, 8)}, {(0, 2), (3, 4)})
    [0.5]
    """
    pairs = sorted(
        (-shared / (max(a[1], b[1]) - min(a[0], b[0])), a, b)
        for a in ours
        for b in gold
        if (shared := min(a[1], b[1]) - max(a[0], b[0])) > 0
    )
    found, used = [], set[tuple[int, Chunk]]()
    for overlap, a, b in pairs:
        if used.isdisjoint({(0, a), (1, b)}):
            used |= {(0, a), (1, b)}
            found.append(-overlap)
    return found


def jaccard(counts: Counts) -> float:
    """Return the overlap over all spans, a pair counted once."""
    overlap, found, wanted, pairs = counts
    return overlap / (found + wanted - pairs) if found + wanted else 0.0


def _f1(counts: Counts) -> float:
    return f1(counts[:3])


def main() -> None:
    """Print the table."""
    articles = load()
    texts = {name: text for name, text, _ in evaluate.load("dev")}
    tokens = [place for passages in articles.values() for passage in passages for place in passage.places]
    known = sum(place is not None for place in tokens)
    print(f"CofeNet's valid passages of PolNeAR: {sum(map(len, articles.values()))} in {len(articles)} articles;")
    print(f"{known} of {len(tokens)} tokens found in the articles. In %, 95 % bootstrap interval over articles.\n")
    print("| system | class | exact F1 | begin F1 | Jaccard | articles/s |\n|---|---|---|---|---|---|")
    systems: dict[str, Callable[[], Callable[[str], list[evaluate.Link]]]] = {
        "nearest name (baseline)": lambda: evaluate.nearest_name,
        "textacy direct_quotations": load_textacy,
        "Crosswire, rules (`--fast`)": lambda: evaluate.crosswire,
        "Crosswire, encoder alone": lambda: evaluate.encoder,
        "Crosswire, joined (default)": lambda: evaluate.joined,
    }
    for name, loaded in systems.items():
        try:
            system = loaded()
        except AbsentError as missing:
            print(f"| {name} | {missing} | | | | |")
            continue
        begun = time.perf_counter()
        counts = [count(passages, system(texts[article])) for article, passages in articles.items()]
        pace = len(counts) / (time.perf_counter() - begun)
        for one in CLASSES:
            cells = [
                with_interval([row[measure, one] for row in counts], figure, scale=100)
                for measure, figure in (("exact", _f1), ("begin", _f1), ("jaccard", jaccard))
            ]
            print(f"| {name} | {one} | {' | '.join(cells)} | {pace:.0f} |", flush=True)
    for name, row in PUBLISHED.items():
        print(f"| {name} | source / cue / content | {row} | |")


if __name__ == "__main__":
    main()
