"""Where people sign (`/tekenen/`), and where a school sees how far it is (`/tekenen/stand/`)."""

from django.urls import path

from .views import coverage, link, signing

app_name = "acknowledgements"
urlpatterns = [
    path("", signing.start, name="start"),
    path("niet/", signing.refuse, name="refuse"),
    path("bewijs/<uuid:signature>/", signing.receipt, name="receipt"),
    path("bewijs/<uuid:signature>/intrekken/", signing.withdraw, name="withdraw"),
    path("link/<str:token>/", link.sign, name="link"),
    path("link/<str:token>/niet/", link.refuse, name="link-refuse"),
    path("stand/", coverage.index, name="standing"),
    path("stand/straks/", coverage.later, name="later"),
    path("stand/weigeringen/", coverage.refusals, name="refusals"),
    path("stand/herinneren/", coverage.remind_all, name="remind-all"),
    path("stand/rust/", coverage.rest, name="rest"),
    path("stand/<uuid:school_class>/", coverage.one_class, name="class"),
    path("stand/<uuid:school_class>/herinneren/", coverage.remind_class, name="remind-class"),
]
