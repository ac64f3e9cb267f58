"""Who may see and do what, from roles and relations alone.

Every rule is a list of clauses over named columns. The same list answers for one thing (`may_see_…`) and becomes a
filter in the rooms, so that no list can show what its page would refuse.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from .vocabulary import Lane, Role

Column = str | int | bool | None


class RoleHeld(Struct, frozen=True, kw_only=True):
    """A role and how far it reaches: one year of study, one class, or, when both are empty, the whole school."""

    role: Role
    layer: int | None = None
    class_id: str | None = None


class Viewer(Struct, frozen=True, kw_only=True):
    """The one who looks. `guardian_of` names the children, not yet 18, over whom this person has authority (gezag)."""

    id: str
    roles: tuple[RoleHeld, ...] = ()
    guardian_of: frozenset[str] = frozenset()

    def holds(self, *roles: Role) -> bool:
        """True when the viewer has one of `roles`, whatever its reach."""
        return any(held.role in roles for held in self.roles)


class Clause(Struct, frozen=True):
    """Columns that must all have these values; without columns it lets everything through."""

    columns: dict[str, Column]

    def fits(self, row: Mapping[str, Column]) -> bool:
        """Whether a row meets this clause. Raises KeyError for a column that the row lacks."""
        return all(row[name] == value for name, value in self.columns.items())


class Handled(Struct, frozen=True, kw_only=True):
    """What access to a case or an incident turns on. An incident is in the staff lane when a subject of it is staff.

    `parties` are those who take part, guardians of a subject among them, the reporter not.
    """

    lane: Lane
    handler: str | None
    layer: int | None
    parties: frozenset[str]
    sealed: bool = False

    def columns(self, viewer: Viewer) -> dict[str, Column]:
        """The row as clauses see it; `is_party` is about the viewer."""
        return {
            "lane": self.lane,
            "handler": self.handler,
            "layer": self.layer,
            "sealed": self.sealed,
            "is_party": viewer.id in self.parties,
        }


class Told(Struct, frozen=True, kw_only=True):
    """What access to a report or a doubt turns on. `reporter` is who told it; None when anonymous."""

    handler: str | None
    reporter: str | None
    layer: int | None
    parties: frozenset[str] = frozenset()

    def columns(self, viewer: Viewer) -> dict[str, Column]:
        """The row as clauses see it; `is_party` is about the viewer."""
        return {
            "handler": self.handler,
            "reporter": self.reporter,
            "layer": self.layer,
            "is_party": viewer.id in self.parties,
        }


class Filed(Struct, frozen=True, kw_only=True):
    """What access to a person's file, or to the log of who saw it, turns on."""

    person: str
    lane: Lane
    layer: int | None

    def columns(self) -> dict[str, Column]:
        """The row as clauses see it."""
        return {"person": self.person, "lane": self.lane, "layer": self.layer}


YEAR_ROLES = (Role.COORDINATOR, Role.TEAMLEIDER)
PUPIL_ROLES = (Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR)
STAFF_ROLES = (Role.HR, Role.DIRECTEUR)
HANDLE_NOTHING = frozenset({Role.LEERLING, Role.OUDER})


def handled_visibility(viewer: Viewer) -> list[Clause]:
    """Which cases and incidents a viewer may see.

    Nobody sees one as a party: who is named reads the own file. What is sealed is the board's alone (WVO 2020,
    3.39). In the staff lane a manager sees what the manager handles. The administrator, the data protection officer
    and the confidential adviser see none.
    """
    outside: dict[str, Column] = {"is_party": False, "sealed": False}
    clauses = [Clause({**outside, **handles}) for handles in _handles(viewer)]
    clauses += [Clause({**outside, "lane": Lane.LEERLING, **reach}) for reach in _reaches(viewer, YEAR_ROLES)]
    if viewer.holds(*PUPIL_ROLES):
        clauses.append(Clause({**outside, "lane": Lane.LEERLING}))
    if viewer.holds(*STAFF_ROLES):
        clauses.append(Clause({**outside, "lane": Lane.PERSONEEL}))
    if viewer.holds(Role.BESTUUR):
        clauses.append(Clause({"is_party": False}))
    return clauses


def case_visibility(viewer: Viewer) -> list[Clause]:
    """Which cases a viewer may see; columns `lane`, `handler`, `layer`, `sealed`, `is_party`."""
    return handled_visibility(viewer)


def incident_visibility(viewer: Viewer) -> list[Clause]:
    """Which incidents a viewer may see; columns `lane`, `handler`, `layer`, `sealed`, `is_party`."""
    return handled_visibility(viewer)


def report_visibility(viewer: Viewer) -> list[Clause]:
    """Which reports a viewer may see; columns `handler`, `reporter`, `layer`, `is_party` (leerlingen-8).

    Who told it sees it, who handles it, and the manager of the year, so that none lies unanswered.
    """
    own = [Clause({"reporter": viewer.id}), *(Clause({**handles, "is_party": False}) for handles in _handles(viewer))]
    return own + [Clause({**reach, "is_party": False}) for reach in _reaches(viewer, (Role.TEAMLEIDER,))]


def doubt_visibility(viewer: Viewer) -> list[Clause]:
    """Which doubts a viewer may see; columns `handler`, `reporter`: who asked and who answers (leerlingen-8)."""
    return [Clause({"reporter": viewer.id}), *map(Clause, _handles(viewer))]


def dossier_visibility(viewer: Viewer) -> list[Clause]:
    """Whose files a viewer may see; columns `person`, `lane`, `layer` (leerlingen-9, personeel-8; domain access model).

    One's own, those of one's children until they are 18, those of pupils in one's year, and by office. What a file
    holds of a case in which the viewer is party is left out by `case_visibility`.
    """
    clauses = _own(viewer)
    clauses += [Clause({"lane": Lane.LEERLING, **reach}) for reach in _reaches(viewer, YEAR_ROLES)]
    if viewer.holds(*PUPIL_ROLES):
        clauses.append(Clause({"lane": Lane.LEERLING}))
    if viewer.holds(*STAFF_ROLES, Role.BESTUUR):
        clauses.append(Clause({"lane": Lane.PERSONEEL}))
    return clauses


def log_visibility(viewer: Viewer) -> list[Clause]:
    """Whose log of views a viewer may see, without content; columns `person`, `lane`, `layer`: one's own, or as FG."""
    return [Clause({})] if viewer.holds(Role.FG) else _own(viewer)


def may_see_register(viewer: Viewer) -> bool:
    """Whether a viewer may see the register of what is kept, without content: the data protection officer."""
    return viewer.holds(Role.FG)


def may_publish_questions(viewer: Viewer) -> bool:
    """Whether a viewer may publish an answered doubt, without any name, for everybody to read (leerlingen-5)."""
    return viewer.holds(Role.COORDINATOR, Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR)


def may_tell_of_police(viewer: Viewer) -> bool:
    """Whether a viewer may write down that the police took what is locked away (leerlingen-10, personeel-9)."""
    return viewer.holds(Role.DIRECTEUR, Role.BESTUUR)


def may_manage_people(viewer: Viewer) -> bool:
    """Whether a viewer may see people and settings, and no content: the administrator."""
    return viewer.holds(Role.BEHEERDER)


def may_see_case(viewer: Viewer, case: Handled) -> bool:
    """Whether a viewer may see this case."""
    return allows(case_visibility(viewer), case.columns(viewer))


def may_see_incident(viewer: Viewer, incident: Handled) -> bool:
    """Whether a viewer may see this incident."""
    return allows(incident_visibility(viewer), incident.columns(viewer))


def may_handle(viewer: Viewer, handled: Handled) -> bool:
    """Whether a viewer may work on this case or incident: who handles it, or a leader of its lane who may see it."""
    leaders = {Lane.LEERLING: (Role.TEAMLEIDER, Role.DIRECTEUR), Lane.PERSONEEL: STAFF_ROLES}
    leads = viewer.holds(*leaders[handled.lane], Role.BESTUUR)
    return may_see_case(viewer, handled) and (viewer.id == handled.handler or leads)


def may_see_report(viewer: Viewer, report: Told) -> bool:
    """Whether a viewer may see this report."""
    return allows(report_visibility(viewer), report.columns(viewer))


def may_see_doubt(viewer: Viewer, doubt: Told) -> bool:
    """Whether a viewer may see this doubt."""
    return allows(doubt_visibility(viewer), doubt.columns(viewer))


def may_see_dossier(viewer: Viewer, dossier: Filed) -> bool:
    """Whether a viewer may see this person's file."""
    return allows(dossier_visibility(viewer), dossier.columns())


def may_see_log(viewer: Viewer, log: Filed) -> bool:
    """Whether a viewer may see who looked into this person's file."""
    return allows(log_visibility(viewer), log.columns())


def allows(clauses: Iterable[Clause], row: Mapping[str, Column]) -> bool:
    """Whether one of the clauses fits."""
    return any(clause.fits(row) for clause in clauses)


def _own(viewer: Viewer) -> list[Clause]:
    return [Clause({"person": person}) for person in (viewer.id, *sorted(viewer.guardian_of))]


def _handles(viewer: Viewer) -> list[dict[str, Column]]:
    """What the viewer handles, as columns; nothing for who has no work at the school any more."""
    works_here = any(held.role not in HANDLE_NOTHING for held in viewer.roles)
    return [{"handler": viewer.id}] if works_here else []


def _reaches(viewer: Viewer, roles: tuple[Role, ...]) -> list[dict[str, Column]]:
    """How far the viewer's roles reach, as columns; a role for one class gives no case of it."""
    held = [one for one in viewer.roles if one.role in roles and one.class_id is None]
    return [{} if one.layer is None else {"layer": one.layer} for one in held]
