"""Addresses of consent: `/beeld/`."""

from django.urls import path

from .views import choosing, classes, link, register

app_name = "consent"
urlpatterns = [
    path("", choosing.index, name="index"),
    path("link/<str:token>/", link.choose, name="link"),
    path("klas/", classes.classes, name="classes"),
    path("klas/<uuid:school_class>/", classes.class_list, name="class"),
    path("gepubliceerd/", register.pictures, name="pictures"),
    path("gepubliceerd/nieuw/<uuid:school_class>/", register.publish, name="publish"),
    path("gepubliceerd/<uuid:picture>/weg/", register.take_down, name="take-down"),
    path("<uuid:person>/", choosing.person, name="person"),
    path("<uuid:person>/<str:purpose>/", choosing.say, name="say"),
]
