"""Addresses of letters."""

from django.urls import path

from . import download, views, writing

app_name = "letters"
urlpatterns = [
    path("<uuid:case>/", views.of_case, name="case"),
    path("<uuid:case>/maken/", writing.draft, name="draft"),
    path("brief/<uuid:letter>/", views.show, name="show"),
    path("brief/<uuid:letter>/tekst/", writing.rewrite, name="rewrite"),
    path("brief/<uuid:letter>/vaststellen/", writing.approve, name="approve"),
    path("brief/<uuid:letter>/versturen/", writing.send, name="send"),
    path("brief/<uuid:letter>/intrekken/", writing.withdraw, name="withdraw"),
    path("brief/<uuid:letter>/pdf/", download.pdf, name="pdf"),
]
