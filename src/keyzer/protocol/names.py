"""How the closed lists are called in plain words, for every page, letter and refusal."""

from .vocabulary import ArticleKind, Audience, Part, Role, Text

ROLES = {
    Role.LEERLING: Text(nl="leerling", en="pupil"),
    Role.OUDER: Text(nl="ouder of verzorger", en="parent or guardian"),
    Role.DOCENT: Text(nl="docent", en="teacher"),
    Role.MENTOR: Text(nl="mentor", en="mentor"),
    Role.COORDINATOR: Text(nl="coördinator", en="coordinator"),
    Role.TEAMLEIDER: Text(nl="leidinggevende", en="line manager"),
    Role.ZORGCOORDINATOR: Text(nl="zorgcoördinator", en="care coordinator"),
    Role.VEILIGHEIDSCOORDINATOR: Text(nl="coördinator sociale veiligheid", en="social safety coordinator"),
    Role.VERTROUWENSPERSOON: Text(nl="vertrouwenspersoon", en="confidential adviser"),
    Role.DIRECTEUR: Text(nl="directeur", en="director"),
    Role.BESTUUR: Text(nl="bestuur", en="board"),
    Role.HR: Text(nl="personeelszaken", en="human resources"),
    Role.FG: Text(nl="functionaris gegevensbescherming", en="data protection officer"),
    Role.BEHEERDER: Text(nl="beheerder", en="administrator"),
    Role.OOP: Text(nl="ondersteunend medewerker", en="support staff"),
    Role.VRIJWILLIGER: Text(nl="vrijwilliger", en="volunteer"),
    Role.STAGIAIR: Text(nl="stagiair", en="intern"),
    Role.ANDER: Text(nl="betrokkene bij de school", en="otherwise tied to the school"),
}

AUDIENCES = {
    Audience.LEERLING: Text(nl="leerlingen", en="pupils"),
    Audience.OUDER: Text(nl="ouders en verzorgers", en="parents and guardians"),
    Audience.PERSONEEL: Text(nl="personeel", en="staff"),
    Audience.VRIJWILLIGER: Text(nl="vrijwilligers", en="volunteers"),
    Audience.STAGIAIR: Text(nl="stagiairs", en="interns"),
    Audience.ANDER: Text(nl="anderen die bij de school horen", en="others tied to the school"),
}

PARTS = {
    Part.MELDER: Text(nl="meldde het", en="reported it"),
    Part.BETROKKENE: Text(nl="heeft er last van", en="is affected by it"),
    Part.GETUIGE: Text(nl="heeft het gezien", en="saw it"),
    Part.ONDERWERP: Text(nl="het gaat over deze persoon", en="it is about this person"),
}

ARTICLE_KINDS = {
    ArticleKind.NORM: Text(nl="zo gaan we met elkaar om", en="how we treat each other"),
    ArticleKind.DUTY: Text(nl="dit moet", en="this must be done"),
    ArticleKind.PROHIBITION: Text(nl="dit mag niet", en="this is not allowed"),
    ArticleKind.PERMISSION: Text(nl="dit mag, onder voorwaarden", en="this is allowed, on conditions"),
    ArticleKind.POWER: Text(nl="dit kan de school doen", en="what the school may do"),
    ArticleKind.PROCEDURE: Text(nl="zo gaat het", en="how it goes"),
}
