"""The front page, search, and the calendar of what waits."""

from django.urls import path

from . import views

app_name = "desk"
urlpatterns = [
    path("", views.front, name="front"),
    path("zoeken/", views.search, name="search"),
    path("agenda/", views.calendar, name="calendar"),
    path("agenda/stoppen/", views.stop_calendar, name="calendar-stop"),
    path("agenda/<str:secret>.ics", views.calendar_feed, name="calendar-feed"),
]
