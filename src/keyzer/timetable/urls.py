"""Addresses of the timetable: it has no page of its own, for lessons are shown where something is done with them."""

from django.urls import URLPattern

app_name = "timetable"
urlpatterns: list[URLPattern] = []
