"""Addresses of leave: `/telefoon/`."""

from django.urls import path

from .views import agreements, giving, standing
from .walls.urls import urlpatterns as walls

app_name = "permits"
urlpatterns = [
    path("", giving.start, name="start"),
    path("nu/", standing.now, name="now"),
    path("geven/<uuid:school_class>/<str:day>/<int:period>/", giving.give, name="give"),
    path("intrekken/<uuid:permit>/", giving.withdraw, name="withdraw"),
    path("nakijken/", standing.check, name="check"),
    path("nakijken/<uuid:pupil>/", standing.pupil, name="pupil"),
    path("afspraken/", agreements.agreements, name="agreements"),
    path("afspraken/nieuw/<uuid:pupil>/", agreements.agree, name="agree"),
    path("afspraken/<uuid:exemption>/beeindigen/", agreements.end, name="end"),
    path("tellen/", agreements.counting, name="counting"),
    *walls,
]
