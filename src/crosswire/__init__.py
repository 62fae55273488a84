"""Crosswire reads every report of an unfolding event and writes the account you can check."""

__version__ = "0.1.0"
