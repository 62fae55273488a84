"""The rounds of talks as a strip: one mark a round on a line, in inline SVG that reads without script or colour."""

from collections.abc import Sequence

from markupsafe import Markup

from crosswire.model import Section

_WIDTH, _HEIGHT, _EDGE, _RADIUS = 720, 74, 60, 7
_LINE, _NAME, _DAY, _PLACE = 30, 16, 52, 67


def round_strip(section: Section) -> Markup | None:
    """
    Return the strip of the rounds that a section heads; None for fewer than two.

    The lines of the section say the same in words; the strip's own text alternative lists them once more.
    """
    labels = [line.label.split(" · ") for line in section.lines if line.label and not line.level]
    if len(labels) < 2:
        return None
    told = "; ".join(", ".join(label) for label in labels)
    title = Markup("<title>Rounds of talks: {}</title>").format(told)
    axis = Markup('<line x1="{}" y1="{}" x2="{}" y2="{}"/>').format(_EDGE, _LINE, _WIDTH - _EDGE, _LINE)
    marks = Markup("").join(_mark(label, at, len(labels)) for at, label in enumerate(labels))
    head = Markup('<svg class="strip" role="img" viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg">')
    return head.format(_WIDTH, _HEIGHT) + title + axis + marks + Markup("</svg>")


def _mark(label: Sequence[str], at: int, count: int) -> Markup:
    place = round(_EDGE + at * (_WIDTH - 2 * _EDGE) / (count - 1))
    ahead = Markup(' class="ahead"') if label[0].startswith("Next") else Markup("")
    rows = [(_NAME, label[0], ""), (_DAY, label[1] if len(label) > 1 else "", "soft")]
    rows.append((_PLACE, label[2] if len(label) > 2 else "", "soft"))
    texts = Markup("").join(
        Markup('<text x="{}" y="{}" text-anchor="middle" class="{}">{}</text>').format(place, row, kind, words)
        for row, words, kind in rows
        if words
    )
    return Markup('<circle cx="{}" cy="{}" r="{}"{}/>').format(place, _LINE, _RADIUS, ahead) + texts
