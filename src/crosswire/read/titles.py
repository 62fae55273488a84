"""Titles before a name and appositions after it: what role a person is given, and for which side."""

import re

import msgspec

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer, Gender
from crosswire.read.owners import body_party, names_faction


class Title(msgspec.Struct, frozen=True):
    """A role and the words it stands in; `party` when a nationality is part of it."""

    span: Span
    role: str
    party: str | None = None
    gender: Gender | None = None


# How far a title may reach back from its name, and an apposition forward; longer ones are rare in BASIL.
_REACH = 90
# "Former PX leader Ada Roe" leads it no more.
_GONE = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Ll]ate|[Oo]utgoing|[Aa]cting|[Ii]nterim)[ -]\Z")
_SHORT = 10
_INSIDE = r"(?:[^,.;:()\"“”—\n]|(?<=[A-Z])\.(?=[A-Z\s])|(?<=St|Lt)\.){2,90}"
_AFTER = re.compile(
    rf",\s(?:who\s(?:is|was)\s)?(?:(?P<lead>the|an?|his|her|its|their|[A-Z][\w.]{{0,20}}['’]s)\s)?"
    rf"(?P<role>{_INSIDE})(?=[,.;:)—]|$)"
)
_BEFORE = re.compile(rf"(?P<lead>[Aa]n?|[Tt]he|[A-Z][\w.]{{0,20}}['’]s)\s(?P<role>{_INSIDE}),\s$")
_LEAD = re.compile(r"\b(?:[Aa]n?|[Tt]he|[A-Z][\w.]{0,20}['’]s)\s")
# "by US secretary of state, Ada Roe": a nationality opens the office.
_NO_LEAD = re.compile(rf"(?P<lead>)(?P<role>[A-Z]{_INSIDE}),\s$")
_CAPITAL = re.compile(r"\b[A-Z]")
# What stands in no office: "Ada Roe, becoming the first Orian premier", "Ada Roe, Veld sent his secretary of state".
_CLAUSE = frozenset("the a an his her its their have has had is was were are will would becoming being making".split())
# What says how somebody is, and not what: "the hawkish premier", "the newly elected president and moderate cleric".
_COLOUR = frozenset(
    str.split("""
    new newly elected re-elected incoming hawkish dovish moderate reformist reform-minded hardline conservative
    liberal centrist pragmatic embattled beleaguered outspoken veteran influential powerful populist firebrand
    ultra-conservative combative charismatic controversial contested disputed unpopular divisive polarising polarizing
    """)
)
# A comma and two names or more: the office before them is theirs, and not the one's before it.
_NEXT = re.compile(r",\s(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+\b")
_CUT = re.compile(
    r"\s(?:of|for|in|at|who|whose|with|from|to|on|and|when|which|that|under|since|during|against|through|by|after"
    r"|before|as|into|about|than|between)\b(?!-)"
)


# "Arland's opposition leader", "leader of the Arlandic opposition": Arland's, and no voice of its government.
_RIVAL = re.compile(
    r"\bopposition (?:[a-z-]+ ){0,2}(?:leader|chief|figure|politician|candidate|lawmaker|senator|member|spokes\w+)\b"
    r"|\b(?:leader|head|chief|member) of the (?:[\w-]+ ){0,3}opposition\b(?! [A-Z])"
)


def is_of_opposition(role: str) -> bool:
    """
    Tell whether an office is in the opposition to a government.

    >>> [is_of_opposition(one) for one in ("opposition leader", "leader of the Orian opposition", "foreign minister")]
    [True, True, False]
    """
    return _RIVAL.search(role) is not None


def title_before(text: str, start: int, floor: int, words: Gazetteer, last: Span | None) -> Title | None:
    """
    Return the title that stands right before a name, in lower or upper case.

    `floor` is the start of the sentence; `last` the name found before, which a title may carry whole ("White House
    spokesman").
    """
    window = text[max(floor, start - _REACH) : start]
    if not window or not window[-1].isspace():
        return None
    begin: int | None = None
    head = False
    place = len(window)
    # Nine of ten names have no title: the loop ends at the first word.
    for word in reversed(window.rsplit(None, 8)[-8:]):
        place = window.rfind(word, 0, place)
        at = start - len(window) + place
        if last is not None and last.start <= at < last.end:
            if begin is not None and not text[last.end : begin].strip(" '’s"):
                begin = last.start
            break
        bare = word.rstrip(".")
        if not _is_role(bare, words) or (bare != word and word[0].islower()):
            break
        head = head or bare.lower().removeprefix("ex-") in words.role_heads or bare in words.honorifics
        begin = at
    if begin is None or not head:
        return None
    if (gone := _GONE.search(text, max(floor, begin - _SHORT), begin)) is not None:
        begin = gone.start()
    title = _title(text, begin, start - 1, words)
    # "Orian and Valean ministers Ada Roe and Lee Dun": of two offices the first is the first one's.
    two = _FIRST_OF_TWO.search(text, max(floor, begin - _REACH), begin) if title.role.endswith("s") else None
    party = _nation(two[1], words) if two is not None and title.party is not None else None
    return title if party is None else msgspec.structs.replace(title, party=party)


# What one minister may have two of: "the Orian industry and trade minister".
_DEPARTMENT = (
    r"(?:foreign|defen[cs]e|interior|home|justice|finance|economy|economics?|commerce|industry|trade|agriculture|farm"
    r"|fisheries|food|energy|water|environment|climate|mines|petroleum|labour|labor|employment|health|education"
    r"|science|technology|culture|tourism|transport|planning|development|investments?|security|immigration|housing)"
)
_DOUBLE = re.compile(rf"\b(?P<whose>[A-Z]\w+)(?:['’]s)? (?:(?i:{_DEPARTMENT}),? )+(?:and|&) \Z")
_BOTH = re.compile(rf"\b(?:{_DEPARTMENT},? )+(?:and|&) (?=(?:{_DEPARTMENT} )+(?:minister|secretary)\b)", re.IGNORECASE)
# "Oria's UN envoy" is sent by Oria.
_WHOSE, _ENVOYS = re.compile(r"\b(?P<whose>[A-Z]\w+)['’]s \Z"), ("envoy", "ambassador", "representative")
_MINISTERS = ("minister", "secretary")
_FIRST_OF_TWO = re.compile(r"\b([A-Z]\w+) and (?:the )?$")
_OF = re.compile(r" of (?:the )?(?P<whose>[A-Z]\w+(?: [A-Z]\w+){0,3})")
# Offices that states have; a senator of Georgia is of another.
_OF_STATES = frozenset("president minister premier king queen prince chancellor emir sultan ambassador envoy".split())
_SENT = frozenset({"to", "in", "at", "with"})
# "Jane Doe, and a spokeswoman" are two.
_AND = frozenset({"and", "or", "but", "nor"})
# "Ada Roe, told reporters on Monday" tells what she did.
_TOLD = frozenset({"told", "asked", "urged", "warned", "informed", "addressed"})


def apposition(text: str, end: int, words: Gazetteer) -> Title | None:
    """Return the role set off by commas after a name ("Jane Doe, a spokeswoman for the ministry,")."""
    if text[end : end + 1] != ",":
        return None
    match = _AFTER.match(text, end, min(len(text), end + _REACH + 30))
    if match is None:
        return None
    return _checked(text, match, Span(end, match.end()), words)


def role_before(text: str, start: int, floor: int, words: Gazetteer) -> Title | None:
    """Return the role a name is in apposition to ("A spokesman for the ministry, Brad Doe, said")."""
    if text[start - 2 : start - 1] != ",":
        return None
    base = max(floor, start - _REACH - 30)
    window = text[base:start]
    # The nearest words that make an office: "letters between Ada Roe and the Orian president, Bo Tarn".
    near: Title | None = None
    for lead in reversed(list(_LEAD.finditer(window))):
        match = _BEFORE.match(window, lead.start())
        title = _checked(text, match, Span(base + lead.start(), start), words, base) if match else None
        if near is None:
            near = title
        elif (
            title is not None and lead[0].lower() in ("a ", "an ") and near.party is None and " but " not in title.role
        ):
            return title  # "a spokesman for the mayor, Ada Roe"
        if near is not None and near.party is not None:
            break
    if near is not None:
        return near
    for capital in reversed(list(_CAPITAL.finditer(window))):
        match = _NO_LEAD.match(window, capital.start())
        title = _checked(text, match, Span(base + capital.start(), start), words, base) if match else None
        if title is not None and title.party is not None and title.role != window[capital.start() :].rstrip(", "):
            return title
    return None


def set_off(text: str, start: int, end: int, floor: int, words: Gazetteer) -> Title | None:
    """
    Return the office that commas set off after a name or before it.

    Where another name follows the one after, it is that one's: "the premier, Ada Roe, the mayor of Vell, Bo Tarn".
    """
    after, before = apposition(text, end, words), role_before(text, start, floor, words)
    if after is None or (before is not None and _NEXT.match(text, after.span.end) is not None):
        return before
    return after


def state_around(text: str, start: int, end: int, role: str, words: Gazetteer) -> str | None:
    """Return the state of a name with an office: "Oria's industry and trade minister Ada Roe", "Ada Roe of Oria"."""
    before = _DOUBLE if role.lower().endswith(_MINISTERS) else _WHOSE if role.lower().endswith(_ENVOYS) else None
    both = before.search(text, max(0, start - _REACH), start) if before is not None else None
    return (_nation(both["whose"], words) if both is not None else None) or _state_after(text, end, role, words)


def _state_after(text: str, end: int, role: str, words: Gazetteer) -> str | None:
    """Return the state that a name with an office is said to be of: "President Ada Roe of Oria"."""
    if role.lower().split()[-1] not in _OF_STATES or (match := _OF.match(text, end)) is None:
        return None
    tokens = match["whose"].split()
    hit = words.longest(tokens, 0) if tokens[0] in words.starts else None
    return hit[1].party if hit is not None and hit[1].kind == "state" else None


def _checked(text: str, match: re.Match[str], span: Span, words: Gazetteer, base: int = 0) -> Title | None:
    role = match.group("role").strip()
    at = base + match.start("role")
    own = max(role.rfind("’s ", 0, 40), role.rfind("'s ", 0, 40))
    # "Oria's director", and not "head of Oria's northern department".
    if own >= 0 and _CUT.search(role, 0, own) is None:
        at, role = at + own + 3, role[own + 3 :]
    tail = role.split()
    if tail and tail[-1] in words.honorifics:
        role = role[: role.rfind(tail[-1])].rstrip().removesuffix(" and")
    noun = _CUT.split(_BOTH.sub("", role), maxsplit=1)[0].split()
    if (
        not noun
        or len(noun) > 7
        or noun[0].lower() in _AND
        or noun[0].lower() in _TOLD
        or not _CLAUSE.isdisjoint(map(str.lower, noun))
    ):
        return None
    if noun[-1].lower().rsplit("-", 1)[-1] not in words.role_heads:
        return None
    while (first := role.partition(" ")[0]).lower() in _COLOUR and role != first:
        at, role = at + len(first) + 1, role[len(first) + 1 :]
    if (second := role.find(" and ")) > 0 and role[second + 5 :].partition(" ")[0].lower() in _COLOUR:
        role = role[:second]
    title = _title(text, at, at + len(role), words)
    lead = match.group("lead") or ""
    party = title.party or _nation(lead[:-2], words) or body_party(role, words)
    return msgspec.structs.replace(title, span=span, party=party)


def _title(text: str, start: int, end: int, words: Gazetteer) -> Title:
    tokens = text[start:end].split()
    party, skip = _lead_nation(tokens, words)
    role = " ".join(tokens[skip:]) or " ".join(tokens)
    gender = next((words.role_gender[low] for low in map(str.lower, tokens) if low in words.role_gender), None)
    return Title(Span(start, end), role, party, gender)


def _lead_nation(tokens: list[str], words: Gazetteer) -> tuple[str | None, int]:
    for index, token in enumerate(tokens[:3]):
        if token in _SENT:
            break  # "ambassador to Oria", "envoy in Oria": where he is sent is not who sent him
        if token in words.starts:
            hit = words.longest(tokens, index)
            if hit is not None and hit[1].kind == "state":
                if index and names_faction(tokens[hit[0] :], words):
                    return None, 0  # "leader of Oria's Lake Movement" speaks for no state
                return hit[1].party, hit[0] if index == 0 and hit[0] < len(tokens) else 0
            if hit is not None and hit[1].kind == "body" and hit[1].party is not None:
                return hit[1].party, 0  # "a Russian Foreign Ministry official"
    return None, 0


def _nation(name: str, words: Gazetteer) -> str | None:
    entry = words.lone.get(name)
    return entry.party if entry is not None else None


def _is_role(word: str, words: Gazetteer) -> bool:
    lower = word.lower()
    if lower in words.role_words or word in words.honorifics or lower.startswith("ex-"):
        return True
    entry = words.lone.get(word)
    if entry is not None:
        return entry.how == "adjective" or entry.kind == "state"
    if word in words.starts:
        return False
    return "-" in lower and lower.rsplit("-", 1)[-1] in words.role_heads


def title_end(texts: list[str], words: Gazetteer) -> int:
    """Return how many leading words are a title, 0 when none; at least one word must follow."""
    for index in range(len(texts) - 2, -1, -1):
        word = texts[index]
        if word in words.honorifics or word.lower() in words.role_heads:
            return index + 1
        if word in words.role_tails and index >= 2 and texts[index - 1] == "of":
            return index + 1
        if word == "General" and index and texts[index - 1] in {"Attorney", "Secretary", "Prosecutor", "Inspector"}:
            return index + 1
    return 0


def is_introduced(text: str, start: int, end: int, words: Gazetteer) -> bool:
    """Tell whether a name is a speaker's with any trade after it: "said Nell Harrow, a signaller"."""
    before = text[max(0, start - 20) : start].split()
    return bool(before) and before[-1] in words.speech and _TRADE.match(text, end) is not None


_TRADE = re.compile(r",\san?\s[a-z]")
