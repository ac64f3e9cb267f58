"""Where each room begins."""

from django.urls import include, path

urlpatterns = [
    path("", include("keyzer.people.urls")),
    path("design/", include("keyzer.design.urls")),
    path("protocol/", include("keyzer.handbook.urls")),
]
handler400 = "keyzer.design.views.bad_request"
