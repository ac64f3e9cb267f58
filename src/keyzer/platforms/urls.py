"""Where programs are explained: `/programmas/instagram/melden/`."""

from django.urls import path

from . import views

app_name = "platforms"
urlpatterns = [
    path("", views.index, name="index"),
    path("instellingen/", views.checklist, name="checklist"),
    path("nakijken/", views.review, name="review"),
    path("<slug:platform>/", views.show, name="show"),
    path("<slug:platform>/nagekeken/", views.mark, name="mark"),
    path("<slug:platform>/<slug:chore>/", views.chore, name="chore"),
]
