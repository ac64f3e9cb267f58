"""Addresses of police."""

from django.urls import path

from . import views

app_name = "police"
urlpatterns = [
    path("pakket/<uuid:pack>/", views.pack, name="pack"),
    path("pakket/<uuid:pack>/rapport/", views.report_file, name="report"),
    path("pakket/<uuid:pack>/bewijs/", views.archive_file, name="archive"),
    path("pakket/<uuid:pack>/overdracht/", views.hand_over, name="hand-over"),
    path("<uuid:case>/", views.show, name="show"),
    path("<uuid:case>/pakket/", views.compose, name="compose"),
]
