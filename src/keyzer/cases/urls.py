"""Addresses of cases. A command's page bears the command's own name."""

from django.urls import path

from .views import commands, lists, parts, staff

app_name = "cases"
urlpatterns = [
    path("", lists.index, name="index"),
    path("personeel/", lists.staff, name="staff"),
    path("personeel/openen/", staff.begin, name="begin-staff"),
    path("openen/<uuid:incident>/<uuid:subject>/", commands.open_case, name="open"),
    path("gebeurtenis/<uuid:incident>/persoon/", parts.involve, name="involve"),
    path("gebeurtenis/<uuid:incident>/rol/", parts.change_part, name="change-part"),
    path("<uuid:case>/", lists.show, name="show"),
    path("<uuid:case>/maatregelen/", lists.measures, name="measures"),
    path("<uuid:case>/<slug:kind>/", commands.command, name="command"),
]
