"""Where things are told: `/melden/`."""

from django.urls import path, register_converter

from keyzer.evidence.addresses import addresses

from . import adviser, board, coming_back, evidence, handling, nameless, triaging, views
from .events import IntakeLane


class LaneConverter:
    """`melding` or `twijfel` in an address."""

    regex = "|".join(lane.value for lane in IntakeLane)

    def to_python(self, value: str) -> IntakeLane:
        return IntakeLane(value)

    def to_url(self, value: IntakeLane | str) -> str:
        return str(value)


register_converter(LaneConverter, "intake_lane")

app_name = "intake"
urlpatterns = [
    path("", views.start, name="start"),
    path("nieuw/<intake_lane:lane>/", views.tell, name="tell"),
    path("zonder-naam/<intake_lane:lane>/", nameless.tell, name="tell_nameless"),
    path("ontvangst/", coming_back.come_back, name="come_back"),
    path("ontvangst/<uuid:file>/", coming_back.open_file, name="come_back_file"),
    path("vertrouwenspersoon/", adviser.start, name="adviser"),
    path("vertrouwenspersoon/<uuid:talk>/", adviser.show, name="talk"),
    path("bestuur/", board.tell, name="board"),
    path("bestuur/<uuid:report>/", board.told, name="told_board"),
    path("mijn/", views.mine, name="mine"),
    path("ontvangen/", views.handled, name="handled"),
    path("bestand/<str:token>/", evidence.download, name="evidence_file"),
    path("versturen/zonder-naam/", evidence.begin_upload_without_name, name="uploads_without_name"),
    path("versturen/zonder-naam/<uuid:upload>/", evidence.upload_without_name, name="upload_without_name"),
    path("versturen/", evidence.begin_upload, name="uploads"),
    path("versturen/<uuid:upload>/", evidence.upload, name="upload"),
    path("<uuid:report>/", views.show, name="show"),
    path("<uuid:report>/verstuurd/", views.sent, name="sent"),
    path("<uuid:report>/zeg/", handling.say, name="say"),
    path("<uuid:report>/bewijs/", views.add_evidence, name="add_evidence"),
    path("<uuid:report>/bestand/<uuid:file>/", evidence.own_file, name="own_file"),
    *addresses(evidence.look),
    path("<uuid:report>/wordt-melding/", views.turn_into_report, name="turn_into_report"),
    path("<uuid:report>/overdragen/", handling.step_aside, name="step_aside"),
    path("<uuid:report>/zegel/", triaging.break_seal, name="break_seal"),
    path("<uuid:report>/hoort-bij/<uuid:into>/", triaging.join, name="join"),
    path("<uuid:report>/terzijde/", triaging.set_aside, name="set_aside"),
    path("<uuid:report>/terug/", triaging.bring_back, name="bring_back"),
    path("<uuid:report>/incident/", handling.open_incident, name="open_incident"),
]
