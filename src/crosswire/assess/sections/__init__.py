"""One file a section. Each is a function from the desk and what is already shown to a `Section`, or None when empty."""

from collections.abc import Callable

from crosswire.assess.desk import Desk
from crosswire.assess.sections.answers import answers
from crosswire.assess.sections.bottom_line import bottom_line
from crosswire.assess.sections.commitments import commitments
from crosswire.assess.sections.disagreements import disagreements
from crosswire.assess.sections.framing import framing
from crosswire.assess.sections.gaps import gaps
from crosswire.assess.sections.known import said, single_origin, what_we_know
from crosswire.assess.sections.opinions import opinion
from crosswire.assess.sections.positions import positions
from crosswire.assess.sections.quotations import quotations
from crosswire.assess.sections.rounds import rounds
from crosswire.assess.sections.timeline import timeline
from crosswire.assess.sections.vantage import vantage
from crosswire.assess.sections.violations import violations
from crosswire.assess.sections.watch import watch
from crosswire.assess.select import Scores
from crosswire.model import Section

SectionBuilder = Callable[[Desk, Scores, frozenset[str]], Section | None]

# In reading order.
SECTIONS: tuple[SectionBuilder, ...] = (
    bottom_line,
    answers,
    what_we_know,
    said,
    single_origin,
    disagreements,
    rounds,
    gaps,
    positions,
    vantage,
    commitments,
    violations,
    timeline,
    watch,
    opinion,
    framing,
    quotations,
)

# The order in which they are made: claims a section shows are `used` for those made after it, so that no line is told
# twice. What rests on one origin fills up what the desk's sections leave untold.
MADE: tuple[SectionBuilder, ...] = (
    *(build for build in SECTIONS[: SECTIONS.index(opinion)] if build is not single_origin),
    single_origin,
    *SECTIONS[SECTIONS.index(opinion) :],
)

# Those that sum up what others tell.
SUMMARIES = frozenset({bottom_line.__name__, answers.__name__})

# What the sections are named, the one on top of a report that says what changed among them.
NAMES: tuple[str, ...] = ("changed", *(build.__name__ for build in SECTIONS))

__all__ = ["MADE", "NAMES", "SECTIONS", "SUMMARIES", "SectionBuilder"]
