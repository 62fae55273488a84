"""One file a section. Each is a function from the desk and what is already shown to a `Section`, or None when empty."""

from collections.abc import Callable

from crosswire.assess.desk import Desk
from crosswire.assess.sections.bottom_line import bottom_line
from crosswire.assess.sections.disagreements import disagreements
from crosswire.assess.sections.framing import framing
from crosswire.assess.sections.gaps import gaps
from crosswire.assess.sections.known import said, single_origin, what_we_know
from crosswire.assess.sections.opinions import opinions
from crosswire.assess.sections.positions import positions
from crosswire.assess.sections.quotations import quotations
from crosswire.assess.sections.rounds import rounds
from crosswire.assess.sections.timeline import timeline
from crosswire.assess.sections.watch import watch
from crosswire.assess.select import Scores
from crosswire.model import Section

SectionBuilder = Callable[[Desk, Scores, frozenset[str]], Section | None]

# In reading order. Claims a section shows are `used` for those after it, so that no line is told twice.
SECTIONS: tuple[SectionBuilder, ...] = (
    bottom_line,
    what_we_know,
    said,
    single_origin,
    disagreements,
    rounds,
    gaps,
    positions,
    timeline,
    watch,
    opinions,
    framing,
    quotations,
)

__all__ = ["SECTIONS", "SectionBuilder"]
