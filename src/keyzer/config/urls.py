"""Where each room begins."""

from django.urls import include, path

urlpatterns = [
    path("", include("keyzer.people.urls")),
    path("", include("keyzer.post.urls")),
    path("", include("keyzer.desk.urls")),
    path("design/", include("keyzer.design.urls")),
    path("protocol/", include("keyzer.handbook.urls")),
    path("mag-dit/", include("keyzer.maydo.urls")),
    path("melden/", include("keyzer.intake.urls")),
    path("incidenten/", include("keyzer.incidents.urls")),
    path("zaken/", include("keyzer.cases.urls")),
    path("tekenen/", include("keyzer.acknowledgements.urls")),
    path("leren/", include("keyzer.learning.urls")),
    path("programmas/", include("keyzer.platforms.urls")),
    path("telefoon/", include("keyzer.permits.urls")),
    path("inname/", include("keyzer.custody.urls")),
    path("check/", include("keyzer.check.urls")),
    path("ruggespraak/", include("keyzer.consults.urls")),
    path("kanalen/", include("keyzer.channels.urls")),
    path("beeld/", include("keyzer.consent.urls")),
    path("dossier/", include("keyzer.dossier.urls")),
    path("brieven/", include("keyzer.letters.urls")),
    path("mijn/", include("keyzer.own.urls")),
    path("politie/", include("keyzer.police.urls")),
]
handler400 = "keyzer.design.views.bad_request"
