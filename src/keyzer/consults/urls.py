"""Addresses of consults."""

from django.urls import URLPattern

app_name = "consults"
urlpatterns: list[URLPattern] = []
