"""`crosswire edit`: correct a case; every correction is a decision with an author and a time, and can be undone."""

import datetime as dt
import getpass

import click

from crosswire.cli.console import json_option, print_json
from crosswire.cli.records import pair_of, show_records
from crosswire.model import Decision, DecisionKind

_EPILOG = """\b
Examples:
  crosswire edit talks.crosswire drop 17-harbour-post.txt --note "a hoax, withdrawn the same evening"
  crosswire edit talks.crosswire merge-origin 3f2a9c "Meridian Wire"
  crosswire edit talks.crosswire split-origin 3f2a9c
  crosswire edit talks.crosswire merge-actor "V. Hadrynsky" "Vasyl Hadrynskyi" --by "A. Analyst"
  crosswire edit talks.crosswire rate "Harbour Post" D
  crosswire edit talks.crosswire records
  crosswire edit talks.crosswire correct k4c1d deadline 2025-05-30 --note "the annex names the day"
  crosswire edit talks.crosswire strike i77ab
  crosswire edit talks.crosswire add-record incident violator=Kestria type=shelling day=2025-05-13 \\
      --source 21-northgate.txt --quote "shells hit a road outside the port"
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
    "correct": "FIELD VALUE",
    "strike": "",
    "add-record": "FIELD=VALUE",
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
correct RECORD FIELD VALUE   that field of a commitment, incident, position or round holds this
strike RECORD                it is no such record
add-record KIND FIELD=VALUE...
                             one more of them, with its --source and the words there that bear it out
undo NUMBER                  take a decision back
list                         show every decision
records                      show the rows that may be corrected, with their ids and fields

A date is written 2025-05-30, several actors as "A, B", a toll as LOW/BEST/HIGH; "none" empties a field.
"""


@click.command(epilog=_EPILOG, help=_HELP)
@click.argument("case_file", metavar="CASE")
@click.argument("kind", metavar="DECISION", type=click.Choice([*_VALUES, "list", "records"]))
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--source", metavar="REPORT", default="", help="The report that an added record is quoted from.")
@click.option("--quote", metavar="WORDS", default="", help="Its exact words, which bear the added record out.")
@click.option("--by", "author", metavar="NAME", help="Who decides (default: the user logged in).")
@click.option("--note", default="", metavar="TEXT", help="Why; shown wherever the decision shows.")
@json_option
def edit(
    case_file: str,
    kind: str,
    names: tuple[str, ...],
    source: str,
    quote: str,
    author: str | None,
    note: str,
    as_json: bool,
) -> None:
    """Correct a case."""
    from crosswire.case import Case

    with Case(case_file) as case:
        if kind in ("list", "records"):
            _require(kind, names, 0)
            show_records(case.dossier(), as_json) if kind == "records" else _show(case.decisions(), as_json)
            return
        subject, value, fields = _asked(kind, names, source)
        made = dt.datetime.now(dt.UTC).replace(microsecond=0)
        chosen: DecisionKind = kind  # type: ignore[assignment]  # click.Choice admits nothing else
        by = author or getpass.getuser()
        kept = case.decide(chosen, subject, value, author=by, made=made, note=note, fields=fields, quote=quote)
    _show([kept], as_json)


def _asked(kind: str, names: tuple[str, ...], source: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Return a decision's subject, value and fields as they were typed."""
    if kind == "correct":
        _require(kind, names, 3)
        return names[0], "", [(names[1], names[2])]
    if kind == "add-record":
        if not names:
            _require(kind, names, 1)
        return names[0], source, [pair_of(one) for one in names[1:]]
    _require(kind, names, 2 if _VALUES[kind] else 1)
    return names[0], names[1] if len(names) > 1 else "", []


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
        state = "  (taken back)" if str(one.number) in undone else ""
        why = f"  # {one.note}" if one.note else ""
        click.echo(f"{one.number:3}  {one.made:%Y-%m-%d %H:%M}  {one.author}: {one.words}{why}{state}")
