"""What stands around every page: the school's name and the rooms that are open to this person."""

from django.http import HttpRequest


def page_frame(_request: HttpRequest) -> dict[str, object]:
    """Context for the base page."""
    return {}
