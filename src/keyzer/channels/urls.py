"""Addresses of channels: `/kanalen/`; `/kanalen/echt/` is for everybody."""

from django.urls import path

from .views import keeping, public, register

app_name = "channels"
urlpatterns = [
    path("", register.index, name="index"),
    path("echt/", public.check, name="check"),
    path("echt/nep/", public.report, name="report"),
    path("echt/blad.pdf", keeping.sheet, name="sheet"),
    path("nieuw/", register.add, name="add"),
    path("werkaccount/", register.add_own, name="add-own"),
    path("nep/<uuid:fake>/", keeping.fake, name="fake"),
    path("<uuid:account>/", register.show, name="show"),
    path("<uuid:account>/blad.pdf", keeping.own_sheet, name="own-sheet"),
    path("<uuid:account>/veranderen/", register.rearrange, name="rearrange"),
    path("<uuid:account>/in-gebruik/", keeping.still_in_use, name="in-use"),
    path("<uuid:account>/nakijken/", keeping.review, name="review"),
    path("<uuid:account>/overdragen/", keeping.hand_over, name="hand-over"),
    path("<uuid:account>/stoppen/", keeping.retire, name="retire"),
]
