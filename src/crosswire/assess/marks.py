"""Say in a line's small print what the user's hand did to the record it shows."""

import msgspec

from crosswire.model import Commitment, Incident, Line, Position, Round


def marked(line: Line, record: Commitment | Incident | Position | Round) -> Line:
    """Return a record's line with a word for each correction of it; unchanged where there is none."""
    if not record.marks:
        return line
    told = [line.note or "", *(mark.label for mark in record.marks)]
    return msgspec.structs.replace(line, note="; ".join(filter(None, told)))
