"""The rows of a case that its user may correct: their ids, their fields, and the words they rest on."""

import click

from crosswire.cli.console import print_json
from crosswire.model import Dossier, Mark


def show_records(dossier: Dossier, as_json: bool) -> None:
    """Print every commitment, incident, position and round with its id and what its fields hold."""
    from crosswire.weigh.naming import records_of
    from crosswire.weigh.record_fields import FIELDS, NONE, get

    held = [(kind, one) for kind, listed in records_of(dossier).items() for one in listed]
    if as_json:
        print_json(
            [{"kind": kind, "id": one.id} | {name: get(one, name) for name in FIELDS[kind]} for kind, one in held]
        )
        return
    for kind, one in held:
        values = ((name, get(one, name)) for name in FIELDS[kind])
        told = ", ".join(f"{name}={value}" for name, value in values if value != NONE)
        click.echo(f"{one.id}  {kind}: {told}")
        click.echo(f"    {' '.join(one.evidence[0].quote.split())}" if one.evidence else "")
        echo_marks(one.marks)


def echo_marks(marks: tuple[Mark, ...]) -> None:
    """Print what the user's hand did to a record, under it."""
    for mark in marks:
        click.echo(f"    {mark.label}")


def pair_of(text: str) -> tuple[str, str]:
    """
    Read FIELD=VALUE.

    >>> pair_of("alleged_by=Valmora, Estavia")
    ('alleged_by', 'Valmora, Estavia')
    """
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise click.UsageError(f"expected FIELD=VALUE, found {text!r}; see crosswire edit --help")
    return name.strip(), value.strip()
