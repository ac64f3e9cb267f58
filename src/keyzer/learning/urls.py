"""Addresses of learning: `/leren/`."""

from django.urls import path

from . import views

app_name = "learning"
urlpatterns = [
    path("", views.index, name="index"),
    path("klas/", views.classes, name="classes"),
    path("<slug:lesson>/", views.lesson, name="lesson"),
    path("<slug:lesson>/klaar/", views.done, name="done"),
    path("<slug:lesson>/<int:number>/", views.screen, name="screen"),
]
