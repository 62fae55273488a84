"""The trained reader: one small network that marks who said what, and names, dates and sums."""

from crosswire.read.encoder.encoder import Encoder, load
from crosswire.read.encoder.found import Found, FoundAttribution, FoundEntity

__all__ = ["Encoder", "Found", "FoundAttribution", "FoundEntity", "load"]
