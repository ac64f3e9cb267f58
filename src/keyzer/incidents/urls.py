"""Addresses of incidents."""

from django.urls import path

from keyzer.evidence.addresses import addresses

from . import evidence, views

app_name = "incidents"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:incident>/", views.show, name="show"),
    path("bestand/<str:token>/", evidence.file, name="evidence_file"),
    *addresses(evidence.look),
    path("<uuid:incident>/feit/", views.add_fact, name="add-fact"),
    path("<uuid:incident>/gedrag/", views.cite, name="cite"),
]
