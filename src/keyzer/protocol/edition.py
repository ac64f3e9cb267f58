"""What an edition of the protocol is: frozen structs that refuse unknown fields. `load` reads them from TOML."""

import re
from datetime import date
from functools import cache

from .data import Data, Source
from .vocabulary import (
    ArticleKind,
    Audience,
    Change,
    Count,
    Encoding,
    FreePart,
    Gate,
    Grade,
    Lane,
    LetterAbout,
    LetterApprover,
    LetterPart,
    LetterTo,
    Place,
    Role,
    Text,
    Unit,
    Whose,
)

AT_ONCE = "at once"
BY_SETTING = "by setting"
NO_TERM = "no term"
DURATION = re.compile(r"P(?:(?P<day>\d+)(?P<unit>[DWM])|T(?P<hour>\d+)H)")
UNITS = {"D": Unit.DAYS, "W": Unit.WEEKS, "M": Unit.MONTHS}


class Means(Data, frozen=True, kw_only=True):
    """What an article comes to in daily life, told to each audience in its own words; the fields are audiences."""

    leerling: Text | None = None
    ouder: Text | None = None
    personeel: Text | None = None
    vrijwilliger: Text | None = None
    stagiair: Text | None = None
    ander: Text | None = None

    def told(self) -> dict[Audience, Text]:
        """The words of each audience that has some."""
        words = {audience: getattr(self, audience.value) for audience in Audience}
        return {audience: text for audience, text in words.items() if text is not None}


class Article(Data, frozen=True, kw_only=True):
    """One article of the paper, under its own id (`leerlingen-9`, `reikwijdte-4a`).

    `why` says what it is good for and `means` what it asks of each audience; both explain and bind nobody.
    """

    id: str
    kind: ArticleKind
    binds: tuple[Audience, ...]
    title: Text
    text: Text
    encoding: Encoding
    measures: tuple[str, ...] = ()
    procedure: str | None = None
    left_to_judgement: Text | None = None
    why: Text | None = None
    means: Means = Means()

    @property
    def chapter(self) -> str:
        """`leerlingen` of `leerlingen-9`."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> str:
        """`9` of `leerlingen-9`, `4a` of `reikwijdte-4a`."""
        return self.id.rpartition("-")[2]


class Offence(Data, frozen=True, kw_only=True):
    """What a conduct may be under criminal law. A suspicion that a person weighs, never a finding.

    `needs_complaint`: only the victim can have it prosecuted (klachtdelict). `sexual`: it is in Title XIV of the
    Criminal Code, so that WVO 2020 art. 3.39 holds when somebody with a task at the school is suspected of it.
    """

    id: str
    label: Text
    source: Source
    needs_complaint: bool
    sexual: bool = False


class Conduct(Data, frozen=True, kw_only=True):
    """One kind of conduct that every report, verdict and case cites."""

    id: str
    label: Text
    breaks: tuple[str, ...]
    where: Place
    binds: tuple[Audience, ...]
    offences: tuple[str, ...] = ()
    sexual_image_path: bool = False


class GravityRange(Data, frozen=True, kw_only=True):
    """The grades for which a measure is usual; outside it a written reason is asked."""

    lowest: Grade
    highest: Grade


class Measure(Data, frozen=True, kw_only=True):
    """One rung of a ladder. `lasts_at_most` is in calendar days; 0 is the same school day.

    `gates` must be passed before the decision. Of these, a written urgent reason may stand in for those in
    `waived_by_urgency` (the gate is then passed afterwards), and those in `only_in_compulsory_education` hold for a
    pupil under the Leerplichtwet alone. `punishes` is false for a step that serves calm, safety or repair. `explain`
    speaks to whom the measure is about, `explain_to_guardian` about their child.
    """

    id: str
    lane: Lane
    rank: int
    label: Text
    explain: Text
    explain_to_guardian: Text | None = None
    proposed_by: tuple[Role, ...]
    decided_by: tuple[Role, ...]
    gravity: GravityRange
    gates: tuple[Gate, ...]
    grounds: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    lasts_at_most: int | None = None
    needs_end: bool = False
    waived_by_urgency: tuple[Gate, ...] = ()
    only_in_compulsory_education: tuple[Gate, ...] = ()
    punishes: bool = True
    procedure: str | None = None


class Term(Data, frozen=True, kw_only=True):
    """A length of time. Zero days is the same day."""

    amount: int
    unit: Unit


class Step(Data, frozen=True, kw_only=True):
    """One step of a procedure: who owes it, within which time, on which ground, and which procedures may follow.

    `within` is an ISO 8601 duration of one unit (`P1D`, `P6W`, `P3M`, `PT72H`), `at once`, `by setting` where the
    school itself must fill in the term, or `no term` where nothing but the case decides when.
    """

    id: str
    label: Text
    by: tuple[Role, ...]
    within: str
    counted_in: Count
    grounds: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    leads_to: tuple[str, ...] = ()

    @property
    def term(self) -> Term | None:
        """The length of `within`; None for `at once`, `by setting` and `no term`."""
        return _length(self.within)


@cache
def _length(within: str) -> Term | None:
    found = DURATION.fullmatch(within)
    if found is None:
        return None
    if found["hour"]:
        return Term(amount=int(found["hour"]), unit=Unit.HOURS)
    return Term(amount=int(found["day"]), unit=UNITS[found["unit"]])


class Procedure(Data, frozen=True, kw_only=True):
    """Ordered steps under an id that articles refer to."""

    id: str
    label: Text
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step:
        """The step under `step_id`. Raises KeyError for a step that the procedure does not hold."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)


class LetterKind(Data, frozen=True, kw_only=True):
    """One kind of letter. Without each of `parts` it can't be issued; `also` stands in it where it is known.

    `measures` are the decisions or intentions that it tells, `free` the paragraphs that a person may write, and
    `in_writing` says that this must be told in writing, whatever the measure.
    """

    id: str
    label: Text
    lane: Lane
    about: LetterAbout
    to: LetterTo
    approved_by: LetterApprover
    parts: tuple[LetterPart, ...]
    grounds: tuple[str, ...]
    measures: tuple[str, ...] = ()
    also: tuple[LetterPart, ...] = ()
    free: tuple[FreePart, ...] = ()
    in_writing: bool = False
    sources: tuple[Source, ...] = ()


class SigningRule(Data, frozen=True, kw_only=True):
    """Who signs for somebody of an audience, which is the id.

    `oneself` says that the person signs; until the age `guardians_until` each guardian with authority signs too.
    """

    id: str
    oneself: bool
    grounds: tuple[str, ...]
    guardians_until: int | None = None


class ImageAge(Data, frozen=True, kw_only=True):
    """From the age `since` on each of `gives` must say yes to a picture, and any of `withdraws` can end it.

    `no_of_self_holds`: what the person in the picture has ended is not begun again by others.
    """

    id: str
    since: int
    gives: Whose
    withdraws: tuple[Whose, ...]
    grounds: tuple[str, ...]
    sources: tuple[Source, ...]
    no_of_self_holds: bool = False


class DraftCheck(Data, frozen=True, kw_only=True):
    """What is pointed out in a draft: `why` it may hurt, `better` what to write instead. Nobody in `only_for`: all."""

    id: str
    label: Text
    why: Text
    better: Text
    grounds: tuple[str, ...]
    only_for: tuple[Audience, ...] = ()


class Edition(Data, frozen=True, kw_only=True):
    """The whole protocol as it was adopted on a day. `digest` pins its content; cases and signatures keep it.

    `replaces` is the edition before it, and `change` how much differs from that.
    """

    id: str
    school: str
    adopted_on: date
    in_force_from: date
    digest: str
    articles: dict[str, Article]
    conduct: dict[str, Conduct]
    offences: dict[str, Offence]
    measures: dict[str, Measure]
    procedures: dict[str, Procedure]
    letters: dict[str, LetterKind]
    signing: dict[str, SigningRule]
    checks: dict[str, DraftCheck]
    image_ages: dict[str, ImageAge]
    change: Change = Change.MAJOR
    replaces: str | None = None

    def article(self, article_id: str) -> Article:
        """The article under `article_id`. Raises KeyError for an id the edition does not hold."""
        return self.articles[article_id]

    def step(self, procedure_id: str, step_id: str) -> Step:
        """The step of a procedure, for its term and who owes it. Raises KeyError for an id that is not there."""
        return self.procedures[procedure_id].step(step_id)

    def conduct_of(self, audience: Audience) -> list[Conduct]:
        """The kinds of conduct that somebody of `audience` can be asked about, in the order of the edition."""
        return [conduct for conduct in self.conduct.values() if audience in conduct.binds]

    def broken_by(self, conduct_id: str, audience: Audience) -> tuple[str, ...]:
        """The articles that a conduct breaks when it was done by somebody of `audience`."""
        return tuple(name for name in self.conduct[conduct_id].breaks if audience in self.articles[name].binds)

    def ladder(self, lane: Lane) -> list[Measure]:
        """The measures of a lane, lightest first."""
        return sorted((m for m in self.measures.values() if m.lane is lane), key=lambda m: m.rank)
