"""Pages of the protocol. Everybody may read them, with or without an account."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from keyzer.people.guards import public
from keyzer.protocol import Lane

from . import queries


@public
def contents(request: HttpRequest) -> HttpResponse:
    """All articles, by chapter."""
    return render(request, "handbook/contents.html", {"chapters": queries.chapters(get_language() or "nl")})


@public
def article(request: HttpRequest, chapter: str, number: str) -> HttpResponse:
    """One article: the text first, then what follows from it."""
    page = queries.article_page(f"{chapter}-{number}", get_language() or "nl")
    if page is None:
        raise Http404
    return render(request, "handbook/article.html", {"page": page})


@public
def conduct(request: HttpRequest) -> HttpResponse:
    """What a report or a case can be about."""
    return render(request, "handbook/conduct.html", {"lines": queries.conduct_lines(get_language() or "nl")})


@public
def measures(request: HttpRequest) -> HttpResponse:
    """Both ladders of measures."""
    language = get_language() or "nl"
    ladders = [(lane, queries.ladder(lane, language)) for lane in Lane]
    return render(request, "handbook/measures.html", {"ladders": ladders})
