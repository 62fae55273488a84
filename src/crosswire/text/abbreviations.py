"""Names in capitals that would be function words in small letters: "US" and "us", "WHO" and "who", "IS" and "is"."""

import re

_NAMES = ("US", "WHO", "IS", "IT")
_NAME = re.compile(rf"(?<![\w.'’&-])(?:{'|'.join(_NAMES)})(?![\w&$])")
# Characters on either side in which a small letter shows that not all is in capitals.
_AROUND = 24
_SENTENCE = re.compile(r"[.!?]\s|\n")


def keep_names(text: str, folded: str) -> str:
    """
    Return `folded`, which is `text` in lower case and as long, with such names in capitals again.

    >>> text = "It is the US that told us. LET US GO"
    >>> keep_names(text, text.lower())
    'it is the US that told us. let us go'
    """
    if not any(name in text for name in _NAMES):
        return folded
    pieces, done = [], 0
    for match in _NAME.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        near = _SENTENCE.split(before)[-1] + _SENTENCE.split(after)[0]
        if any(map(str.islower, near)):
            pieces += [folded[done:start], match.group()]
            done = end
    return "".join([*pieces, folded[done:]]) if pieces else folded
