"""Addresses of what the person concerned sees."""

from django.urls import path

from .views import answers, shown

app_name = "own"
urlpatterns = [
    path("", shown.index, name="index"),
    path("<uuid:case>/", shown.case, name="case"),
    path("<uuid:case>/verklaring/", answers.statement, name="statement"),
    path("<uuid:case>/bezwaar/<slug:decision>/", answers.objection, name="objection"),
    path("<uuid:case>/verweer/<slug:measure>/", answers.defence, name="defence"),
]
