"""
A case in the browser: server-drawn pages, each with a `.json` twin, for one analyst or a newsroom.

The pages show what `case` gives and decide nothing. Needs the extra `serve`.
"""

from crosswire.web.app import create_app
from crosswire.web.settings import Settings

__all__ = ["Settings", "create_app"]
