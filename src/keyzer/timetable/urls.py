"""Addresses of timetable."""

from django.urls import URLPattern

app_name = "timetable"
urlpatterns: list[URLPattern] = []
