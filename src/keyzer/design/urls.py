"""The style page."""

from django.urls import path

from keyzer.design import views

app_name = "design"

urlpatterns = [path("", views.style_page, name="style")]
