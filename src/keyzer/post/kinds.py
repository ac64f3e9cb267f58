"""The kinds of mail. Each says how pressing it is; none says what it is about, or whom."""

from typing import NamedTuple

from django.utils.translation import npgettext, pgettext


class UnknownKind(Exception):
    """There is no mail of this kind."""


class Words(NamedTuple):
    """What differs between kinds: the subject and the first sentence."""

    subject: str
    opening: str


KINDS = frozenset(
    {
        "waiting",
        "signature",
        "image-consent",
        "letter",
        "reminder",
        "pressing",
        "late",
        "late-at-colleague",
        "board-urgent",
    }
)


def require(kind: str) -> None:
    """Raises UnknownKind, which names the kinds that there are."""
    if kind not in KINDS:
        raise UnknownKind(f"there is no mail of the kind `{kind}`: use one of {', '.join(sorted(KINDS))}")


def words(kind: str, count: int, *, to_pupil: bool) -> Words:
    """The words of a kind in the language in use: with `je` to a pupil, `u` to anybody else."""
    spoken = _to_pupil() if to_pupil else _to_adult(count)
    return spoken.get(kind, spoken["waiting"])


def _to_pupil() -> dict[str, Words]:
    """Nobody owes anything as a pupil, so there are no reminders here."""
    subject = pgettext("mail to a pupil", "Something waits for you in Keyzer")
    return {
        "waiting": Words(subject, pgettext("mail to a pupil", "School has put something ready for you.")),
        "letter": Words(subject, pgettext("mail to a pupil", "School has put a letter ready for you.")),
    }


def _to_adult(count: int) -> dict[str, Words]:
    subject = pgettext("mail to an adult", "Something waits for you in Keyzer")
    at_once = pgettext("mail to an adult", "Something waits for you that can't wait")
    return {
        "waiting": Words(subject, pgettext("mail to an adult", "School has put something ready for you.")),
        "letter": Words(subject, pgettext("mail to an adult", "School has put a letter ready for you.")),
        "reminder": Words(subject, _counted(_due_soon(count), count)),
        "pressing": Words(at_once, _counted(_pressing(count), count)),
        "late": Words(pgettext("mail to an adult", "Something is past its term"), _counted(_late(count), count)),
        "late-at-colleague": Words(
            pgettext("mail to an adult", "A colleague can use your help"), _counted(_late_elsewhere(count), count)
        ),
        "board-urgent": Words(
            at_once,
            pgettext(
                "mail to an adult",
                "Something waits for the board that can't wait. Read it yourself, today. Don't forward this mail.",
            ),
        ),
    }


def _counted(sentence: str, count: int) -> str:
    return sentence % {"count": count}


def _due_soon(count: int) -> str:
    return npgettext(
        "mail to an adult",
        "One thing that waits for you is due soon.",
        "%(count)d things that wait for you are due soon.",
        count,
    )


def _pressing(count: int) -> str:
    return npgettext(
        "mail to an adult",
        "One thing that waits for you can't wait.",
        "%(count)d things that wait for you can't wait.",
        count,
    )


def _late(count: int) -> str:
    return npgettext(
        "mail to an adult",
        "One thing that waits for you is past its term.",
        "%(count)d things that wait for you are past their term.",
        count,
    )


def _late_elsewhere(count: int) -> str:
    return npgettext(
        "mail to an adult",
        "One thing that a colleague sees to is past its term. You can help, or take it over.",
        "%(count)d things that colleagues see to are past their term. You can help, or take them over.",
        count,
    )
