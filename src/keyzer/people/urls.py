"""Sign in and out, choose a language, fill in the school's settings, and the demo school's way in."""

from allauth.account import views as account
from django.urls import path
from django.views.i18n import set_language

from . import absences, views
from .school_settings import views as settings

urlpatterns = [
    path("aanmelden/", account.login, name="account_login"),
    path("afmelden/", views.sign_out, name="account_logout"),
    path("account/niet-actief/", account.account_inactive, name="account_inactive"),
    path("account/wachtwoord/", account.password_change, name="account_change_password"),
    path("account/geen-wachtwoord/", views.no_password, name="account_set_password"),
    path("taal/", set_language, name="set_language"),
    path("instellingen/", settings.index, name="settings"),
    path("instellingen/<slug:part>/", settings.part, name="settings_part"),
    path("afwezig/", absences.absence, name="absence"),
    path("afwezig/<int:absence>/terug/", absences.back, name="absence_over"),
    path("demo/", views.demo, name="demo"),
    path("demo/<uuid:person_id>/", views.sign_in_as, name="demo_sign_in"),
]
