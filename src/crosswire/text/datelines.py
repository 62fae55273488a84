"""Where a wire's dateline ends: "KYIV, June 2 (Reuters) - " says where and by whom a report was written, not what."""

import re

# A dateline opens the body; a title, a byline and a date may stand before it.
FIRST_SENTENCES = 8
_MARK = r"(?:--?|[-–—])"
# Capitals of any script, a place of several words, its country or state, and the day.
_TOWN = r"[^\W\da-z_]{3,20}(?:[ .'’/-]{1,2}[^\W\da-z_]{2,20}){0,3}"
_PLACE = r"[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,3}"
_AGENCY = rf"\((?=[A-Z])[^()\n]{{2,40}}\)\s{{0,2}}{_MARK}\s*(?=\S)"
# "LIMA | Tue May 4, 2027 11:54 am EST ": a web page's stamp before the wire's own dateline.
_STAMP = (
    rf"{_TOWN} \| (?:[A-Z][a-z]{{2,8}},? )?[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, (?:19|20)\d\d"
    r" \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?\s+"
)
_DATELINE = re.compile(
    rf"(?:{_STAMP})?(?:"
    # "LIMA, Peru, May 4 (Agency) - "
    rf"{_TOWN}(?:,[^\n()\"“”;:]{{1,40}})?\s?{_AGENCY}"
    # "Lima, Nov 12 (Agency) - ", "Lima, November 12, 2027 (Agency) - ", "(Agency) - "
    rf"|(?:[A-Z][^\n()\"“”;:]{{1,50}} \d{{1,2}}(?:, (?:19|20)\d\d)?,?\s)?{_AGENCY}"
    # "Lima (Peru) (Agency) - ", "Lima, 4-5-2027 (Agency) - "
    rf"|{_PLACE}(?: \([A-Z][\w ]{{2,40}}\)|, \d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}})?\s{_AGENCY}(?![a-z])"
    # "(Lima, 4 May 2027) – "
    rf"|\([A-Z][^\n()\"“”;:]{{2,40}}, (?:\d{{1,2}} )?[A-Z][a-z]{{2,8}}(?: \d{{1,2}},)? (?:19|20)\d\d\)"
    rf"\s{{0,2}}{_MARK}\s*(?=\S)"
    # "AUGUSTA, Me. — "
    rf"|{_TOWN}(?:, (?:[A-Z][\w. ]{{1,20}}|(?:19|20)\d\d)){{0,3}}\s{{1,2}}{_MARK}\s+(?=\S)"
    # "Lima, AGENCY – May 4, 2027 – "
    rf"|{_PLACE}, [A-Z]{{2,8}}\s{{1,2}}{_MARK}\s[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, (?:19|20)\d\d\s{{1,2}}{_MARK}\s+(?=\S)"
    # "Lima, AGENCY – "
    rf"|{_PLACE}, [A-Z]{{3,8}}\s{{1,2}}{_MARK}\s+(?=[A-Z\"“])"
    # "4 May 27 11:54 GMT ": a page's stamp without a place
    r"|\d{1,2} [A-Z][a-z]{2,8} (?:19|20)?\d\d,? \d{1,2}:\d\d [A-Z]{2,4}\s+(?=[A-Z\"“])"
    # "LIMA, May 4 AGENCY - "
    rf"|{_TOWN}, [A-Z][a-z]{{2,8}}\.? \d{{1,2}} [A-Z]{{2,8}}\s{{1,2}}{_MARK}\s+(?=\S)"
    # "MOSCOW, November 12. /AGENCY/. "
    rf"|{_TOWN}[^\n()\"“”;:/]{{0,50}} /[A-Z][\w ]{{1,20}}/\.?\s+(?=\S))"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """
    Return where the sentence at `start`-`end` begins after its dateline; `start` where it has none.

    >>> text = "LIMA, Peru, May 4 (Agency) - The ministers met."
    >>> text[dateline_end(text, 0, len(text)):]
    'The ministers met.'
    """
    if "a" <= text[start : start + 1] <= "z":
        return start  # as most of what is said does, no dateline begins with a small letter
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start
