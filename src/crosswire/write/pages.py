"""The templates of the pages we write, and how they are rendered."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


def part(name: str) -> str:
    """Return a style or a script of our own, to stand inside a page."""
    return files("crosswire.write").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def page(name: str) -> Template:
    """Return a page's template: everything put into it is escaped, and nothing may be missing."""
    environment = Environment(
        loader=PackageLoader("crosswire.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
