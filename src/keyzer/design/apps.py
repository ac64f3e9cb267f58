"""Django's name for this room."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Templates, static files and tags; no tables."""

    name = "keyzer.design"
    label = "design"
