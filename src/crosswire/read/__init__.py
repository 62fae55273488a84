"""Reading: one article in, a `Reading` with its statements out. A pure function of article, packs and annotator."""

from crosswire.read.annotator import Annotator, EncoderAnnotator, RuleAnnotator, choose_annotator
from crosswire.read.reader import ENGINE, Mapper, read_article, read_many, read_together, reading_key

__all__ = [
    "ENGINE",
    "Annotator",
    "EncoderAnnotator",
    "Mapper",
    "RuleAnnotator",
    "choose_annotator",
    "read_article",
    "read_many",
    "read_together",
    "reading_key",
]
