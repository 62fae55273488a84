"""Matters called by their last word once they were named in full: "the transit fee", and then "the fee"."""

import re
from collections.abc import Sequence

from crosswire.read.loaded import Hit

_TERM = re.compile(r"[A-Za-z][\w-]+(?: [\w-]+)* ([a-z][a-z-]{2,})\Z")
# Last words that talks have for all matters alike, and for no matter at all.
_ANY = frozenset(
    str.split("""
    plan plans deal deals talks agreement agreements accord proposal proposals process issue issues question terms term
    line lines side sides point points position positions country countries city town area areas region territory border
    people forces force troops army soldiers fire peace power state states government party parties system programme
    program project statement document memorandum meeting round level state work time date days weeks months years
    number numbers order right rights place group zone part parts control fighting hostilities violence case change
    war law day way man men end use
    status action actions crisis conflict situation security council court line support measures steps act hands
    """)
)
# A term's last word is that matter's again only where something points to it.
_POINTING = r"\b(?:the|its|their|his|her|that|this|those|these|such)(?: [a-z][\w-]+)? "


def named_again(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """
    Return the hits with the places where one matter's last word alone points back to it, in text order.

    >>> text = "They want a lower transit fee. The fee is unpaid."
    >>> [text[one.start : one.end] for one in named_again(text, [Hit(18, 29, "issue:fee")])]
    ['transit fee', 'fee']
    """
    heads: dict[str, tuple[int, str]] = {}
    several = set[str]()
    for hit in sorted(hits):
        match = _TERM.match(text[hit.start : hit.end].lower())
        if match is None or match[1] in _ANY:
            continue
        if heads.setdefault(match[1], (hit.end, hit.key))[1] != hit.key:
            several.add(match[1])
    wanted = [head for head in heads if head not in several]
    if not wanted:
        return list(hits)
    pattern = re.compile(f"{_POINTING}({'|'.join(map(re.escape, sorted(wanted)))})(?![\\w-])", re.IGNORECASE)
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    found = []
    for match in pattern.finditer(text):
        first, key = heads[match[1].lower()]
        if match.start() >= first and match.start(1) not in taken:
            found.append(Hit(match.start(1), match.end(1), key))
    return sorted((*hits, *found)) if found else list(hits)
