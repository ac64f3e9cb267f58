"""The demo school's outgoing mail; a real school has no page of it."""

from django.urls import path

from . import views

app_name = "post"
urlpatterns = [path("demo/post/", views.demo, name="demo")]
