"""Addresses of the pages for the wall."""

from django.urls import path

from . import views

urlpatterns = [
    path("klas/<slug:token>/", views.of_class, name="wall-class"),
    path("lokaal/<slug:token>/", views.of_room, name="wall-room"),
    path("bord/<slug:token>/nu/", views.now, name="wall-now"),
    path("borden/", views.index, name="walls"),
    path("borden/ophangen/", views.hang, name="wall-hang"),
    path("borden/<uuid:wall>/weghalen/", views.take_down, name="wall-take-down"),
    path("borden/<uuid:wall>/deur.pdf", views.sheet, name="wall-sheet"),
]
