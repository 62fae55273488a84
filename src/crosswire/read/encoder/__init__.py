"""The trained reader: one small network that marks who said what, and names, dates and sums."""

from crosswire.read.encoder.encoder import Encoder, Found, FoundAttribution, FoundEntity, load

__all__ = ["Encoder", "Found", "FoundAttribution", "FoundEntity", "load"]
