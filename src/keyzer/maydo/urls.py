"""Where people ask: `/mag-dit/`."""

from django.urls import path

from . import views

app_name = "maydo"
urlpatterns = [
    path("", views.start, name="start"),
    path("antwoord/", views.answer, name="answer"),
    path("beeld/", views.picture, name="picture"),
]
