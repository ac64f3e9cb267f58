"""Addresses of incidents."""

from django.urls import path

from . import evidence, views

app_name = "incidents"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:incident>/", views.show, name="show"),
    path("bestand/<str:token>/", evidence.file, name="evidence_file"),
    path("<uuid:incident>/bewijs/<uuid:item>/", evidence.show, name="evidence"),
    path("<uuid:incident>/bewijs/<uuid:item>/vaag/", evidence.veil, name="evidence_veil"),
    path("<uuid:incident>/bewijs/<uuid:item>/wegsluiten/", evidence.lock, name="evidence_lock"),
    path("<uuid:incident>/bewijs/<uuid:item>/gesprek/", evidence.chat, name="evidence_chat"),
    path("<uuid:incident>/bewijs/<uuid:item>/gesprek/<int:number>/", evidence.passage, name="evidence_passage"),
    path("<uuid:incident>/feit/", views.add_fact, name="add-fact"),
    path("<uuid:incident>/gedrag/", views.cite, name="cite"),
]
