"""The templates of the pages we write, and how they are rendered."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

# The template of an assessment.
REPORT = "report.html.j2"


def part(name: str) -> str:
    """Return a style or a script of our own, to stand inside a page."""
    return files("crosswire.write").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def page(name: str) -> "Template":
    """Return a page's template: everything put into it is escaped, and nothing may be missing."""
    # A tenth of a second with the template; a job that starts other processes does it while they read.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crosswire.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
