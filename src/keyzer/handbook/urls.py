"""Where the protocol is read: `/protocol/leerlingen/9`."""

from django.urls import path

from . import views

app_name = "handbook"
urlpatterns = [
    path("", views.contents, name="contents"),
    path("gedrag/", views.conduct, name="conduct"),
    path("maatregelen/", views.measures, name="measures"),
    path("zoeken/", views.search, name="search"),
    path("veranderd/", views.changes, name="changes"),
    path("document/", views.document, name="document"),
    path("vragen/nieuw/", views.add_question, name="add-question"),
    path("vragen/<uuid:question>/terug/", views.take_back_question, name="take-back-question"),
    path("voor/<slug:word>", views.whole, name="whole"),
    path("<slug:chapter>/<slug:number>", views.article, name="article"),
]
