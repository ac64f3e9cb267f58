"""What visitors send: which programs, and which text was read."""

from django.http import QueryDict

MOST = 40


def wanted(query: QueryDict) -> list[str]:
    """The programs that were ticked; more than a register holds are not looked at."""
    return query.getlist("p")[:MOST]


def digest_read(posted: QueryDict) -> str:
    """The digest of the text that was on the page."""
    return posted.get("digest", "")
