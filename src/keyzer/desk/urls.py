"""The front page and search."""

from django.urls import path

from . import views

app_name = "desk"
urlpatterns = [
    path("", views.front, name="front"),
    path("zoeken/", views.search, name="search"),
]
