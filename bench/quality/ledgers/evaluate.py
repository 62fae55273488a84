"""
Score both ledgers on the report sets of `bench/gold/ledgers`: rows found, rows invented, and each field of a found row.

    python -m bench.quality.ledgers.evaluate [--split dev|test|demo] [--misses]

A commitment is found when deed and promisors agree, and the count where the gold has one; an incident when violator,
kind and day agree. Fields are scored over the rows found, and only where the gold gives the field.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.quality.demo.case import load_case
from crosswire.model import Article, Commitment, Dossier, Incident, Region
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

GOLD = Path(__file__).resolve().parents[2] / "gold" / "ledgers"
COMMITMENT_FIELDS = ("promisees", "deadline", "starts", "form", "status", "delivered")
INCIDENT_FIELDS = ("alleged_by", "place", "killed", "wounded", "response", "times")

Item = Mapping[str, Any]


def read_gold(split: str | None = None) -> list[Item]:
    """Return the report sets of one half, or all."""
    rows = [json.loads(line) for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if split in (None, row["split"])]


def articles_of(item: Item) -> list[Article]:
    """Return a set's reports as articles."""
    import datetime as dt

    return [
        Article(
            f"{item['name']}-{at}",
            one["text"],
            outlet=one["outlet"],
            published=dt.date.fromisoformat(one["date"]),
            genre=one["genre"],
            regions=(Region(0, len(one["text"]), "body"),),
        )
        for at, one in enumerate(item["reports"])
    ]


def weighed(articles: Sequence[Article]) -> Dossier:
    """Read and weigh articles with the gold's pack."""
    packs = load("core", "negotiation", str(GOLD / "pack"))
    return weigh(articles, [read_article(article, packs) for article in articles], packs.outlets)


def fields_of(found: Commitment | Incident) -> dict[str, Any]:
    """Return a found row's fields as the gold writes them."""
    if isinstance(found, Commitment):
        return {
            "promisees": sorted(found.promisees),
            "deadline": found.deadline and found.deadline.isoformat(),
            "starts": found.starts and found.starts.isoformat(),
            "form": found.form,
            "status": found.status,
            "delivered": found.delivered,
        }
    tolls = {one.kind: one.best for one in found.tolls}
    return {
        "alleged_by": sorted(found.alleged_by),
        "place": found.place and _plain(found.place),
        "killed": tolls.get("killed"),
        "wounded": tolls.get("wounded"),
        "response": found.response,
        "times": found.times and found.times.low,
    }


def pairs(gold: Sequence[Item], found: Sequence[Commitment | Incident]) -> Iterator[tuple[Any, Any]]:
    """
    Yield each gold row with the found row that is it, None on either side for a miss or an invention.

    An `optional` row may be read either way: it is neither missed nor made up.
    """
    left = list(found)
    for item in sorted(gold, key=_looseness):
        fitting = [one for one in left if _is(item, one)]
        match = min(fitting, key=lambda one: not _same_day(item, one), default=None)
        if match is not None:
            left.remove(match)
        if not item.get("optional"):
            yield item, match
    for one in left:
        yield None, one


def _looseness(item: Item) -> tuple[bool, bool, bool]:
    """Order rows so that one which says more of itself is looked for first."""
    return item.get("optional", False), item.get("deed", "") is None, item.get("deadline", "") is None


def _same_day(item: Item, found: Commitment | Incident) -> bool:
    due = getattr(found, "deadline", None)
    return "deadline" not in item or item["deadline"] == (due and due.isoformat())


def _is(item: Item, found: Commitment | Incident) -> bool:
    """Tell whether a found row is the gold's; of an incident told in two ways, either is right."""
    if item.get("optional") and not any(item["quote"] in " ".join(one.quote.split()) for one in found.evidence):
        return False
    if isinstance(found, Commitment):
        same = item["deed"] in (None, found.deed) and item["promisors"] == sorted(found.promisors)
        return bool(same and item["promised"] == found.promised)
    day = found.day and found.day.isoformat()
    days = item.get("days") or [item["day"]]
    kinds = item.get("types") or [item["type"]]
    return bool(item["violator"] == found.violator and found.type in kinds and day in days)


def score(split: str | None = None) -> tuple[dict[str, float], list[str]]:
    """Return precision and recall of both kinds, the share of right fields, and every miss in words."""
    counts, misses = tally(_demo() if split == "demo" else _sets(split))
    return shares_of(counts), misses


def tally(sets: Iterable[tuple[Item, Dossier]]) -> tuple[Counter[str], list[str]]:
    """Count what was found, invented and right over sets and what the pipeline made of them, and tell every miss."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for item, dossier in sets:
        for kind, fields in (("commitments", COMMITMENT_FIELDS), ("incidents", INCIDENT_FIELDS)):
            for wanted, found in pairs(item[kind], getattr(dossier, kind)):
                counts[f"{kind} gold"] += wanted is not None
                counts[f"{kind} found"] += found is not None
                counts[f"{kind} right"] += wanted is not None and found is not None
                if wanted is None or found is None:
                    misses.append(
                        f"{item['name']}: {'INVENTED' if wanted is None else 'MISSED'} {_brief(wanted or found)}"
                    )
                    continue
                have = fields_of(found)
                for field in fields:
                    if wanted[field] in (None, []):
                        continue
                    counts[f"{kind} {field} of"] += 1
                    want = _plain(wanted[field]) if field == "place" else wanted[field]
                    counts[f"{kind} {field} right"] += want == have[field]
                    if want != have[field]:
                        misses.append(
                            f"{item['name']}: {field} {wanted[field]!r}, found {have[field]!r} | {_brief(found)}"
                        )
    return counts, misses


def _plain(place: str) -> str:
    """Return a place's name or id as words: a place that no list knows has no id."""
    return place.lower().replace("-", " ")


def _sets(split: str | None) -> Iterator[tuple[Item, Dossier]]:
    for item in read_gold(split):
        yield item, weighed(articles_of(item))


def _demo() -> Iterator[tuple[Item, Dossier]]:
    """Yield what the demo case tells of, and what the pipeline makes of it."""
    case = load_case()
    yield {"name": "demo", **case.truth["ledger"]}, case.dossier


def shares_of(counts: Counter[str]) -> dict[str, float]:
    """Return precision, recall and the share of right fields that counts make."""
    shares: dict[str, float] = {}
    for kind, fields in (("commitments", COMMITMENT_FIELDS), ("incidents", INCIDENT_FIELDS)):
        shares[f"{kind} precision"] = counts[f"{kind} right"] / max(1, counts[f"{kind} found"])
        shares[f"{kind} recall"] = counts[f"{kind} right"] / max(1, counts[f"{kind} gold"])
        for field in fields:
            if counts[f"{kind} {field} of"]:
                shares[f"{kind} {field}"] = counts[f"{kind} {field} right"] / counts[f"{kind} {field} of"]
    return shares


def _brief(row: Any) -> str:
    if isinstance(row, Commitment):
        quote = " ".join(row.content.quote.split())
        return f"{row.promisors} {row.deed} {row.promised} {row.status} <{quote[:160]}>"
    if isinstance(row, Incident):
        return f"{row.violator} {row.type} {row.day} {row.place} <{' '.join(row.evidence[0].quote.split())[:160]}>"
    return str(dict(row))


def main() -> None:
    """Print the table of one half, and its misses when asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", choices=["dev", "test", "demo"])
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    shares, misses = score(options.split)
    for name, value in shares.items():
        print(f"{name:28} {value:.3f}")
    if options.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
