"""
The errors Crosswire raises on purpose.

    CrosswireError
    ├── EvidenceError     words at a span are not the words claimed
    ├── SourceError       an input that cannot be read at all (a bad single file becomes `Skipped` instead)
    ├── PackError         a pack that does not follow its schema
    ├── PipelineError     steps that cannot be put in order
    ├── StoreError        a case file that cannot be opened or written
    ├── DecisionError     a correction of a case that names nothing in it
    ├── QuestionError     a question, date or option that cannot be understood
    ├── WriteError        a report that cannot be written where it was asked for
    └── ModelError        trained weights, or what runs them, that are not there

Every message says where, what was expected, what was found and what to do next.
"""


class CrosswireError(Exception):
    """Base of every error a caller may want to catch."""


class EvidenceError(CrosswireError):
    """The words found at a span differ from the words recorded for it."""


class SourceError(CrosswireError):
    """An input path or stream cannot be read at all."""


class PackError(CrosswireError):
    """A pack's file breaks the schema."""


class PipelineError(CrosswireError):
    """A step's needs are given by nobody, or a name is given twice."""


class StoreError(CrosswireError):
    """A case file cannot be opened, read or written."""


class DecisionError(CrosswireError):
    """A correction of a case names nothing in it, or several things."""


class QuestionError(CrosswireError):
    """A question, date or option cannot be understood."""


class WriteError(CrosswireError):
    """A report cannot be written where it was asked for."""


class ModelError(CrosswireError):
    """Trained weights are missing or broken, or the library that runs them is not installed."""
