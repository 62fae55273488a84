"""Where a case is kept: articles, readings and findings in one file."""

from crosswire.store.sqlite import SqliteStore

__all__ = ["SqliteStore"]
