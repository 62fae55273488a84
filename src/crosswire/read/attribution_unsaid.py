"""What somebody has not said yet is nobody's words: "the army has yet to say whether it will come"."""

from collections.abc import Sequence

from crosswire.model import Attribution, Span

_LEADS = (" yet to ", " still to ")
# Letters before a reporting verb in which these stand.
_REACH = 10


def without_unsaid(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """
    Return the attributions without those whose reporting verb has "yet to" before it.

    The report tells that nothing was said.
    """
    return [one for one in found if one.cue is None or not _is_unsaid(text, one.cue)]


def _is_unsaid(text: str, cue: Span) -> bool:
    before = text[max(0, cue.start - _REACH) : cue.end].lower()
    return any(lead in before for lead in _LEADS)
