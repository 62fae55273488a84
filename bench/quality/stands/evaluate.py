"""
Score the stands of single sentences on the marked reports of `bench/gold/stands`: the rules, and with the encoder.

    python -m bench.quality.stands.evaluate [test|train1 ... train5] [--encoder] [--errors]

A stand is a sentence, a party and a kind (demand, offer, accept, reject, condition, red_line); `recall on the right
issue` counts those found whose issue is the marked one, too, by the sentence's own words (weighing finds some by what
stood before): a share of all that are marked, for of those found it falls as more are. `test.txt` was written by
another hand than the other files; `--errors` is for these alone.
"""

import argparse
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from bench.quality.stands.corpus import GOLD, Marked, marked
from crosswire.model import Article, Region
from crosswire.packs import PackActor, PackIssue, Packs, load
from crosswire.read import choose_annotator, read_many
from crosswire.weigh.held import STANCE

_HEADER = re.compile(r"# scenario: ([^|]+)\| parties: ([^|]+)(?:\| others: ([^|]*))?\| issues: (.+)$")
_TITLES = (
    r"(?:(?:Prime |Foreign |Finance |Trade )?(?:Minister|President|Secretary)|General|Colonel|Admiral|Captain|Commander"
)
_PERSON = re.compile(_TITLES + r"|Ambassador|Commissioner|Madame|Dame|Sir|Dr|Cllr|Senator|Governor|Mayor|Judge|Lord) ")
Stand = tuple[int, str, str]


class Scenario(NamedTuple):
    """The talks of one header: the packs that know its parties and issues, and its reports."""

    name: str
    packs: Packs
    reports: list[list[Marked]]


def scenarios(name: str) -> Iterator[Scenario]:
    """Yield the scenarios of one file."""
    for block in (GOLD / f"{name}.txt").read_text(encoding="utf-8").split("# scenario: ")[1:]:
        header, *lines = ("# scenario: " + block).splitlines()
        found: list[list[Marked]] = [[]]
        for line in lines:
            if line.strip():
                found[-1].append(marked(line.strip()))
            else:
                found.append([])
        match = _HEADER.match(header)
        assert match is not None, header
        actors = [one for part in (match[2], match[3] or "") for entry in part.split(";") for one in _actors(entry)]
        issues = [_issue(entry) for entry in match[4].split(";") if "=" in entry]
        packs = load("core", "negotiation")
        packs = msgspec.structs.replace(
            packs, actors=(*packs.actors, *actors), issues=(*packs.issues, *issues), digest=f"{name}-{match[1]}"
        )
        yield Scenario(match[1].strip(), packs, [report for report in found if report])


def _actors(entry: str) -> Iterator[PackActor]:
    """Yield the party of an entry "id=Name, alias, the noun, Person (role)" and the people who speak for it."""
    party, _, listed = entry.strip().partition("=")
    names = [name.strip() for name in listed.split(",") if name.strip()]
    if not names:
        return
    people = [name for name in names if "(" in name or _PERSON.match(name)]
    plain = [name for name in names if name not in people]
    nouns = tuple(name.removeprefix("the ") for name in plain[1:] if name.islower())
    others = tuple(name.removeprefix("the ") for name in plain[1:] if not name.islower())
    if plain:
        yield PackActor(party, plain[0], "body", party, aliases=others, nouns=nouns)
    for number, person in enumerate(people):
        name, _, role = person.partition("(")
        bare = _PERSON.sub("", name.strip())
        roles = (role.rstrip(") "),) if role else ()
        yield PackActor(f"{party}-{number}", bare, "person", party, roles=roles)


def _issue(entry: str) -> PackIssue:
    ident, _, words = entry.strip().partition("=")
    terms = tuple(word.strip().removeprefix("the ") for word in words.split(",") if word.strip())
    return msgspec.convert({"id": ident, "name": terms[0], "terms": terms}, PackIssue)


def told(scenario: Scenario, *, fast: bool) -> Iterator[tuple[Marked, set[tuple[str, str]], set[tuple[str, str, str]]]]:
    """Yield each sentence with the stands found in it, as party and kind, and as party, kind and issue."""
    articles, places = [], []
    for number, report in enumerate(scenario.reports):
        text = "Talks\n\n"
        starts = []
        for at, one in enumerate(report):
            text += ("" if not at else "\n\n" if at % 3 == 0 else " ") + one.text
            starts.append(len(text) - len(one.text))
        regions = (Region(0, 5, "title"), Region(7, len(text), "body"))
        day = dt.date(2031, 3, 1 + number)
        articles.append(
            Article(f"r{number}", text, title="Talks", outlet=f"Paper {number}", published=day, regions=regions)
        )
        places.append(starts)
    party = {one.id: one.party or one.id for one in scenario.packs.actors}
    # A report that gives a surname alone: weighing joins it to the full name that another report gives.
    people = [one for one in scenario.packs.actors if one.kind == "person" and one.party]
    party |= {one.name.split()[-1].lower(): one.party or one.id for one in people}
    own = {one.id for one in scenario.packs.issues} - {one.id for one in load("core", "negotiation").issues}
    readings = read_many(articles, scenario.packs, annotator=choose_annotator(fast=fast))
    for report, starts, reading in zip(scenario.reports, places, readings, strict=True):
        for one, start in zip(report, starts, strict=True):
            here = [
                (actor, move.act, move.issues or move.beside)
                for move in reading.moves
                if start <= move.clause.start < start + len(one.text)
                for actor in (move.agent, move.target if move.joint else None)
            ] + [
                (said.agent or said.speaker, said.act, said.issues)
                for said in reading.statements
                if start <= said.contents[0].start < start + len(one.text) and not said.negated
            ]
            kept = [(party.get(who, who), STANCE[act], issues) for who, act, issues in here if who and act in STANCE]
            pairs = {(who, kind) for who, kind, _ in kept}
            triples = {(who, kind, issue) for who, kind, issues in kept for issue in own.intersection(issues)}
            yield one, pairs, triples


def score(name: str, *, fast: bool) -> tuple[dict[str, float], list[str]]:
    """Return precision, recall and the share on the right issue, and the errors in words."""
    right = made = there = issue = 0
    errors = []
    for scenario in scenarios(name):
        for one, pairs, triples in told(scenario, fast=fast):
            kinds = {"redline": "red_line"}
            wanted = {(who, kinds.get(it.kind, it.kind), it.issue) for it in one.stands for who in it.parties}
            plain = {(who, kind) for who, kind, _ in wanted}
            right, made, there = right + len(plain & pairs), made + len(pairs), there + len(plain)
            issue += len({(who, kind) for who, kind, on in wanted if (who, kind, on) in triples} & pairs)
            if plain != pairs:
                errors.append(
                    f"{scenario.name}: missed {sorted(plain - pairs)} invented {sorted(pairs - plain)}: {one.text}"
                )
    figures = {
        "precision": right / max(1, made),
        "recall": right / max(1, there),
        "recall on the right issue": issue / max(1, there),
    }
    return figures, errors


def main() -> None:
    """Print the table of one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="test")
    parser.add_argument("--encoder", action="store_true", help="read with the trained encoder")
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up (training files only)")
    options = parser.parse_args()
    figures, errors = score(options.name, fast=not options.encoder)
    print(options.name, {name: round(value, 3) for name, value in figures.items()})
    if options.errors and options.name != "test":
        print("\n".join(errors))


if __name__ == "__main__":
    main()
