"""Tell what a line of a saved page is by its own words: byline, date, caption, credit, heading."""

import re

from .page_lines import PageLine, ends_sentence, has_date
from .page_words import page_words

_CAPITALISED = r"[^\W\d_a-z][\w.'’-]{0,30}"
_PARTICLES = r"(?:(?:de|van|von|der|den|al|el|bin|la|le|da|di|du|ter|ben)[ -]){0,3}"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Lt|Gen)\.? )?{_CAPITALISED}(?: {_PARTICLES}{_CAPITALISED}){{1,4}}"
NAMES = rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,4}}"
_BY = re.compile(
    rf"(?:(?i:by|words by|written by|story by|report by|text by|posted by|opinion by|analysis by|interview by|"
    rf"(?:a )?guest essay by|published by|authors?|reporter)\s?:? )(?P<names>{NAMES})"
)
# "By Ada Lind in Vesk", "By Ada Lind in Vesk and Tom Roe in Marn".
_PLACED = re.compile(r" ?(?:in|from) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}( and (?=[A-Z])| ?[|,]|\s*$)")
# A player's clock ("0:00 / 7:42") is no date.
_CLOCK = re.compile(r"[\d:]{3,8}(?: ?/ ?[\d:]{3,8})?")
# "Ada Lind and agencies": whose wires a reporter used signs nothing.
_SHARED = re.compile(r" and (?:news )?(?:agencies|wires)$")
_NAME_LINE = re.compile(rf"(?P<names>{NAMES})(?P<rest>(?:,| [-–—|•·]|\s\()\s?.{{2,80}})?$")
_BIO = re.compile(
    rf"(?:The (?:author|writer),? )?(?P<names>{_NAME})(?:, .{{3,80}},)? "
    rf"(?:is|was|has been|covers|reports|writes|teaches|serves)\b"
)
# "By Agencies and Harbour Post Staff": a desk signs, and a date may follow after a gap.
_DESK = re.compile(
    r"By (?:[A-Z][\w'’.&-]*(?: and | & |, | )){0,5}(?:Agencies|Agency|Correspondents?|Desk|Editors|Newsroom|Reporters?"
    r"|Staff|Team|Writers?)(?=\s*$|\s*[|,•·–—]|\s{2,}\S)"
)
_SPLIT = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+|\n|\s{3,}")
# What may stand in a date line beside the date itself.
_DATE_REST = re.compile(r"[^\W\d_]+")
# "Vesk (Vale) (LPA) – 22/11/2031 - 14:05" says where and by whom, "11:52 PM News ID: 859944" under what number.
_WIRE_MARK = re.compile(r"\([A-Z][\w .&-]{1,30}\)(?=[\s\d():,./–—-]*$|\s*(?:\(|[-–—]\s*\d))")
# Desks sign a wire off with their people's letters ("lpa-bur/ab/cd") or with numbers ("1234**5678").
_SIGNED_OFF = re.compile(r"[a-z]{2,5}(?:-[a-z]{2,5}){0,3}(?:/[a-z]{1,4}){1,4}|\d{3,5}\*{1,3}\d{2,5}")
_FILED = re.compile(r"\b(?:News|Story|Article) (?:ID|Code|No\.?): ?\d+", re.IGNORECASE)
_BARE_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?: \d{1,2}[:.]\d\d)?")
_DATE_WORDS = frozenset(
    "published update updated posted last modified first on at date publication issued created upd am pm gmt utc est "
    "edt et bst cet "
    "cest eet eest msk pst pdt ist local time jan january feb february mar march apr april may jun june jul "
    "july aug august "
    "sep sept september oct october nov november dec december "
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday st "
    "nd rd th of a p m h hrs min mins minute minutes read reading ago hour hours day days week weeks kyiv t z".split()
)  # fmt: skip


def is_caption(line: PageLine) -> bool:
    """
    Tell whether a line describes or credits a picture.

    >>> from .page_lines import cut_lines
    >>> is_caption(cut_lines("Photo: Lena Ort/Vell Press")[0])
    True
    """
    words = page_words()
    if line.end - line.start > 350:
        return False
    opens = bool(words.caption_starts.match(line.low)) and " said" not in line.low
    return opens or words.caption_marks.is_in(line.low)


def is_credit(line: PageLine) -> bool:
    r"""
    Tell whether a line says whose reporting this is: "Reporting by ...", "(AP)", "Source: Northwire".

    >>> from .page_lines import cut_lines
    >>> page = "(Reporting by Ada Lind; editing by Tom Roe)\nReporting by phone, he said so."
    >>> [is_credit(line) for line in cut_lines(page)]
    [True, False]
    """
    words = page_words()
    length = line.end - line.start
    if length > 320:
        return False
    if bare_agency(line.text) or _SIGNED_OFF.fullmatch(line.text):
        return True
    low = line.low.lstrip("([—–-* ")
    if words.credit_starts.match(low):
        return not ends_sentence(line.text) or _is_mostly_names(line.text)
    return words.credit_marks.is_in(line.low) and length <= 260 and " said" not in line.low


def _is_mostly_names(text: str) -> bool:
    """Tell a credit in sentence form ("Reporting by Ada Lind in Vell.") from a sentence: names fill it."""
    words = [
        word
        for word in text.split()[1:]
        if word.strip("(),.;:").lower() not in ("by", "and", "in", "editing", "writing", "from")
    ]
    return not any(mark in text for mark in '"“”') and sum(word.lstrip("(")[:1].isupper() for word in words) * 2 > len(
        words
    )


def bare_agency(text: str) -> str | None:
    """
    Return the agency when a line is nothing but an agency's mark.

    >>> bare_agency("(AP)"), bare_agency("— Reuters"), bare_agency("AP officials met.")
    ('AP', 'Reuters', None)
    """
    if len(text) > 40:
        return None
    names = [name.strip(" \t()[]—–-*.:|") for name in text.split("/")]
    return next((name for name in reversed(names) if name in page_words().agencies), None)


def byline_names(text: str) -> str | None:
    """
    Return the names of a byline that says "by".

    >>> byline_names("By Jane Doe and John Roe | 2 June 2025")
    'Jane Doe and John Roe'
    >>> byline_names("By Friday the talks had failed.") is None
    True
    """
    if len(text) > 160:
        return None
    match = _BY.match(text)
    if not match:
        return None
    rest = text[match.end() :].lstrip()
    if _PLACED.match(rest) and not ends_sentence(text) and (bare := _BY.match(_PLACED.sub(r"\1", text))):
        return _proper(bare["names"])
    if rest and rest[0] not in ",|•·–—-(/\n;" and not has_date(rest.lower()):
        # "By Ada Lind, Programme Director of the Lake Club"
        name, _, job = match["names"].partition(", ")
        return _proper(name) if page_words().jobs.is_in(job.lower()) else None
    if rest.startswith(",") and ends_sentence(text) and len(text) > 90:
        return None
    return _proper(match["names"])


def is_desk(text: str) -> bool:
    """
    Tell whether a line is the byline of a desk, which names no author.

    >>> is_desk("By Agencies and Post Staff   2 June 2025, 14:05"), is_desk("By Friday the staff had left.")
    (True, False)
    """
    return len(text) <= 120 and _DESK.match(text) is not None


def plain_names(text: str) -> str | None:
    """
    Return the names of a line that is a name alone, or a name with a job or outlet after it.

    >>> plain_names("Jane Doe, Political Editor"), plain_names("Talks Resume In Port Vell Today")
    ('Jane Doe', None)
    """
    text = _SHARED.sub("", text)
    match = _NAME_LINE.match(text) if len(text) <= 110 and not ends_sentence(text) else None
    if not match or any(text.lower() in labels for labels in page_words().genre.values()):
        return None
    parts = match["names"].split(", ")
    jobs = [part for part in parts if page_words().jobs.is_in(part.lower())]
    names = ", ".join(parts[: parts.index(jobs[0])] if jobs else parts)
    rest = ", ".join((*jobs, match["rest"] or ""))
    if not names:
        return None
    if len(names.split()) > 3 and " and " not in names and ", " not in names:
        return None
    if rest and not page_words().jobs.is_in(rest.lower()) and not bare_agency(rest.strip(" ,()-–—|•·")):
        return None
    return _proper(names)


def bio_names(text: str) -> str | None:
    """
    Return the author's name from a biography line: "Jane Doe is a correspondent in Port Vell."

    >>> bio_names("Jane Doe is the paper's foreign correspondent.")
    'Jane Doe'
    >>> bio_names("Jane Doe is expected in Port Vell.") is None
    True
    """
    if len(text) > 420:
        return None
    match = _BIO.match(text)
    rest = text[match.end() : match.end() + 160].lower() if match else ""
    if not match or not page_words().jobs.is_in(rest):
        return None
    return _proper(match["names"])


def _proper(names: str) -> str:
    """Give names set in capitals their usual case."""
    return names.title() if names.isupper() else names


def is_date_line(line: PageLine) -> bool:
    r"""
    Tell whether a line is a date with at most a word or two beside it.

    >>> from .page_lines import cut_lines
    >>> [is_date_line(line) for line in cut_lines("Published 2 June 2025, 14:05 GMT\nMay 9 talks fail in Port Vell")]
    [True, False]
    """
    if (
        line.end - line.start > 110
        or _CLOCK.fullmatch(line.text)
        or not has_date(line.low)
        or (ends_sentence(line.text) and line.end - line.start > 60)
    ):
        return False
    words = _FILED.sub(" ", _WIRE_MARK.sub(" ", line.text)).lower()
    others = [word for word in _DATE_REST.findall(words) if word not in _DATE_WORDS]
    return len(others) <= 1


def is_date_words(words: str) -> bool:
    """
    Tell whether words are of a date or a clock and nothing else; "2025" and "11:20" are, a bare number is not.

    >>> is_date_words("Updated 18 November"), is_date_words("00.40 GMT"), is_date_words("18 envoys")
    (True, True, False)
    """
    found = _DATE_REST.findall(words.lower())
    if any(word not in _DATE_WORDS for word in found):
        return False
    return bool(found) or _BARE_DATE.fullmatch(words) is not None


def date_pieces(text: str) -> list[str]:
    """
    Return the parts of a line that hold a date, without the words before it.

    >>> date_pieces("By Jane Doe | Published: June 2, 2025"), date_pieces("by Jane Doe - 06/02/25 9:00 AM ET")
    (['June 2, 2025'], ['06/02/25 9:00 AM ET'])
    """
    pieces = []
    for piece in _SPLIT.split(text[:300]):
        before, _, after = piece.rpartition(" - ")
        if before and has_date(after.lower()) and not has_date(before.lower()):
            piece = after
        if piece and has_date(piece.lower()):
            match = page_words().date_starts.match(piece.lower())
            while match:
                piece = piece[match.end() :].lstrip(" :.-")
                match = page_words().date_starts.match(piece.lower())
            pieces.append(piece)
    return pieces
