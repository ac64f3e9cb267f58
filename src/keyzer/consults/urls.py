"""Addresses of consults: `/ruggespraak/`."""

from django.urls import path

from .views import asking, guiding, reading, showing

app_name = "consults"
urlpatterns = [
    path("", reading.index, name="index"),
    path("vragen/", asking.ask, name="ask"),
    path("leidraad/", guiding.guidance, name="guidance"),
    path("leidraad/<uuid:guidance>/terug/", guiding.take_back, name="take-back"),
    path("<uuid:consult>/", reading.show, name="show"),
    path("<uuid:consult>/beeld/<uuid:item>/", reading.picture, name="picture"),
    path("<uuid:consult>/veranderen/", asking.revise, name="revise"),
    path("<uuid:consult>/intrekken/", asking.withdraw, name="withdraw"),
    path("<uuid:consult>/antwoord/", reading.answer, name="answer"),
    path("<uuid:consult>/doorgeven/", reading.step_aside, name="step-aside"),
    path("<uuid:consult>/vergelijken/", reading.compare, name="compare"),
    path("<uuid:consult>/wie/", showing.classes, name="classes"),
    path("<uuid:consult>/wie/<uuid:school_class>/", showing.who, name="who"),
    path("<uuid:consult>/leidraad/", guiding.publish, name="publish"),
]
