"""Questions, pictures and accounts stand in the agenda, are reminded of, and are told when they are late."""

from datetime import timedelta

import pytest

from keyzer.channels.actions import review
from keyzer.consent.actions import answer, publish
from keyzer.consent.actions.published import PictureDraft
from keyzer.desk import actions, posting
from keyzer.desk.deadlines import deadlines
from keyzer.post.models import Outgoing
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import NOW, TODAY, Cast
from tests.rooms.channels.world import work
from tests.rooms.consults.world import ask, viewer

pytestmark = pytest.mark.usefixtures("school_morning")
SITE, DAY = ImagePurpose.SITE, timedelta(days=1)


def withdrawn(cast: Cast) -> None:
    """A picture of Daan stood on the site, and Daan said no."""
    for guardian in (cast.guardian, cast.second_guardian):
        answer(cast.subject, SITE, ImageSaid.YES, by=guardian, at=NOW)
    publish(PictureDraft("Website", SITE, TODAY, frozenset({cast.subject})), by=cast.teacher, at=NOW)
    answer(cast.subject, SITE, ImageSaid.NO, by=cast.subject, at=NOW)


@pytest.mark.article("personeel-1", "leerlingen-6", "personeel-7")
def test_each_stands_in_the_agenda_without_a_name(cast: Cast) -> None:
    ask(cast)
    withdrawn(cast)
    review(work(cast), is_right=False, remark="Vakantiefoto", by=viewer(cast.teamleider), at=NOW)
    of_manager = deadlines(viewer(cast.teamleider), "nl", TODAY)
    assert [one.summary for one in of_manager] == ["Een vraag over een bericht beantwoorden", "Een account nakijken"]
    (of_publisher,) = deadlines(viewer(cast.teacher), "nl", TODAY)
    assert (of_publisher.summary, of_publisher.path) == ("Een beeld weghalen", "/beeld/gepubliceerd/")
    (of_owner,) = deadlines(viewer(cast.charlie), "nl", TODAY)
    assert of_owner.summary == "Iets aanpassen op een account"


@pytest.mark.article("leerlingen-6")
def test_a_picture_that_stays_is_reminded_of_then_late_and_then_the_director_can_help(cast: Cast) -> None:
    withdrawn(cast)
    assert cast.teacher in posting.who_owes_before(NOW + 3 * DAY, TODAY)
    Outgoing.objects.all().delete()
    for day in (1, 2, 3, 4):
        actions.remind(NOW + day * DAY)
        actions.remind(NOW + day * DAY + timedelta(hours=8))
    kinds = list(Outgoing.objects.filter(to_id=cast.teacher).order_by("queued_at").values_list("kind", flat=True))
    assert kinds == ["reminder", "late"]
    helping = Outgoing.objects.get(to_id=cast.director, kind="late-at-colleague")
    assert helping.path == "/beeld/gepubliceerd/"


@pytest.mark.article("personeel-1")
def test_a_question_that_stays_is_told_to_who_owes_it_and_helps_itself_on(cast: Cast) -> None:
    ask(cast)
    Outgoing.objects.all().delete()
    actions.remind(NOW + timedelta(hours=1))
    assert set(Outgoing.objects.values_list("to_id", "kind")) == {(cast.teamleider, "reminder")}
    actions.remind(NOW + 2 * DAY)
    actions.remind(NOW + 3 * DAY)
    assert Outgoing.objects.filter(to_id=cast.teamleider, kind="late").count() == 1
    assert not Outgoing.objects.filter(kind="late-at-colleague").exists()
