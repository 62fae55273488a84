"""
A case of any size: BASIL, Timeline17 and ECB+ as they are, then generated stories made of them.

A generated story is a real one with its names, its rarer words and its numbers replaced throughout by those of another
draw and its dates moved: reports of it agree with each other as the real ones do, and with nothing else. One report in
five is also taken over by another outlet, cut short or under a new headline. Stories come whole, in a fixed order.
"""

import datetime as dt
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b

import msgspec

from bench import DATA
from crosswire.model import Article

BASIL = DATA / "basil" / "basil.jsonl"
T17 = DATA / "t17"
ECB = DATA / "ecbplus-docs" / "docs.jsonl"
INPUTS = (BASIL, T17, ECB)
# Words this common keep their place: speech verbs, function words, the vocabulary that reading knows.
COMMON = 2500
COPIED = 5
_PLACES = "Harbour Lake Valley Summit Delta Prairie Coast Northern Capital Meridian".split()
_OUTLETS = tuple(f"{place} {kind}" for kind in ("Post", "Herald", "Wire") for place in _PLACES)
_WORD = re.compile(r"[A-Za-z]{3,}|\d+")
_SYLLABLES = "ba ken tor mi la ved ru son dal pri os ke nar vil to gan se lim ha dor".split()

Story = list[Article]


def case(size: int) -> list[Article]:
    """Return `size` articles; a larger case holds every article of a smaller one."""
    real = sorted(_real(), key=lambda story: _hash(story[0].id))
    kept = [article for story in real for article in story][:size]
    for story in _generated(real, size - len(kept)):
        kept += story
    return kept[:size]


def _real() -> list[Story]:
    stories: dict[str, Story] = defaultdict(list)
    for row in map(msgspec.json.decode, BASIL.read_bytes().splitlines()):
        day = dt.date.fromisoformat(row["date"][:10])
        stories[row["story"]].append(Article(row["id"], row["text"], row["title"], row["source"], published=day))
    for at, row in enumerate(map(msgspec.json.decode, ECB.read_bytes().splitlines())):
        day = dt.date(2009, 1, 5) + dt.timedelta(days=7 * int(row["topic"]) + at % 3)
        stories[row["subtopic"]].append(Article(row["id"], row["text"], row["title"], _pick(row["id"]), published=day))
    for path in sorted(T17.glob("*/articles.jsonl")):
        for at, row in enumerate(map(msgspec.json.decode, path.read_bytes().splitlines())):
            day = dt.date.fromisoformat(row["date"])
            name = f"{path.parent.name}-{at}"
            week = f"{path.parent.name}-{day.toordinal() // 7}"
            stories[week].append(Article(name, row["text"], None, _pick(name), published=day))
    return list(stories.values())


def _generated(real: Sequence[Story], needed: int) -> Iterator[Story]:
    # Weeks of a long conflict are larger than any folder of one story.
    small = [story[:12] for story in real if len(story[0].text) < 12_000]
    words = Counter(word for story in small for article in story for word in _WORD.findall(article.text))
    rare = [word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[COMMON:] if word.islower()]
    made = draw = 0
    while made < needed:
        story = _redrawn(small[draw % len(small)], draw, rare)
        made, draw = made + len(story), draw + 1
        yield story


def _redrawn(story: Story, draw: int, rare: Sequence[str]) -> Story:
    rng = random.Random(draw)
    shuffled = list(rare)
    rng.shuffle(shuffled)
    new = dict(zip(rare, shuffled, strict=True))
    starts = {word for article in story for word in re.findall(r"(?:^|[.!?”\"\n] +|\n)([A-Z]\w+)", article.text)}
    days = dt.timedelta(days=rng.randrange(-400, 400))

    def replace(match: re.Match[str]) -> str:
        word = match[0]
        if word.isdigit():
            return str(int(word) + draw % 7) if len(word) < 4 else word
        if word.islower():
            return new.get(word, word)
        if word not in new:
            common = word in starts or len(word) < 4 or word.isupper()
            new[word] = word if common else "".join(rng.choices(_SYLLABLES, k=2 + len(word) // 6)).title()
        return new[word]

    found: Story = []
    for at, article in enumerate(story):
        text = _WORD.sub(replace, article.text)
        title = _WORD.sub(replace, article.title) if article.title else None
        name = f"g{draw}-{at}"
        day = article.published + days if article.published else None
        found.append(Article(name, text, title, _pick(name), published=day))
        if rng.randrange(COPIED) == 0:
            parts = text.split("\n\n")
            kept = "\n\n".join(parts[: max(1, rng.randrange(len(parts)) + 1)])
            found.append(Article(f"{name}c", kept, None, _pick(f"{name}c"), published=day))
    return found


def _pick(name: str) -> str:
    return _OUTLETS[_hash(name) % len(_OUTLETS)]


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
