"""Sign in and out."""

from allauth.account import views as account
from django.urls import path

urlpatterns = [
    path("aanmelden/", account.login, name="account_login"),
    path("afmelden/", account.logout, name="account_logout"),
]
