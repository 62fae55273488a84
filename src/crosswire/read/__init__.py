"""Reading: one article in, a `Reading` with its statements out. A pure function of article, packs and annotator."""

from crosswire.read.annotator import Annotator, EncoderAnnotator, RuleAnnotator, choose_annotator
from crosswire.read.crew import Crew, is_worth_a_crew, read_alone
from crosswire.read.reader import ENGINE, Mapper, read_article, read_many, read_together, reading_key

__all__ = [
    "ENGINE",
    "Annotator",
    "Crew",
    "EncoderAnnotator",
    "Mapper",
    "RuleAnnotator",
    "choose_annotator",
    "is_worth_a_crew",
    "read_alone",
    "read_article",
    "read_many",
    "read_together",
    "reading_key",
]
