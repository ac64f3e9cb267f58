"""Addresses of what the person concerned sees. Those under `brief/` are for who has a link and no account."""

from django.urls import path

from .views import answers, letters, link, shown

app_name = "own"
urlpatterns = [
    path("", shown.index, name="index"),
    path("<uuid:case>/", shown.case, name="case"),
    path("<uuid:case>/verklaring/", answers.statement, name="statement"),
    path("<uuid:case>/bezwaar/<slug:decision>/", answers.objection, name="objection"),
    path("<uuid:case>/verweer/<slug:measure>/", answers.defence, name="defence"),
    path("brieven/<uuid:letter>/", letters.show, name="letter"),
    path("brieven/<uuid:letter>/pdf/", letters.download, name="letter-file"),
    path("brief/<str:token>/", link.link, name="link"),
    path("brief/<str:token>/pdf/", link.download, name="link-file"),
    path("brief/<str:token>/reageren/", link.statement, name="link-statement"),
    path("brief/<str:token>/bezwaar/", link.objection, name="link-objection"),
    path("brief/<str:token>/verweer/", link.defence, name="link-defence"),
    path("brief/<str:token>/sluiten/", link.close, name="link-close"),
]
