"""Weigh the reports of a case together: whose reporting each is, what they assert in common, where they disagree."""

from crosswire.weigh.dossier import weigh

__all__ = ["weigh"]
