"""Send what waits to be mailed, and remind people of what is due."""

import logging
import select
import sys
import time
from argparse import ArgumentParser, Namespace

from . import folder, migrate
from .outcome import Refused

EACH = 60
MOST = 100
log = logging.getLogger(__name__)


def declare(parser: ArgumentParser) -> None:
    """Which school, and how often."""
    folder.declare(parser)
    how_often = parser.add_mutually_exclusive_group()
    how_often.add_argument("--once", action="store_true", help="one round, then stop")
    how_often.add_argument("--every", type=int, metavar="SECONDS", default=EACH, help=f"default: {EACH}")
    parser.add_argument(
        "--while-input", action="store_true", help="stop when standard input ends, as it does when `keyzer serve` stops"
    )


def run(arguments: Namespace) -> None:
    """Deliver once, or until stopped. Raises Refused when the school isn't ready or mail has no way out."""
    folder.use(arguments.data)
    _require_ready()
    if arguments.once:
        print(_round())
        return
    try:
        while True:
            _round_that_may_fail()
            if _is_over(arguments.every, arguments.while_input):
                return
    except KeyboardInterrupt:
        return


def lacking() -> list[str]:
    """The settings without which no mail goes out."""
    from django.conf import settings

    needed = {
        "KEYZER_MAIL_URL": settings.KEYZER_MAIL_URL,
        "KEYZER_MAIL_FROM": settings.DEFAULT_FROM_EMAIL,
        "KEYZER_ADDRESS": settings.KEYZER_ADDRESS,
    }
    return [name for name, value in needed.items() if not value]


def _require_ready() -> None:
    from keyzer.people import queries

    if waiting := migrate.pending():
        raise Refused(f"{len(waiting)} migrations are pending, the first is `{waiting[0]}`: run `keyzer migrate`")
    try:
        school = queries.school()
    except queries.NoSchool as problem:
        raise Refused(str(problem)) from problem
    if not school.demo and (missing := lacking()):
        names = ", ".join(f"`{name}`" for name in missing)
        raise Refused(f"no mail can be sent: set {names}")


def _round() -> str:
    """Bring the lists up to today, queue reminders, send what is due, and tell how much."""
    from keyzer.acknowledgements.actions.rounds import remind_in_time
    from keyzer.cases.actions import let_time_pass
    from keyzer.check.photo import passing
    from keyzer.consent.actions import remind_in_time as remind_of_consent
    from keyzer.consults.actions import pass_on_late
    from keyzer.custody.actions import warn
    from keyzer.desk.actions import remind
    from keyzer.evidence.actions import see_to
    from keyzer.intake.actions import forget_what_passed, let_deputies_in
    from keyzer.kit import clock
    from keyzer.post.actions import deliver

    now = clock.now()
    let_time_pass(now)
    let_deputies_in(now)
    forget_what_passed(now)
    see_to(now)
    passing.sweep(now)
    pass_on_late(now)
    reminders, done = remind(now) + remind_in_time(now) + remind_of_consent(now) + warn(now), deliver(now, MOST)
    return f"{reminders} reminders, {done.sent} sent, {done.put_off} put off, {done.given_up} given up"


def _round_that_may_fail() -> None:
    """One bad round, for instance while the database restarts, must not end the post."""
    from django.db import close_old_connections, connections

    close_old_connections()
    try:
        _round()
    except Exception:
        log.exception("this round of mail failed; the next one comes")
        connections.close_all()


def _is_over(seconds: int, while_input: bool) -> bool:  # noqa: FBT001 -- as it was typed
    """Wait for the next round; true when standard input ended meanwhile and that was asked."""
    if not while_input:
        time.sleep(seconds)
        return False
    ended, _writable, _failed = select.select([sys.stdin], [], [], seconds)
    return bool(ended)
