"""The marks of a wiki's source text: references in the middle of sentences become numbers with a list of references."""

import re

_REF = re.compile(
    r"<ref(?P<named>\s[^<>]{0,200}?)?(?:/>|>(?P<words>[^<]{0,2000}(?:<(?!/?ref)[^<]{0,2000}){0,20})</ref\s{0,3}>)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\bname\s?=\s?[\"']?([^\"'/>]{1,100})", re.IGNORECASE)
_PIPED = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_OUTSIDE = re.compile(r"\[(https?://[^\s\[\]]{1,2000}) ([^\[\]\n]{1,300})\]")
_QUOTES = re.compile(r"'{2,5}")
_TEMPLATE = re.compile(r"\{\{([^{}]{1,2000})\}\}")
# What a template of a citation says that can be looked up.
_TOLD = ("title", "work", "newspaper", "publisher", "agency", "website", "date", "url")


def plain_wikitext(text: str) -> str:
    """
    Return a wiki's source text as a reader sees it, its references numbered and listed below; others as they are.

    >>> print(plain_wikitext("The '''truce''' broke.<ref>The Wire, 4 May</ref> It had [[Pause|held]].<ref>B</ref>"))
    The truce broke.[1] It had held.[2]
    <BLANKLINE>
    ## References
    <BLANKLINE>
    [1] The Wire, 4 May
    <BLANKLINE>
    [2] B
    """
    if "<ref" not in text.lower():
        return text
    entries: list[str] = []
    numbers: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        name = _NAME.search(match["named"] or "")
        key = name[1].strip() if name else f"\0{match.start()}"
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            entries.append("")
        if match["words"]:
            entries[numbers[key] - 1] = " ".join(_plain(match["words"]).split())
        return f"[{numbers[key]}]"

    body = _plain(_REF.sub(numbered, text))
    listed = [f"[{at}] {words}" for at, words in enumerate(entries, start=1) if words]
    return "\n\n".join([body.rstrip(), "## References", *listed]) if listed else body


def _plain(words: str) -> str:
    words = _OUTSIDE.sub(r"[\2](\1)", _PIPED.sub(r"\1", words))
    return _QUOTES.sub("", _TEMPLATE.sub(_cited, words))


def _cited(match: re.Match[str]) -> str:
    fields = dict(part.split("=", 1) for part in match[1].split("|") if "=" in part)
    told = {name.strip().lower(): value.strip() for name, value in fields.items()}
    return ", ".join(told[name] for name in _TOLD if told.get(name))
