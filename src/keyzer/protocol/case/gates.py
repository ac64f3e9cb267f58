"""The gates of the edition's measures: whether each was passed, and what to say when it was not."""

from collections.abc import Callable

from keyzer.protocol.case import facts
from keyzer.protocol.case.letters.defence import defence_ends
from keyzer.protocol.case.letters.intended import is_given
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason
from keyzer.protocol.edition import Measure
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Gate, Text

Passed = Callable[[Moment, Measure], bool]


def is_urgent(moment: Moment) -> bool:
    """Whether a written urgent reason was given since the case was opened or reopened."""
    return any(claim.at >= moment.state.round_began for claim in moment.state.urgency)


def _guardians_heard(moment: Moment, _measure: Measure) -> bool:
    return all(facts.is_heard(moment.state, person) for person in facts.to_contact(moment.state, moment.at))


def _guardians_contacted(moment: Moment, _measure: Measure) -> bool:
    state = moment.state
    persons = facts.to_contact(state, moment.at)
    return all(facts.is_reached(state, person) or facts.is_excepted(state, person) for person in persons)


def _inspectorate_consulted(moment: Moment, _measure: Measure) -> bool:
    return any(talk.at >= moment.state.round_began for talk in moment.state.inspectorate_consulted)


def _written_intention(moment: Moment, measure: Measure) -> bool:
    return is_given(moment.edition, moment.state, measure.id, moment.at)


def _defence_term_over(moment: Moment, measure: Measure) -> bool:
    if any(defence.measure == measure.id for defence in moment.state.defences):
        return True
    given = (one for one in moment.state.intentions if one.measure == measure.id)
    ends = [defence_ends(moment.state, one) for one in given]
    return bool(ends) and all(end is not None and moment.at > end for end in ends)


def _works_council(moment: Moment, _measure: Measure) -> bool:
    consent = moment.state.settings.works_council_consent
    return consent is not None and consent <= local_day(moment.at)


PASSED: dict[Gate, Passed] = {
    Gate.GRAVITY_WEIGHED: lambda moment, _: moment.state.gravity is not None,
    Gate.SUBJECT_HEARD: lambda moment, _: facts.is_heard(moment.state, moment.state.subject),
    Gate.GUARDIANS_HEARD: _guardians_heard,
    Gate.GUARDIANS_CONTACTED: _guardians_contacted,
    Gate.INSPECTORATE_CONSULTED: _inspectorate_consulted,
    Gate.OTHER_SCHOOL_FOUND: lambda moment, _: bool(moment.state.other_schools),
    Gate.WRITTEN_INTENTION: _written_intention,
    Gate.DEFENCE_TERM_OVER: _defence_term_over,
    Gate.COLLECTIVE_AGREEMENT_SOURCE: lambda moment, _: bool(moment.state.settings.agreement_source),
    Gate.WORKS_COUNCIL_CONSENT: _works_council,
    Gate.LEGAL_ADVICE: lambda moment, _: bool(moment.state.legal_advice),
    Gate.URGENT_REASON: lambda moment, _: is_urgent(moment),
}

MISSING: dict[Gate, Text] = {
    Gate.GRAVITY_WEIGHED: Text(nl="Weeg eerst hoe ernstig het is.", en="First weigh how serious it is."),
    Gate.SUBJECT_HEARD: Text(
        nl="De persoon over wie het gaat, is nog niet gehoord.", en="The person concerned has not been heard yet."
    ),
    Gate.GUARDIANS_HEARD: Text(
        nl="Nog niet elke ouder met gezag is gehoord. Bij 18 jaar of ouder gaat het om de leerling zelf.",
        en="Not each guardian with authority could give their view yet. From 18 on it is the pupil.",
    ),
    Gate.GUARDIANS_CONTACTED: Text(
        nl="Nog niet elke ouder met gezag is bereikt. Een tweede persoon kan een uitzondering goedkeuren.",
        en="Not each guardian with authority has been reached. A second person may approve an exception.",
    ),
    Gate.INSPECTORATE_CONSULTED: Text(
        nl="Er is nog geen overleg geweest met de Inspectie.", en="The Inspectorate has not been consulted yet."
    ),
    Gate.OTHER_SCHOOL_FOUND: Text(
        nl="Er is nog geen andere school die de leerling wil aannemen.", en="No other school is willing yet."
    ),
    Gate.WRITTEN_INTENTION: Text(
        nl="Geef eerst het voornemen op schrift: leg het vast, en geef de brief aan iedereen die hem moet krijgen.",
        en="First give the intention in writing: record it, and give the letter to each who must have it.",
    ),
    Gate.DEFENCE_TERM_OVER: Text(
        nl="De tijd voor verweer loopt nog, of is nog niet ingevuld, en er is nog geen verweer vastgelegd.",
        en="The defence term still runs, or is not filled in, and no defence was recorded.",
    ),
    Gate.COLLECTIVE_AGREEMENT_SOURCE: Text(
        nl="Personeelszaken vult eerst de bron in de cao in.",
        en="HR must first fill in the collective agreement's source.",
    ),
    Gate.WORKS_COUNCIL_CONSENT: Text(
        nl="De instemming van de personeelsgeleding (PMR) is nog niet vastgelegd.",
        en="The consent of the works council is not recorded yet.",
    ),
    Gate.LEGAL_ADVICE: Text(nl="Vraag eerst juridisch advies.", en="Ask for legal advice first."),
    Gate.URGENT_REASON: Text(
        nl="Leg eerst op schrift vast waarom het niet kan wachten: dat is de dringende reden.",
        en="First record in writing why it can't wait: that is the urgent reason.",
    ),
}


def unpassed(moment: Moment, measure: Measure) -> list[Gate]:
    """The gates of a measure that were not passed; those that urgency may put off are among them."""
    exempt = () if moment.state.compulsory_education else measure.only_in_compulsory_education
    return [gate for gate in measure.gates if gate not in exempt and not PASSED[gate](moment, measure)]


def put_off(moment: Moment, measure: Measure) -> list[Gate]:
    """The gates that a written urgent reason puts off until after the decision."""
    if not is_urgent(moment):
        return []
    return [gate for gate in unpassed(moment, measure) if gate in measure.waived_by_urgency]


def missing(moment: Moment, measure: Measure) -> list[Reason]:
    """A reason for each gate that stands between now and the decision."""
    later = put_off(moment, measure)
    shut = [gate for gate in unpassed(moment, measure) if gate not in later]
    return [Reason(text=MISSING[gate], grounds=measure.grounds, gate=gate) for gate in shut]
