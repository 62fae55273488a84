"""
Score persons, organisations and places on Universal NER's English EWT (dev): exact spans with the right kind.

    python -m bench.quality.entities.ewt

Web text: answers, letters, reviews, blogs and news (Mayhew et al. 2024). The join's three thresholds were
chosen on it and on worldwide_ner dev; nothing else. A document is
read as running text; its adjectives of nationality are no names in the gold. Facilities count as places.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from bench import DATA
from bench.peers.intervals import f1, with_interval
from bench.quality.entities.worldwide import Marked
from crosswire.model import Article
from crosswire.packs import load as load_packs
from crosswire.read import EncoderAnnotator, RuleAnnotator
from crosswire.read.encoder import load as load_encoder
from crosswire.read.segment import segment

FILE = DATA / "uner_english_ewt" / "en_ewt-ud-dev.iob2"
KINDS = ("person", "organisation", "place")
_GOLD = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_SEEN = {"facility": "place"}
_ACTORS = {"person": "person", "body": "organisation", "outlet": "organisation", "place": "place", "state": "place"}
_NAMED = ("name", "surname", "metonym")
Name = tuple[int, int, str]
Counts = tuple[float, float, float]


def load() -> list[Marked]:
    """Return the documents as running text with their marked names."""
    return [_document(*block.split("\n", 1)) for block in FILE.read_text(encoding="utf-8").split("# newdoc id = ")[1:]]


def _document(name: str, table: str) -> Marked:
    text, place = "", 0
    names: list[Name] = []
    for line in table.splitlines():
        if line.startswith("# text = "):
            place = len(text) + bool(text)
            text = f"{text} {line[9:]}" if text else line[9:]
        elif "\t" in line:
            _, token, tag = line.split("\t")[:3]
            start = text.index(token, place)
            place = start + len(token)
            kind = _GOLD.get(tag[2:])
            if tag[0] == "I" and names:
                names[-1] = (names[-1][0], place, names[-1][2])
            elif kind:
                names.append((start, place, kind))
    return Marked(name, text, tuple(names))


def readers() -> Iterator[tuple[str, Callable[[Article], set[Name]]]]:
    """Yield the readers to compare: rules, the encoder alone, both joined."""
    packs, encoder = load_packs(), load_encoder()

    def alone(article: Article) -> set[Name]:
        found = encoder.read(article, segment(article)[0]).entities
        return {(one.span.start, one.span.end, _SEEN.get(one.kind, one.kind)) for one in found}

    def by(annotator: RuleAnnotator) -> Callable[[Article], set[Name]]:
        def named(article: Article) -> set[Name]:
            reading = annotator.annotate(article, packs)
            kinds = {actor.id: _ACTORS.get(actor.kind, "") for actor in reading.actors}
            return {
                (one.start, one.end, kinds[one.actor])
                for one in reading.mentions
                if one.actor is not None and one.kind in _NAMED
            }

        return named

    yield "rules", by(RuleAnnotator())
    yield "encoder alone", alone
    yield "joined (default)", by(EncoderAnnotator(encoder))


def count(found: set[Name], row: Marked, kinds: tuple[str, ...]) -> Counts:
    """Return how many names of some kinds are right, found and wanted in a document."""
    ours, gold = ({one for one in names if one[2] in kinds} for names in (found, set(row.entities)))
    return float(len(ours & gold)), float(len(ours)), float(len(gold))


def main() -> None:
    """Print the table."""
    rows = load()
    wanted = Counter(kind for row in rows for _, _, kind in row.entities)
    print(f"UNER English EWT dev: {len(rows)} documents, {', '.join(f'{wanted[kind]} {kind}' for kind in KINDS)}")
    print("F1 on exact spans with their kind, %, 95 % bootstrap interval over documents\n")
    print(f"| reader | {' | '.join(KINDS)} | all three |")
    print("|---" * (len(KINDS) + 2) + "|")
    for name, reader in readers():
        found = [(reader(Article(row.name, row.text)), row) for row in rows]
        cells = [
            with_interval([count(ours, row, kinds) for ours, row in found], f1, scale=100)
            for kinds in (*((kind,) for kind in KINDS), KINDS)
        ]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
