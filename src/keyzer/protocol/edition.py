"""What an edition of the protocol is: frozen structs that refuse unknown fields. `load` reads them from TOML."""

from datetime import date

from msgspec import Struct

from .vocabulary import ArticleKind, Audience, Encoding, Gate, Grade, Lane, Place, Role, Sureness, Text


class Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manner of all structs in an edition."""


class Source(Data):
    """Where a demand comes from: a law, a ruling, practice or the school itself, and how sure that is."""

    cite: str
    sureness: Sureness


class Article(Data):
    """One article of the paper, under its own id (`leerlingen-9`, `reikwijdte-4a`)."""

    id: str
    kind: ArticleKind
    binds: tuple[Audience, ...]
    title: Text
    text: Text
    encoding: Encoding
    measures: tuple[str, ...] = ()
    procedure: str | None = None
    left_to_judgement: Text | None = None

    @property
    def chapter(self) -> str:
        """`leerlingen` of `leerlingen-9`."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> str:
        """`9` of `leerlingen-9`, `4a` of `reikwijdte-4a`."""
        return self.id.rpartition("-")[2]


class Offence(Data):
    """What a conduct may be under criminal law. A suspicion that a person weighs, never a finding."""

    id: str
    label: Text
    source: Source
    needs_complaint: bool


class Conduct(Data):
    """One kind of conduct that every report, verdict and case cites."""

    id: str
    label: Text
    breaks: tuple[str, ...]
    where: Place
    binds: tuple[Audience, ...]
    offences: tuple[str, ...] = ()
    sexual_image_path: bool = False


class GravityRange(Data):
    """The grades for which a measure is usual; outside it a written reason is asked."""

    lowest: Grade
    highest: Grade


class Measure(Data):
    """One rung of a ladder. `lasts_at_most` is in calendar days; `gates` must be passed before the decision."""

    id: str
    lane: Lane
    rank: int
    label: Text
    explain: Text
    proposed_by: tuple[Role, ...]
    decided_by: tuple[Role, ...]
    gravity: GravityRange
    gates: tuple[Gate, ...]
    grounds: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    lasts_at_most: int | None = None
    needs_end: bool = False


class Step(Data):
    """One step of a procedure: who owes it, within which time (ISO 8601 duration, or `at once`), and its ground."""

    id: str
    label: Text
    by: tuple[Role, ...]
    within: str
    counted_in: str
    grounds: tuple[str, ...]
    sources: tuple[Source, ...] = ()


class Procedure(Data):
    """Ordered steps under an id that articles refer to."""

    id: str
    label: Text
    steps: tuple[Step, ...]


class Edition(Data):
    """The whole protocol as it was adopted on a day. `digest` pins its content; cases and signatures keep it."""

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

    def article(self, article_id: str) -> Article:
        """The article under `article_id`. Raises KeyError for an id the edition does not hold."""
        return self.articles[article_id]

    def ladder(self, lane: Lane) -> list[Measure]:
        """The measures of a lane, lightest first."""
        return sorted((m for m in self.measures.values() if m.lane is lane), key=lambda m: m.rank)
