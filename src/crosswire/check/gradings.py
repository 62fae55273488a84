"""How a report grades itself behind a sentence: "(reported; low confidence; 2 sources)" is not in the sources."""

import re

import msgspec

from crosswire.model import Article

# Grades stand behind the sentence's end and its marks; one level of brackets may stand inside.
_GRADED = re.compile(
    r"(?P<before>[.!?:”\"’)\]*\s])\s{0,4}(?P<grade>[(\[]\s?(?:"
    r"(?:claimed|reported|assessed|confirmed|corroborated|disputed|denied|unverified|unconfirmed)(?:;[^()\[\]]{1,300}"
    r"(?:\([^()]{0,200}\)[^()\[\]]{0,200}){0,6})?"
    r"|(?:very )?(?:high|medium|moderate|low)(?:[- ](?:to|–|-)?[- ]?(?:high|medium|moderate|low))? "
    r"(?:confidence|certainty|reliability)(?:;[^()\[\]]{1,200})?"
    r"|(?:confidence|certainty|reliability)\s?(?:level)?\s?[:=]\s?[^()\[\]]{1,40})\s?[)\]])"
)


def without_gradings(report: Article) -> Article:
    """
    Blank a report's grades of its own sentences out, every offset kept.

    >>> text = "The bridge reopened. (reported; low confidence; 1 origin: The Post (also The Mail))"
    >>> from crosswire.model import Region
    >>> shown = without_gradings(Article("r", text, regions=(Region(0, len(text), "body"),))).text
    >>> shown.rstrip(), len(shown) == len(text)
    ('The bridge reopened.', True)
    """
    return msgspec.structs.replace(report, text=_GRADED.sub(_blank, report.text))


def _blank(match: re.Match[str]) -> str:
    words, grade = match.group(), match["grade"]
    return words[: -len(grade)] + " " * len(grade)
