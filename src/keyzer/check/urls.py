"""Where drafts are looked at: `/check/`."""

from django.urls import include, path

from . import views

app_name = "check"
urlpatterns = [
    path("", views.start, name="start"),
    path("foto/", include("keyzer.check.photo.urls")),
    path("gedeeld/", views.shared, name="shared"),
    path("model-card/", views.model_card, name="model-card"),
    path("app.webmanifest", views.manifest, name="manifest"),
]
