"""
Score the pipeline on the demo case: found of planted, kind by kind, and every miss with what was found instead.

    python -m bench.quality.demo.evaluate [--case strike] [--encoder] [RESULT.json]

`CHECKS` are the bar the tests hold the pipeline to; `RATES` are only counted.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.quality.demo import findings, reports, sayings
from bench.quality.demo.case import CASES, DEMO, Case, Item, load_case
from crosswire.read import choose_annotator

Check = Callable[[Case, Item], list[str]]

CHECKS: Mapping[str, Check] = {
    "articles": reports.article,
    "page_roles": reports.page_line,
    "copies": reports.copy,
    "not_copies": reports.not_copy,
    "same_actor": reports.same_actor,
    "different_actors": reports.different_actors,
    "statements": sayings.statement,
    "not_statements": sayings.not_statement,
    "cites": sayings.cite,
    "positions": sayings.position,
    "commitments": sayings.commitment,
    "totals": sayings.running_total,
    "ceasefires": sayings.ceasefire,
    "framing": sayings.frame,
    "disputes": findings.dispute,
    "not_disputes": findings.not_dispute,
    "corroborated": findings.corroborated,
    "single_origin": findings.single_origin,
    "must_not_merge": findings.must_not_merge,
    "timeline": findings.timeline,
    "watch": findings.watch,
}

RATES: Mapping[str, tuple[str, Check]] = {
    "act of statements": ("statements", sayings.act_of),
    "mode of statements": ("statements", sayings.mode_of),
    "disputes shown": ("disputes", lambda case, item: findings.shown(case, "disagreements", item)),
    "positions shown": ("positions", lambda case, item: findings.shown(case, "positions", item)),
    "timeline shown": ("timeline", lambda case, item: findings.shown(case, "timeline", item)),
    "watch shown": ("watch", lambda case, item: findings.shown(case, "watch", item)),
}


def truth(folder: Path = DEMO) -> dict[str, Any]:
    """Return what was planted, as recorded in a demo case's truth.json."""
    recorded: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return recorded


def planted(truth: Mapping[str, Any]) -> Iterator[tuple[str, str, Item]]:
    """Yield every planted item as (kind, readable id, item), nested ones taken apart."""
    spread: dict[str, list[Item]] = {kind: list(truth.get(kind, ())) for kind in CHECKS}
    spread["copies"] = [{**group, **member} for group in truth["copies"] for member in group["members"]]
    spread["page_roles"] = [{**line, "ref": page["ref"]} for page in truth["page_roles"] for line in page["lines"]]
    spread["not_statements"] = [
        {**words, "id": one["id"]} for one in truth["not_statements"] for words in one["evidence"]
    ]
    spread["different_actors"] = [{"pair": pair} for pair in truth["different_actors"]]
    spread["framing"] = [{**term, "topic": one["topic"]} for one in truth["framing"] for term in one["terms"]]
    spread["commitments"] = [one for deal in truth["commitments"] for one in _deliveries(deal)]
    spread["totals"] = [
        {"id": f"after-{one['date']}", "evidence": one["evidence"], "numbers": [one["total"], one["remaining"]]}
        for deal in truth["commitments"]
        for one in deal["deliveries"]
    ]
    spread["ceasefires"] = [one for truce in truth["ceasefires"] for one in _truce(truce)]
    for kind, items in spread.items():
        taken: dict[str, int] = {}
        for item in items:
            name = _name(kind, item)
            taken[name] = taken.get(name, 0) + 1
            yield kind, name if taken[name] == 1 else f"{name}-{taken[name]}", item


def _deliveries(deal: Item) -> Iterator[Item]:
    yield {"id": "promise", "number": deal["promised"], "date": None, "evidence": deal["promise"]}
    for one in deal["deliveries"]:
        delivery = {"id": f"delivery-{one['date']}", "number": one["number"], "date": one["date"]}
        yield {**delivery, "evidence": one["evidence"], "deed": one.get("deed")}


def _truce(truce: Item) -> Iterator[Item]:
    blank = {"by": None, "against": None, "date": None, "acts": ()}
    yield {**blank, "id": "declared", "what": "the truce from its first day", "date": truce["from"]} | {
        "evidence": truce["declared"]
    }
    yield {**blank, "id": "broken", "what": "accusations of a breach", "date": truce["broken"]} | {
        "acts": ("ACCUSE", "VIOLATE"),
        "evidence": truce["broken_evidence"],
    }
    for one in truce["accusations"]:
        yield {**blank, **one, "id": f"accused-by-{one['by']}", "what": f"{one['by']} accuses {one['against']}"}
    yield {**blank, "id": "suspended", "what": "the suspension", "date": truce["suspended"]} | {
        "by": truce["suspended_by"],
        "evidence": truce["suspension"],
    }


def _name(kind: str, item: Item) -> str:
    number = item.get("ref", "")[:2] + (item.get("ref", "").partition("#")[2] and "#" + item["ref"][-1])
    names: dict[str, Callable[[], str]] = {
        "articles": lambda: item["ref"],
        "copies": lambda: f"{item['id']}-{number}",
        "page_roles": lambda: f"line-{item['line']}-{item['role']}",
        "same_actor": lambda: item["actor"],
        "different_actors": lambda: " and ".join(item["pair"]),
        "positions": lambda: f"{item['party']}-{item['issue']}-{item['round']}-{item['act']}",
        "framing": lambda: f"{item['outlet']}-{item['term']}",
        "statements": lambda: f"{number}-{' '.join(item['quote'].split()[:6])}",
        "timeline": lambda: f"{item['date']}-{item['event']}",
        "watch": lambda: f"{item['kind']}-{' '.join(item['evidence'][0]['quote'].split()[:6])}",
    }
    return re.sub(r"[^\w#.-]+", "-", names.get(kind, lambda: item["id"])()).strip("-")


def score(case: Case) -> dict[str, dict[str, list[str]]]:
    """Return what is wrong with each planted item, by kind and id; nothing wrong is an empty list."""
    result: dict[str, dict[str, list[str]]] = {}
    for kind, name, item in planted(case.truth):
        result.setdefault(kind, {})[name] = CHECKS[kind](case, item)
        for rate, (of, check) in RATES.items():
            if of == kind:
                result.setdefault(f"rate: {rate}", {})[name] = check(case, item)
    return result


def main() -> None:
    """Print the table, the misses and what was found beside the planted; write all of it as JSON when asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--case", choices=sorted(CASES), default="talks")
    options.add_argument("--encoder", action="store_true", help="read with the encoder, not by rules alone")
    options.add_argument("target", nargs="?")
    asked = options.parse_args()
    target = asked.target
    case = load_case(choose_annotator() if asked.encoder else None, CASES[asked.case])
    result = score(case)
    extra = {
        "articles counted under another outlet": reports.false_folds(case),
        "disputes not planted": findings.unplanted_disputes(case),
        "claims with two or more origins not planted": findings.unplanted_corroboration(case),
    }
    where = {(kind, name): findings.quotes(dict(item)) for kind, name, item in planted(case.truth)}
    for kind, items in result.items():
        print(f"{kind:32} {sum(not wrong for wrong in items.values()):4} / {len(items)}")
    for kind, items in result.items():
        for name, wrong in items.items():
            if wrong:
                print(f"\nMISS {kind}: {name}")
                for one in where.get((kind, name), ())[:4]:
                    print(f"    planted {one['ref']}: {one['quote']!r}")
                for problem in wrong[:4]:
                    print(f"    {problem[:900]}")
    for title, lines in extra.items():
        print(f"\n{title}: {len(lines)}")
        for line in lines:
            print(f"    {line[:500]}")
    if target:
        Path(target).write_text(json.dumps({"items": result, "beside": extra}, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
