"""Runs of capitalised words, cut into the groups that may each be a name."""

from collections.abc import Iterator

import msgspec

from crosswire.read.gazetteer import TOKEN, Gazetteer

# Bodies named after two subjects: "Ways and Means Committee".
_JOINED = frozenset({"Committee", "Subcommittee", "Department", "Ministry", "Commission", "Administration", "Agency"})


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
    """Cut a run of letters, spaces and abbreviations' stops; empty for any other: most runs need no pattern."""
    words = []
    for piece in run.split(" "):
        end = start + len(piece)
        if piece.isalpha():
            words.append(Word(start, end, piece, piece[0].isupper(), False))
        elif piece[:-1].isalpha() and piece[-1] == ".":
            words.append(Word(start, end, piece[:-1], piece[0].isupper(), False))
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
