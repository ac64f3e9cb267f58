"""The addresses of a school that has nothing but its look."""

from django.conf import settings
from django.contrib.staticfiles.views import serve
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, re_path


def form_received(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("sent")


def too_big(_request: HttpRequest) -> HttpResponse:
    raise RequestDataTooBig


handler400 = "keyzer.design.views.bad_request"

urlpatterns = [
    path("design/", include("keyzer.design.urls")),
    path("taal/", include("django.conf.urls.i18n")),
    path("afmelden/", form_received, name="account_logout"),
    path("te-groot/", too_big),
    re_path(rf"^{settings.STATIC_URL.lstrip('/')}(?P<path>.*)$", serve, {"insecure": True}),
]
