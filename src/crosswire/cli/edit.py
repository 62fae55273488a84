"""`crosswire edit`: correct a case; every correction is a decision with an author and a time, and can be undone."""

import datetime as dt
import getpass

import click

from crosswire.cli.console import json_option, print_json
from crosswire.model import Decision, DecisionKind

_EPILOG = """\b
Examples:
  crosswire edit talks.crosswire drop 17-harbour-post.txt --note "a hoax, withdrawn the same evening"
  crosswire edit talks.crosswire merge-origin 3f2a9c "Meridian Wire"
  crosswire edit talks.crosswire split-origin 3f2a9c
  crosswire edit talks.crosswire merge-actor "V. Hadrynsky" "Vasyl Hadrynskyi" --by "A. Analyst"
  crosswire edit talks.crosswire rate "Harbour Post" D
  crosswire edit talks.crosswire list
  crosswire edit talks.crosswire undo 2
"""
_VALUES: dict[str, str] = {
    "drop": "",
    "merge-origin": "OUTLET",
    "split-origin": "",
    "merge-outlet": "OUTLET",
    "merge-actor": "ACTOR",
    "split-actor": "SPELLING",
    "rate": "A-F",
    "undo": "",
}
_HELP = """Correct CASE by a decision, kept with its author and time and replayed on every run.

\b
drop REPORT                  leave a report out of everything
merge-origin REPORT OUTLET   count a report's own reporting as that outlet's
split-origin REPORT          count it as its own outlet's, whatever it copies
merge-outlet OUTLET OUTLET   the first is another name of the second
merge-actor ACTOR ACTOR      the first is the second
split-actor ACTOR SPELLING   that spelling is somebody else
rate OUTLET A-F              mark an outlet's reliability (Admiralty code)
undo NUMBER                  take a decision back
list                         show every decision
"""


@click.command(epilog=_EPILOG, help=_HELP)
@click.argument("case_file", metavar="CASE")
@click.argument("kind", metavar="DECISION", type=click.Choice([*_VALUES, "list"]))
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--by", "author", metavar="NAME", help="Who decides (default: the user logged in).")
@click.option("--note", default="", metavar="TEXT", help="Why; shown wherever the decision shows.")
@json_option
def edit(case_file: str, kind: str, names: tuple[str, ...], author: str | None, note: str, as_json: bool) -> None:
    """Correct a case."""
    from crosswire.case import Case

    with Case(case_file) as case:
        if kind == "list":
            _require(kind, names, 0)
            _show(case.decisions(), as_json)
            return
        _require(kind, names, 2 if _VALUES[kind] else 1)
        made = dt.datetime.now(dt.UTC).replace(microsecond=0)
        chosen: DecisionKind = kind  # type: ignore[assignment]  # click.Choice admits nothing else
        kept = case.decide(chosen, *names, author=author or getpass.getuser(), made=made, note=note)
    _show([kept], as_json)


def _require(kind: str, names: tuple[str, ...], wanted: int) -> None:
    if len(names) != wanted:
        listed = ", ".join(map(repr, names)) or "none"
        needs = "no name" if not wanted else f"{wanted} name{'s' if wanted > 1 else ''}"
        raise click.UsageError(f"{kind}: expected {needs}, found {listed}; see crosswire edit --help")


def _show(decisions: list[Decision], as_json: bool) -> None:
    if as_json:
        print_json({"decisions": decisions})
        return
    undone = {one.subject for one in decisions if one.kind == "undo"}
    for one in decisions:
        words = " ".join(word for word in (one.kind, one.subject, one.value) if word)
        state = "  (taken back)" if str(one.number) in undone else ""
        why = f"  # {one.note}" if one.note else ""
        click.echo(f"{one.number:3}  {one.made:%Y-%m-%d %H:%M}  {one.author}: {words}{why}{state}")
