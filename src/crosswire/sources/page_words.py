"""The words pages put around an article, read once from `page_words.toml` and compiled to one pattern a list."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from .word_lists import WordList


class PageWords(msgspec.Struct, frozen=True):
    """Compiled word lists; see `page_words.toml` for what each one means. Every pattern meets lower-case text only."""

    lines: frozenset[str]
    lists: frozenset[str]
    sections: frozenset[str]
    run_ins: tuple[str, ...]
    starts: re.Pattern[str]
    words: WordList
    footer: WordList
    caption_starts: re.Pattern[str]
    caption_marks: WordList
    credit_starts: re.Pattern[str]
    credit_marks: WordList
    agencies: tuple[str, ...]
    byline_starts: re.Pattern[str]
    jobs: WordList
    desks: frozenset[str]
    plain_outlets: frozenset[str]
    issuers: frozenset[str]
    issued: tuple[str, ...]
    documents: tuple[str, ...]
    officials: tuple[str, ...]
    date_starts: re.Pattern[str]
    appeals: WordList
    disowned: WordList
    genre: dict[str, tuple[str, ...]]


@cache
def page_words() -> PageWords:
    """
    Return the word lists, compiled.

    >>> "skip to content" in page_words().lines
    True
    """
    data = tomllib.loads((files("crosswire.sources") / "page_words.toml").read_text("utf-8"))
    furniture = data["furniture"]
    return PageWords(
        lines=frozenset(furniture["lines"]),
        lists=frozenset(furniture["lists"]),
        sections=frozenset(furniture["sections"]),
        run_ins=tuple(furniture["run_ins"]),
        starts=opening(furniture["starts"]),
        words=WordList(furniture["words"]),
        footer=WordList(furniture["footer"]),
        caption_starts=opening(data["caption"]["starts"]),
        caption_marks=WordList(data["caption"]["marks"]),
        credit_starts=opening(data["credit"]["starts"]),
        credit_marks=WordList(data["credit"]["marks"]),
        agencies=tuple(data["credit"]["agencies"]),
        byline_starts=opening(data["byline"]["starts"]),
        jobs=WordList(data["byline"]["jobs"]),
        desks=frozenset(data["byline"]["desks"]),
        plain_outlets=frozenset(data["outlet"]["plain"]),
        issuers=frozenset(data["outlet"]["issuers"]),
        issued=tuple(data["outlet"]["issued"]),
        documents=tuple(data["outlet"]["documents"]),
        officials=tuple(data["outlet"]["officials"]),
        date_starts=opening(data["date"]["starts"]),
        appeals=WordList(data["readers"]["appeals"]),
        disowned=WordList(data["readers"]["disowned"]),
        genre={name: tuple(words) for name, words in data["genre"].items()},
    )


def anywhere(words: Iterable[str]) -> re.Pattern[str]:
    """
    Compile a pattern that finds any of `words` as whole words.

    >>> anywhere(["min read"]).findall("a 4 min read, admin reader")
    ['min read']
    """
    named: dict[str, list[str]] = {}
    marks = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if word[0].isalnum():
            named.setdefault(word[0], []).append(_tail(word[1:], word[-1]))
        else:
            marks.append(_tail(word, word[-1]))
    # Branching by first letter, and only at word starts, is eight times faster than a flat alternation. The start is
    # looked at behind the letter, so that the search can skip to the next one.
    letters = [rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(rest)})" for first, rest in sorted(named.items())]
    return re.compile("|".join(letters + marks))


def opening(words: Iterable[str]) -> re.Pattern[str]:
    """
    Compile a pattern for `.match`: any of `words` at the start of a line.

    >>> bool(opening(["share"]).match("share:")), bool(opening(["share"]).match("shares fell"))
    (True, False)
    """
    return anywhere(words)


def _tail(rest: str, last: str) -> str:
    # "follow us" must not meet "follow using".
    return re.escape(rest) + (r"\b" if last.isalnum() else "")
