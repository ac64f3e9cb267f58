"""Addresses of acknowledgements."""

from django.urls import URLPattern

app_name = "acknowledgements"
urlpatterns: list[URLPattern] = []
