"""JSON-LD in a page's scripts: the node that describes the article, however it is wrapped or broken."""

import html
import json
import re
from collections.abc import Iterable, Iterator

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Node = dict[str, Json]

# Best first: a page may carry a WebPage beside its NewsArticle.
_RANKS = (
    ("NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
     "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting"),
    ("Article", "BlogPosting", "Report", "SocialMediaPosting", "ScholarlyArticle", "TechArticle", "CreativeWork"),
    ("VideoObject", "ItemPage", "WebPage"),
)  # fmt: skip
_RANK = {name: rank for rank, names in enumerate(_RANKS) for name in names}
_COMMENT = re.compile(
    r"^\s{0,99}(?:<!--|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s{0,9}\]\]>|\]\]>)\s{0,99};?\s{0,99}$"
)
_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_MAX_NODES = 20_000


def find_article_node(scripts: Iterable[str]) -> Node:
    """
    Return the JSON-LD node that describes the page's article; empty when none does.

    >>> find_article_node(['{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Talks"},]}'])
    {'@type': ['NewsArticle'], 'headline': 'Talks'}
    """
    best: Node = {}
    best_key = (len(_RANKS), 0)
    for script in scripts:
        for node in _walk(parse_loosely(script)):
            rank = min((_RANK.get(name, len(_RANKS)) for name in types_of(node)), default=len(_RANKS))
            said = sum(bool(node.get(field)) for field in ("headline", "datePublished", "author"))
            if rank < len(_RANKS) and said and (rank, -said) < best_key:
                best, best_key = node, (rank, -said)
    return best


def parse_loosely(script: str) -> Json:
    """Parse JSON as publishers write it: comments around it, trailing commas, raw line breaks; None if hopeless."""
    script = _COMMENT.sub("", _COMMENT.sub("", script.strip())).strip()
    for attempt in (script, _TRAILING_COMMA.sub(r"\1", script), html.unescape(script)):
        try:
            value: Json = json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
        return value
    return None


def types_of(node: Node) -> list[str]:
    """Return a node's types without their schema.org address."""
    kinds = node.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind]


def names_in(value: Json) -> list[str]:
    """
    Return the names in an author or publisher field: a string, a node or a list of them.

    >>> names_in([{"@type": "Person", "name": "Ada Vale"}, "Jon Reed"])
    ['Ada Vale', 'Jon Reed']
    """
    if isinstance(value, list):
        return [name for item in value[:40] if not isinstance(item, list) for name in names_in(item)]
    if isinstance(value, dict):
        name = value.get("name")
        return names_in(name) if isinstance(name, str | list) else []
    return [html.unescape(value)] if isinstance(value, str) and value.strip() else []


def text_in(value: Json) -> str | None:
    """Return a field's text: a string, or the first string of a list."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _walk(value: Json) -> Iterator[Node]:
    stack = [value]
    for _ in range(_MAX_NODES):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, dict):
            if "@type" in item:
                yield item
            stack.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            stack.extend(reversed(item))
