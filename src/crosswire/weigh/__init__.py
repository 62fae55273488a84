"""Comparing and counting: many articles' statements to one dossier. Packs and models are handed in, never loaded."""

from crosswire.weigh.dossier import weigh
from crosswire.weigh.kept import Kept
from crosswire.weigh.positions import Vocabulary

__all__ = ["Kept", "Vocabulary", "weigh"]
