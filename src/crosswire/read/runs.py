"""Runs of capitalised words, cut into the groups that may each be a name."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.read.gazetteer import TOKEN, Gazetteer, fold

# Bodies named after two subjects: "Ways and Means Committee".
_JOINED = frozenset({"Committee", "Subcommittee", "Department", "Ministry", "Commission", "Administration", "Agency"})

_FIELDS = re.compile(r"(?:,\s[A-Z][a-z]{2,20}){2,6},?\sand\s[A-Z][a-z]{2,20}\b(?!\s[A-Z])")
_ROMAN = frozenset("IVX")
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
_BODY_LINKS = frozenset({"of", "for", "on", "&", "against", "to"})


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a run: its place, its letters without possessive or full stop, and what stands in it."""

    start: int
    end: int
    text: str
    capital: bool
    ends: bool


def split_run(text: str, start: int, end: int) -> list[Word]:
    """Cut a run into words; a possessive ends its word's name, an abbreviation keeps its place but not its stop."""
    words = []
    run = text[start:end]
    if run.isalpha() and text[end : end + 1] not in ("'", "’", "."):
        return [Word(start, end, run, True, False)]
    if text[max(0, start - 3) : start] in ("al-", "el-") and not text[max(0, start - 4)].isalnum():
        start -= 3
    elif not (run.endswith("s") and text[end : end + 1] in ("'", "’")):
        plain = _plain(run, start)
        if plain:
            return plain
    for match in TOKEN.finditer(text, start, end):
        at, stop = match.span()
        word = match.group().replace("’", "'")
        ends = False
        if word.endswith(("'s", "'S")):
            word, stop, ends = word[:-2], stop - 2, True
        elif word.endswith(".") and word.count(".") == 1:
            word = word[:-1]
        if word.endswith("s") and text[stop : stop + 1] in ("'", "’") and not text[stop + 1 : stop + 2].isalnum():
            ends = True
        if word:
            words.append(Word(at, stop, word, word[0].isupper() or "-" in word, ends))
    return words


def _plain(run: str, start: int) -> list[Word]:
    """Cut a run of letters, stops and possessives; empty for any other: most runs need no pattern."""
    words = []
    for piece in run.split(" "):
        end = start + len(piece)
        if piece.isalpha():
            words.append(Word(start, end, piece, piece[0].isupper(), False))
        elif piece[:-1].isalpha() and piece[-1] == ".":
            words.append(Word(start, end, piece[:-1], piece[0].isupper(), False))
        elif piece[:-2].isalpha() and piece[-2:] in _POSSESSIVE:
            words.append(Word(start, end - 2, piece[:-2], piece[0].isupper(), True))
        else:
            return []
        start = end + 1
    return words


def groups(run: list[Word], words: Gazetteer) -> Iterator[list[Word]]:
    """Cut a run after possessives and at links that no name holds together."""
    for word in run[:-1]:
        if not word.capital or word.ends:
            break
    else:
        # Two of three runs have nothing to cut at.
        if run[-1:] and (run[-1].capital or len(run) == 1):
            yield run
            return
    texts = [word.text for word in run]
    held: set[int] = set()
    for index, word in enumerate(run):
        if word.capital and word.text in words.starts:
            hit = words.longest(texts, index)
            if hit is not None:
                held.update(range(index + 1, hit[0]))
    group: list[Word] = []
    index = 0
    while index < len(run):
        word = run[index]
        if not word.capital and index not in held:
            stop = index
            while stop < len(run) and not run[stop].capital:
                stop += 1
            if not _links([item.text for item in run[index:stop]], group, [item.text for item in run[stop:]], words):
                if group:
                    yield group
                group, index = [], stop
                continue
            group.extend(run[index:stop])
            index = stop
            continue
        group.append(word)
        if word.ends and index + 1 not in held:
            yield group
            group = []
        index += 1
    if group:
        yield group


def _links(links: list[str], group: list[Word], after: list[str], words: Gazetteer) -> bool:
    """Tell whether lower-case words tie the group so far to what follows."""
    if not group:
        return False
    if all(link in words.particles for link in links):
        return links != ["y"] and links != ["e"] and group[-1].text not in words.role_tails
    heads = any(word.text in words.org_heads for word in group) or group[-1].text in {"Secretary", "Chief", "Director"}
    if links == ["and"] and len(after) < 4 and after[-1] in _JOINED and group[-1].text not in words.starts:
        return len(group) - (group[0].text == "The") < 3 and group[0].text not in words.given
    if links[0] == "and":
        return len(links) == 1 and heads and any(not word.capital for word in group) and len(group) < 8
    return (heads and links[0] in {"of", "for", "on", "&", "against", "to"}) or links == ["&"]


def is_initials(word: str, words: Gazetteer) -> bool:
    """Tell whether a word is a body's initials, not a name's "III" or "Jr"."""
    return (
        len(word) > 2 and word.isalpha() and word.isupper() and word not in words.suffixes and not set(word) <= _ROMAN
    )


def listed(text: str, group: Sequence[Word], words: Gazetteer) -> int:
    """Return where a body's list of fields ends ("Bureau of Timber, Lamps, Fish and Ice"), or where the group does."""
    end = group[-1].end
    if len(group) < 3 or group[-2].text not in _BODY_LINKS:
        return end
    match = _FIELDS.match(text, end)
    if match is None:
        return end
    fields = [field for field in re.split(r",?\s(?:and\s)?", match.group()) if field]
    # Two names may follow a body in a list of three; three fields that no list knows are its own.
    known = any(field in words.given or field in words.lone or fold(field) in words.persons for field in fields)
    return end if known else match.end()


def is_body(texts: Sequence[str], words: Gazetteer) -> bool:
    """Tell whether words name a body: one of its nouns ends them, or heads a link ("Office of")."""
    if len(texts) < 2:
        return False
    if texts[-1] in words.org_words:
        return True
    headed = False
    for word in texts:
        if word in _BODY_LINKS:
            return headed
        headed = headed or word in words.org_heads
    return False


def party_of(texts: list[str], words: Gazetteer) -> str | None:
    """Return the side of the first listed name among a title's or body's words."""
    for index, word in enumerate(texts):
        hit = words.longest(texts, index) if word in words.starts else None
        if hit is not None and hit[1].party is not None:
            return hit[1].party
    return None


def bearer(texts: Sequence[str], words: Gazetteer) -> int:
    """Return where a person's name begins right after a body's in one run, 0 when none does."""
    for cut in range(2, len(texts) - 1):
        given = texts[cut] in words.given and texts[cut] not in words.ambiguous_given
        if given and len(texts) - cut <= 4 and texts[cut - 1] in words.org_words and is_body(texts[:cut], words):
            return cut if texts[-1] not in words.org_words and texts[-1] not in words.place_words else 0
    return 0
