"""Label the lines of a page that somebody saved as text: article, furniture, byline, date. Nothing is deleted."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from crosswire.model.article import Region, RegionRole
from crosswire.packs.schema import PackOutlet

from .live_pages import is_live, label_entries, live_date
from .name_on_top import document_labels
from .page_lines import PageLine, best_block, cut_lines, ends_sentence, is_furniture, is_prose
from .page_meta import find_author, find_outlet, find_placed_name, find_published
from .page_model import score_lines
from .page_roles import bio_names, byline_names, is_caption, is_credit, is_date_line, is_desk, plain_names
from .page_title import find_title
from .page_words import page_words
from .signatures import find_signatures
from .tags import cut_tags

_ALNUM = re.compile(r"[^\W_]+")
# How far around a line its longer twin is looked for; pull-quotes stand near the sentence they repeat.
_TWIN_REACH = 8000
_HEADING = 90
# Lines at the end of a release in which its issuer presents itself, and how that opens.
_FOOT = 7
_ABOUT = re.compile(r"About (?:the |us\b)?[^.:,?!\d]{0,60}(?:: [A-Z\w]|$)")
# Saved pages have hundreds of lines. Past this many, a line's own ending decides, so that a page of a million brackets
# takes seconds: the model and the roles cost a fifth of a millisecond a line.
MANY = 5_000
# The block search over log-odds: one line of furniture must not cut an article in two, a sure body line beyond the
# block comes back, a sure stranger inside goes. Among the best of 64 settings that all lie within .02 F1, three-fold
# over the training sites of bench/quality/page_lines.
FLOOR, RESCUE, DROP = -0.5, 2.0, -1.0


class Page(msgspec.Struct, frozen=True):
    """
    What a saved page says it is. `regions` cover every non-blank line once, in order.

    `published` and `outlet` come from the page's own furniture, bylines and credits, never from what the article tells.
    """

    regions: tuple[Region, ...]
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    outlet: str | None = None


def read_page(text: str, outlets: Sequence[PackOutlet] = ()) -> Page:
    r"""
    Label every line of a normalised text and read its title, author, date and outlet.

    >>> text = "Menu\nTalks resume in Port Vell\nBy Ada Lind\nThe sides met on Monday, officials said.\nShare"
    >>> page = read_page(text)
    >>> [region.role for region in page.regions], page.author
    (['navigation', 'title', 'byline', 'body', 'navigation'], 'Ada Lind')
    """
    lines = cut_lines(text)
    if not lines:
        return Page(())
    head, rest = lines[:MANY], lines[MANY:]
    layout = _lay_out(head)
    title = find_title(head, layout.first, layout.last)
    roles = _roles(head, title, layout)
    is_running = is_live(head)
    if is_running:
        title = label_entries(head, roles, title)
    signed = find_signatures(head, roles, outlets)
    for i, sign in signed.items():
        roles[i] = sign.role
    open_end = roles[-1] == "body"
    roles += ["body" if open_end or ends_sentence(line.text) else "navigation" for line in rest]
    regions = tuple(Region(line.start, line.end, role) for line, role in zip(lines, roles, strict=True))
    return Page(
        cut_tags(text, regions),
        title=None if title is None else _one_line(lines[title].text),
        author=find_author(head, roles[:MANY]) or next((one.names for one in signed.values() if one.names), None),
        published=find_published(head, roles[:MANY]) or (live_date(head) if is_running else None),
        outlet=find_outlet(head, roles[:MANY], outlets)
        or next((one.outlet for one in signed.values() if one.outlet), None),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _Layout(msgspec.Struct, frozen=True):
    """Where the body lies: a half-open range of lines, lines inside it that are not body, lines outside that are."""

    first: int
    last: int
    dropped: frozenset[int] = frozenset()
    rescued: frozenset[int] = frozenset()


def _lay_out(lines: list[PageLine]) -> _Layout:
    """Find the body: the whole text when nothing in it looks like a page, else the best block of the model's scores."""
    if is_clean(lines):
        return _Layout(0, len(lines))
    scores = score_lines(lines)
    first, last = best_block([max(FLOOR, min(3.0, score)) for score in scores])
    if first == last:
        prose = [i for i, line in enumerate(lines) if not is_furniture(line) and not is_date_line(line)]
        return _Layout(prose[0], prose[-1] + 1) if prose else _Layout(0, len(lines))
    while first > 0 and scores[first - 1] > -3.0 and _runs_on(lines[first - 1]):
        first -= 1
    while last < len(lines) and scores[last] > -3.0 and _runs_on(lines[last]):
        last += 1
    return _Layout(
        first,
        last,
        frozenset(i for i in range(first, last) if scores[i] <= DROP and not _is_held(lines[i], scores, i)),
        frozenset(i for i, score in enumerate(scores) if score > RESCUE and not first <= i < last),
    )


def _is_held(line: PageLine, scores: list[float], i: int) -> bool:
    """Tell whether a doubtful sentence stands beside a sure one."""
    beside = max(scores[max(0, i - 1)], scores[min(i + 1, len(scores) - 1)])
    return ends_sentence(line.text) and scores[i] > -2.5 and beside > 0


def is_clean(lines: list[PageLine]) -> bool:
    r"""
    Tell whether a text is an article alone: no furniture, no run of headlines before or after the prose.

    >>> is_clean(cut_lines("Talks resume\nThe sides met on Monday.\nThey agreed on nothing, officials said."))
    True
    """
    flat = 0
    for i, line in enumerate(lines):
        if is_furniture(line) or (i > 6 and is_date_line(line)):
            return False
        if ends_sentence(line.text) or line.text[-1] in ":;,-–—":
            flat = 0
        else:
            flat += 1
            if flat > 3:
                return False
    return flat < 3


def _runs_on(line: PageLine) -> bool:
    """Tell whether a line next to the body is more of it: a whole sentence that no page says about itself."""
    return (
        ends_sentence(line.text)
        and line.text.count(" ") >= 3
        and not is_furniture(line)
        and not is_caption(line)
        and not is_credit(line)
        and not is_date_line(line)
        and not page_words().footer.is_in(line.low)
    )


def _roles(lines: list[PageLine], title: int | None, layout: _Layout) -> list[RegionRole]:
    roles: list[RegionRole] = []
    first, last = layout.first, layout.last
    head = first if title is None else max(first, title + 1)
    footer = begun = False
    for i, line in enumerate(lines):
        if i == title:
            roles.append("title")
        elif i in layout.rescued:
            roles.append(_body_role(lines, i, first, last))
        elif i in layout.dropped:
            is_heading = begun and _body_role(lines, i, first, last) == "heading"
            roles.append("heading" if is_heading else _tail_role(line, 0 if begun else 9))
        elif i < head or (i <= head + 2 and not begun and i < last):
            near = title is not None and title < i < title + 8
            above = title is not None and i < title and not ends_sentence(line.text)
            roles.append(_head_role(line, near=near, inside=i >= first and not above))
        elif i < last:
            roles.append(_body_role(lines, i, first, last))
        else:
            role = _tail_role(line, i - last)
            footer = footer or role == "footer"
            roles.append("footer" if footer and role == "navigation" else role)
        begun = begun or roles[-1] == "body"
    _mark_twins(lines, roles, first, last)
    _mark_biography(lines, roles, last)
    _mark_boilerplate(lines, roles)
    placed = find_placed_name(lines, roles)
    if placed is not None:
        roles[placed[0]] = "byline"
    return roles


def _head_role(line: PageLine, *, near: bool, inside: bool) -> RegionRole:
    """Label a line that stands before the first body line."""
    if is_date_line(line):
        return "date"
    if line.low in document_labels():
        return "navigation"
    if byline_names(line.text) or is_desk(line.text) or (near and plain_names(line.text) and not is_furniture(line)):
        return "byline"
    if is_credit(line):
        return "credit"
    if is_caption(line):
        return "caption"
    if inside and not is_furniture(line):
        return "body"
    # A standfirst is the article's own summary of itself.
    return "body" if near and is_prose(line) and not is_furniture(line) else "navigation"


def _body_role(lines: list[PageLine], i: int, first: int, last: int) -> RegionRole:
    """Label a line inside the block: body unless its own words say otherwise."""
    line = lines[i]
    if is_furniture(line):
        return "navigation"
    if is_credit(line):
        return "credit"
    if is_caption(line):
        return "caption"
    if is_date_line(line) and not ends_sentence(line.text):
        return "date"
    if _is_heading(line) and first < i < last - 1 and ends_sentence(lines[i - 1].text) and is_prose(lines[i + 1]):
        return "heading"
    return "body"


def _is_heading(line: PageLine) -> bool:
    text = line.text
    short = len(text) <= _HEADING and text.count(" ") <= 12 and "\n" not in text
    return short and text[-1] not in ".!,:;…\"'”’)-–—" and (text[0].isupper() or text[0].isdigit())


def _tail_role(line: PageLine, distance: int) -> RegionRole:
    """Label a line that stands after the body."""
    if is_credit(line):
        return "credit"
    if is_caption(line):
        return "caption"
    if distance < 4 and (byline_names(line.text) or bio_names(line.text)):
        return "byline"
    if distance < 6 and is_date_line(line):
        return "date"
    return "footer" if page_words().footer.is_in(line.low) else "navigation"


def _mark_twins(lines: list[PageLine], roles: list[RegionRole], first: int, last: int) -> None:
    """Relabel display quotes: a body line whose words all stand, in order, inside a longer body line nearby."""
    flat = [" ".join(_ALNUM.findall(line.text.lower())) for line in lines[first:last]]
    places = [0]
    for words in flat:
        places.append(places[-1] + len(words) + 1)
    joined = " ".join(flat)
    starts = dict(zip(places, flat, strict=False))
    for i, words in enumerate(flat):
        if roles[first + i] not in ("body", "heading") or len(words) > 320 or words.count(" ") < 3:
            continue
        before = joined.find(words, max(0, places[i] - _TWIN_REACH), places[i])
        after = joined.find(words, places[i + 1], places[i + 1] + _TWIN_REACH)
        # Of two equal lines the first is the article's, the second the display.
        if before >= 0 or (after >= 0 and starts.get(after) != words):
            roles[first + i] = "pullquote"


def _mark_biography(lines: list[PageLine], roles: list[RegionRole], last: int) -> None:
    """Relabel a closing line about the author, told from one about a person in the news by the name being new."""
    end = last - 1
    while end > 0 and roles[end] in ("credit", "caption", "date", "navigation"):
        end -= 1
    names = bio_names(lines[end].text) if roles[end] == "body" else None
    if end < 3 or names is None:
        return
    surname = names.split()[-1].lower()
    if not any(surname in line.text.lower() for line, role in zip(lines[:end], roles, strict=False) if role == "body"):
        roles[end] = "byline"


def _mark_boilerplate(lines: list[PageLine], roles: list[RegionRole]) -> None:
    """Relabel what a release tells of its issuer at its end: "About Vale Ferries: the company runs ..."."""
    for i in range(max(3, len(lines) - _FOOT), len(lines)):
        if roles[i] in ("body", "heading") and _ABOUT.match(lines[i].text):
            for below in range(i, len(lines)):
                roles[below] = "footer"
            return
