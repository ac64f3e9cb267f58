"""Addresses of the photo check: `/check/foto/`."""

from django.urls import path

from . import asking, views, who

urlpatterns = [
    path("", views.start, name="photo"),
    path("kijk/", views.look, name="photo-look"),
    path("beeld/", views.preview, name="photo-preview"),
    path("tekst/", views.words, name="photo-words"),
    path("wie/", who.people, name="photo-people"),
    path("vragen/", asking.ask, name="photo-ask"),
    path("klaar/", views.result, name="photo-result"),
    path("weg/", views.forget, name="photo-forget"),
]
