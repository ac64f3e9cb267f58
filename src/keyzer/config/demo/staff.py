"""The 130 people who work at the demo school, in every role that the protocol knows."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer.people.roster import NewEmployment, NewPerson, NewRole
from keyzer.protocol import Role

from .draft import Draft
from .families import CLASS_LETTERS, LAYERS
from .identity import invented_id
from .names import Draw


class Post(NamedTuple):
    """A function with its roles; `layer` and `class_name` say for whom."""

    function: str
    roles: tuple[Role, ...]
    layer: int | None = None
    class_name: str | None = None


TEACHERS_WITHOUT_CLASS = 40


def posts() -> list[Post]:
    """All functions of the school; the director comes first, everybody else answers to somebody above."""
    return [
        Post("rector", (Role.DIRECTEUR,)),
        Post("conrector", (Role.DIRECTEUR,)),
        Post("bestuurder", (Role.BESTUUR,)),
        Post("bestuurder", (Role.BESTUUR,)),
        *(Post(f"teamleider leerjaar {layer}", (Role.TEAMLEIDER,), layer) for layer in LAYERS),
        *(Post(f"coördinator leerjaar {layer}", (Role.COORDINATOR,), layer) for layer in LAYERS),
        Post("zorgcoördinator", (Role.ZORGCOORDINATOR,)),
        Post("zorgcoördinator", (Role.ZORGCOORDINATOR,)),
        Post("coördinator sociale veiligheid", (Role.VEILIGHEIDSCOORDINATOR,)),
        Post("vertrouwenspersoon", (Role.VERTROUWENSPERSOON,)),
        Post("vertrouwenspersoon", (Role.VERTROUWENSPERSOON,)),
        Post("hr-adviseur", (Role.HR,)),
        Post("functionaris gegevensbescherming", (Role.FG,)),
        Post("applicatiebeheerder", (Role.BEHEERDER,)),
        *(
            Post("docent en mentor", (Role.DOCENT, Role.MENTOR), layer, f"{layer}{letter}")
            for layer in LAYERS
            for letter in CLASS_LETTERS
        ),
        *(Post("docent", (Role.DOCENT,)) for _ in range(TEACHERS_WITHOUT_CLASS)),
        *(Post("conciërge", (Role.OOP,)) for _ in range(4)),
        *(Post("administratie", (Role.OOP,)) for _ in range(4)),
        *(Post("stagiair", (Role.STAGIAIR,)) for _ in range(4)),
        *(Post("vrijwilliger", (Role.VRIJWILLIGER,)) for _ in range(4)),
        Post("sportcoach van de gemeente", (Role.ANDER,)),
        Post("gastdocent", (Role.ANDER,)),
    ]


def add_staff(draft: Draft, draw: Draw) -> None:
    """Give each post a person, roles, and a line manager: the team leader of the layer, or the director."""
    all_posts = posts()
    director = invented_id("staff", 0)
    team_leaders = {
        post.layer: invented_id("staff", number)
        for number, post in enumerate(all_posts)
        if Role.TEAMLEIDER in post.roles
    }
    for number, post in enumerate(all_posts):
        person = invented_id("staff", number)
        draft.admit(_staff_person(draw, person, number), f"medewerker{number}")
        draft.roles.extend(_roles(person, post, draft.since))
        manager = None if person == director else director
        if Role.TEAMLEIDER not in post.roles:
            manager = team_leaders.get(post.layer, manager)
        draft.employments.append(NewEmployment(person, post.function, draft.since, manager=manager))


def _staff_person(draw: Draw, person: UUID, number: int) -> NewPerson:
    name = draw.adult()
    return NewPerson(
        person,
        name.given,
        name.family,
        name.prefix,
        f"{name.family[:3].upper()}{number:03d}",
        email=f"medewerker{number}@demo.example",
        phone=draw.phone(),
        address=draw.address(),
    )


def _roles(person: UUID, post: Post, since: date) -> list[NewRole]:
    """A mentor's role is for the class, a teacher's for the school, a coordinator's for the layer."""
    return [
        NewRole(person, role, since, school_class=invented_id("class", post.class_name))
        if role is Role.MENTOR and post.class_name
        else NewRole(person, role, since, layer=None if role is Role.DOCENT else post.layer)
        for role in post.roles
    ]
