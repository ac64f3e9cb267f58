"""The tags that pages are written with: `{% load keyzer %}`."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from keyzer.design import fields, markup
from keyzer.design.doors import Door
from keyzer.design.doors import door as draw_door
from keyzer.design.doors import doors as draw_doors
from keyzer.design.menu import menu
from keyzer.design.rows import Row
from keyzer.design.rows import rows as draw_rows

register = template.Library()

register.simple_tag(markup.icon, name="icon")
register.simple_tag(markup.article, name="article")
register.simple_tag(markup.articles, name="articles")
register.simple_tag(markup.state, name="state")
register.simple_tag(markup.when, name="when")
register.simple_tag(markup.due, name="due")
register.simple_tag(menu, name="menu")
register.simple_tag(draw_doors, name="doors")


@register.simple_tag
def door(*, drawing: str, title: str, url: str, text: str = "", main: bool = False) -> SafeString:
    """One door, where a page has them singly."""
    return draw_door(Door(drawing, title, text, url, bool(main)))


@register.simple_block_tag
def once(content: SafeString) -> SafeString:
    """A part of a page that stands in two places: `{% once as part %}`, and `{{ part }}` where it belongs."""
    return content


@register.simple_tag
def rows(items: Iterable[Row]) -> SafeString:
    """A list of `Row`s as sentences."""
    return draw_rows(items)


@register.filter
def first_id(bound: BoundField) -> str:
    """The id of the first control of a field, for a link to it."""
    return fields.first_id(bound)


@register.inclusion_tag("design/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """One form field whole: label, help, errors and control."""
    control, groups = fields.control(bound), fields.groups(bound)
    return {"field": bound, "shape": fields.shape(bound), "control": control, "groups": groups}
