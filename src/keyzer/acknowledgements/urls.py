"""Where people sign (`/tekenen/`), and where a school sees how far it is (`/tekenen/stand/`)."""

from django.urls import path

from .views import coverage, deciding, link, paper, signing

app_name = "acknowledgements"
urlpatterns = [
    path("", signing.start, name="start"),
    path("niet/", signing.refuse, name="refuse"),
    path("bewijs/<uuid:signature>/", signing.receipt, name="receipt"),
    path("bewijs/<uuid:signature>/intrekken/", signing.withdraw, name="withdraw"),
    path("link/<str:token>/", link.sign, name="link"),
    path("link/<str:token>/niet/", link.refuse, name="link-refuse"),
    path("stand/", coverage.index, name="standing"),
    path("stand/straks/", coverage.later, name="later"),
    path("stand/weigeringen/", deciding.refusals, name="refusals"),
    path("stand/weigeringen/<uuid:signature>/", deciding.decide, name="decide"),
    path("stand/herinneren/", coverage.remind_all, name="remind-all"),
    path("stand/rust/", coverage.rest, name="rest"),
    path("stand/<uuid:school_class>/", coverage.one_class, name="class"),
    path("stand/<uuid:school_class>/herinneren/", coverage.remind_class, name="remind-class"),
    path("stand/<uuid:school_class>/papier/", paper.of_class, name="paper-lists"),
    path("lijst/<str:token>/", paper.one_list, name="paper"),
    path("lijst/<str:token>/blad/", paper.sheet, name="paper-sheet"),
    path("lijst/<str:token>/scan/", paper.scan, name="paper-scan"),
    path("lijst/<str:token>/scan/<uuid:file>/", paper.scan_file, name="paper-scan-file"),
    path("lijst/<str:token>/<int:number>/", paper.line, name="paper-line"),
    path("lijst/<str:token>/<int:number>/terug/", paper.undo, name="paper-undo"),
]
