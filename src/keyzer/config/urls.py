"""Where each room begins."""

from django.urls import include, path

urlpatterns = [
    path("", include("keyzer.people.urls")),
]
