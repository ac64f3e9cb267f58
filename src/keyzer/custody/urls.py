"""Addresses of custody: `/inname/`."""

from django.urls import path

from .views import device, lists, taking

app_name = "custody"
urlpatterns = [
    path("", lists.index, name="index"),
    path("nieuw/", taking.find, name="find"),
    path("nieuw/<uuid:pupil>/", taking.take, name="take"),
    path("plekken/", lists.places, name="places"),
    path("plekken/<uuid:place>/sluiten/", lists.retire, name="retire"),
    path("tellen/<uuid:place>/", lists.count, name="count"),
    path("cijfers/", lists.figures, name="figures"),
    path("zaak/<uuid:case>/", lists.of_case, name="case"),
    path("tag/<str:secret>/", device.by_tag, name="tag-address"),
    path("van-mij/<uuid:custody>/", device.own, name="own"),
    path("<uuid:custody>/", device.show, name="show"),
    path("<uuid:custody>/label/", device.tag, name="tag"),
    path("<uuid:custody>/verplaatsen/", device.move, name="move"),
    path("<uuid:custody>/<slug:what>/", device.do, name="do"),
]
