"""A person's file: `/dossier/<person>/`."""

from django.urls import path

from . import views

app_name = "dossier"
urlpatterns = [
    path("mijn/", views.own, name="own"),
    path("<uuid:person>/", views.file, name="file"),
]
