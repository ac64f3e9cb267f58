"""The sentences that differ by reader: `je` to a pupil, `u` and the child by name to a guardian, `u` to staff."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from keyzer.protocol import Measure, OwnCase, Reader, RemedyKind


class Words:
    """How one reader is spoken to. `name` is whom the case is about, `reader` who reads it."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.reader = reader
        self.name = name

    def _to(self, *, pupil: str, adult: str) -> str:
        return pupil if self.reader is Reader.PUPIL else adult

    def _by(self, *, pupil: str, guardian: str, staff: str) -> str:
        if self.reader is Reader.GUARDIAN:
            return guardian % {"name": self.name}
        return pupil if self.reader is Reader.PUPIL else staff

    def standing(self, told: OwnCase) -> str:
        """In a sentence or two: how far it is."""
        if not told.is_open:
            return _("This is over.")
        if told.decisions:
            return self._to(
                pupil=pgettext("to a pupil", "The school has decided. You read here what, why, and what you can do."),
                adult=pgettext("to an adult", "The school has decided. You read here what, why, and what you can do."),
            )
        if told.intentions:
            return self._to(
                pupil=pgettext("to a pupil", "The school intends something. Nothing is decided yet. You can answer."),
                adult=pgettext("to an adult", "The school intends something. Nothing is decided yet. You can answer."),
            )
        return _("The school is finding out what happened. Nothing is decided.")

    def nothing_to_do(self) -> str:
        """When no date lies ahead and the case is still open."""
        return self._to(
            pupil=pgettext("to a pupil", "You need not do anything now. When there is news, it stands here."),
            adult=pgettext("to an adult", "You need not do anything now. When there is news, it stands here."),
        )

    def not_established(self) -> str:
        """Above what was reported, while nothing is decided."""
        return self._by(
            pupil=pgettext("to a pupil", "This is what the school was told. You may tell how you see it."),
            guardian=_("This is what the school was told. You may tell how you see it, and so may %(name)s."),
            staff=pgettext("to an adult", "This is what the school was told. You may tell how you see it."),
        )

    def come_along(self) -> str:
        """Beside an invitation."""
        return self._by(
            pupil=pgettext("to a pupil", "You may bring somebody, a parent for instance."),
            guardian=_("You may bring somebody. Do you need an interpreter? Tell the school."),
            staff=_("You may bring somebody, an adviser for instance."),
        )

    def remedy(self, kind: RemedyKind) -> str:
        """What the reader can do against a decision, with the legal word explained at its first use."""
        if kind is RemedyKind.OBJECTION:
            return self._to(
                pupil=pgettext(
                    "to a pupil",
                    "You can object: you tell the school why you disagree, and the school looks at it again.",
                ),
                adult=pgettext(
                    "to an adult",
                    "You can object: you tell the school why you disagree, and the school looks at it again.",
                ),
            )
        if kind is RemedyKind.COMPLAINT:
            return self._to(
                pupil=pgettext("to a pupil", "You can make a complaint, by letter or e-mail."),
                adult=pgettext("to an adult", "You can make a complaint, by letter or e-mail."),
            )
        if kind is RemedyKind.APPEAL:
            return _("You can appeal: somebody outside the school judges the decision.")
        if kind is RemedyKind.COURT:
            return _("You can go to court. Find somebody soon who helps you: a lawyer or your trade union.")
        return self._to(
            pupil=pgettext("to a pupil", "Tell it below. The school keeps it with the decision."),
            adult=pgettext("to an adult", "Tell it below. The school keeps it with the decision."),
        )

    def explain(self, measure: Measure, language: str) -> str:
        """What a measure means; to a guardian as it is about a child."""
        if self.reader is Reader.GUARDIAN and measure.explain_to_guardian:
            return measure.explain_to_guardian.read(language)
        return measure.explain.read(language)

    def own_view(self) -> str:
        """The heading above it."""
        return self._to(pupil=pgettext("to a pupil", "Your own view"), adult=pgettext("to an adult", "Your own view"))

    def view(self) -> str:
        """Above the own view."""
        return self._to(
            pupil=pgettext("to a pupil", "You can tell in your own words how you see it. It is kept in the file."),
            adult=pgettext("to an adult", "You can tell in your own words how you see it. It is kept in the file."),
        )

    def add_view(self) -> str:
        """The button that leads to it."""
        return self._to(
            pupil=pgettext("to a pupil", "Add your own view"), adult=pgettext("to an adult", "Add your own view")
        )

    def how_do_you_see_it(self) -> str:
        """The question on its page."""
        return self._to(
            pupil=pgettext("to a pupil", "How do you see it?"), adult=pgettext("to an adult", "How do you see it?")
        )

    def kept(self) -> str:
        """What the school keeps of it, how long, and who reads it (leerlingen-9, personeel-8)."""
        return self._by(
            pupil=pgettext(
                "to a pupil",
                "All of this is in your file at school. Only who works on it may read it. "
                "You and your parents may read what stands here, until you are 18; from then on you alone. "
                "Most of it is destroyed two years after you leave school.",
            ),
            guardian=_(
                "All of this is in the school's file about %(name)s. Only who works on it may read it. "
                "You may read along until %(name)s is 18. "
                "Most of it is destroyed two years after %(name)s leaves school."
            ),
            staff=_(
                "All of this is in your personnel file. Only who works on it may read it. "
                "Most of it is destroyed two years after you leave."
            ),
        )

    def invited(self) -> str:
        """An invitation whose moment has passed."""
        return self._to(
            pupil=pgettext("to a pupil", "You were invited to a talk"),
            adult=pgettext("to an adult", "You were invited to a talk"),
        )

    def spoken_with(self, channel: str) -> str:
        """A call or talk in which the school reached the reader."""
        said = self._to(
            pupil=pgettext("to a pupil", "The school spoke with you: %(channel)s"),
            adult=pgettext("to an adult", "The school spoke with you: %(channel)s"),
        )
        return said % {"channel": channel}

    def left_alone(self) -> str:
        """Above an agreement to leave somebody alone; who that is, the reader knows."""
        return self._by(
            pupil=pgettext("to a pupil", "It was agreed that you leave somebody alone, online too."),
            guardian=_("It was agreed that %(name)s leaves somebody alone, online too."),
            staff=pgettext("to an adult", "It was agreed that you leave somebody alone, online too."),
        )

    def object_to(self, measure: str) -> str:
        """The heading of the page for an objection."""
        return _("Object to: %(measure)s") % {"measure": measure}

    def what_an_objection_is(self) -> list[str]:
        """The legal word in plain ones."""
        return [
            self._to(
                pupil=pgettext("to a pupil", "To object is to tell the school that you disagree with this decision."),
                adult=pgettext("to an adult", "To object is to tell the school that you disagree with this decision."),
            ),
            self._to(
                pupil=pgettext("to a pupil", "It is free. Somebody may help you write it."),
                adult=pgettext("to an adult", "It is free. Somebody may help you write it."),
            ),
        ]

    def after_an_objection(self, weeks: int | None) -> list[str]:
        """What happens then, step by step (WVO 2020, 8.15(8))."""
        steps = [
            self._to(
                pupil=pgettext("to a pupil", "You may read the reports that the decision rests on."),
                adult=pgettext("to an adult", "You may read the reports that the decision rests on."),
            ),
            self._to(
                pupil=pgettext("to a pupil", "You are invited to explain it in a talk."),
                adult=pgettext("to an adult", "You are invited to explain it in a talk."),
            ),
        ]
        return [*steps, self._answered_within(weeks)]

    def _answered_within(self, weeks: int | None) -> str:
        if weeks is None:
            return self._to(
                pupil=pgettext("to a pupil", "The board decides and writes to you why."),
                adult=pgettext("to an adult", "The board decides and writes to you why."),
            )
        within = ngettext("within %(weeks)d week", "within %(weeks)d weeks", weeks) % {"weeks": weeks}
        said = self._to(
            pupil=pgettext("to a pupil", "The board decides %(within)s and writes to you why."),
            adult=pgettext("to an adult", "The board decides %(within)s and writes to you why."),
        )
        return said % {"within": within}

    def late_objection(self) -> str:
        """After the term: it is taken in all the same."""
        return self._to(
            pupil=pgettext("to a pupil", "The time to object is over. You can still send it: a person then decides."),
            adult=pgettext("to an adult", "The time to object is over. You can still send it: a person then decides."),
        )

    def why_disagree(self) -> str:
        """The question of the form."""
        return self._to(
            pupil=pgettext("to a pupil", "Why do you disagree?"), adult=pgettext("to an adult", "Why do you disagree?")
        )

    def why_hint(self) -> str:
        """Under that question."""
        return self._to(
            pupil=pgettext("to a pupil", "Tell what is not right, and what you would like instead."),
            adult=pgettext("to an adult", "Tell what is not right, and what you would like instead."),
        )

    def objection_is_in(self, *, late: bool) -> str:
        """After sending."""
        if late:
            return self._to(
                pupil=pgettext("to a pupil", "Your objection is in. It came late: the board decides if it counts."),
                adult=pgettext("to an adult", "Your objection is in. It came late: the board decides if it counts."),
            )
        return self._to(
            pupil=pgettext("to a pupil", "Your objection is in. You hear from the school."),
            adult=pgettext("to an adult", "Your objection is in. You hear from the school."),
        )
