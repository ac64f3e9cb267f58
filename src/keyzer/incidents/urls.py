"""Addresses of incidents."""

from django.urls import path

from . import views

app_name = "incidents"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:incident>/", views.show, name="show"),
    path("<uuid:incident>/feit/", views.add_fact, name="add-fact"),
    path("<uuid:incident>/gedrag/", views.cite, name="cite"),
]
