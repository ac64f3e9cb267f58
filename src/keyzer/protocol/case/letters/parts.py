"""Every part of a letter under its id, with what to say and what to do while it is missing."""

from keyzer.protocol.case.letters import parts_after, parts_facts, parts_staff, parts_talks
from keyzer.protocol.case.letters.part import Part
from keyzer.protocol.case.letters.signing import signatory
from keyzer.protocol.vocabulary import Gate, LetterPart, Text

PARTS: dict[LetterPart, Part] = {
    LetterPart.FACTS: Part(
        read=parts_facts.happened,
        missing=Text(nl="Leg eerst vast wat er is gebeurd.", en="First write down what happened."),
        command="establish-facts",
    ),
    LetterPart.RULE: Part(
        read=parts_facts.rule,
        missing=Text(nl="Noem eerst om welk gedrag het gaat.", en="First cite what conduct it is about."),
        command="cite-conduct",
    ),
    LetterPart.MEASURE: Part(
        read=parts_facts.measure,
        missing=Text(nl="Er is nog geen maatregel.", en="There is no measure yet."),
        command="decide-measure",
    ),
    LetterPart.PERIOD: Part(
        read=parts_facts.period,
        applies=parts_facts.has_period,
        missing=Text(nl="Het begin en het einde ontbreken.", en="The start and the end are missing."),
    ),
    LetterPart.REASONS: Part(
        read=parts_facts.reasons,
        missing=Text(nl="De reden van het besluit ontbreekt.", en="The reason for the decision is missing."),
    ),
    LetterPart.OUTSIDE_RANGE: Part(
        read=parts_facts.outside_range,
        missing=Text(nl="Er is geen reden om af te wijken.", en="There is no reason to deviate."),
    ),
    LetterPart.HEARD: Part(
        read=parts_talks.heard,
        applies=parts_talks.was_heard_first,
        missing=Text(
            nl="Er ontbreekt wie vóór het besluit is gehoord, of waarom dat niet kon wachten.",
            en="Who was heard before the decision is missing, or why it could not wait.",
        ),
        command="record-hearing",
        gate=Gate.SUBJECT_HEARD,
    ),
    LetterPart.URGENCY: Part(
        read=parts_talks.urgency,
        applies=parts_talks.was_urgent,
        missing=Text(nl="De dringende reden ontbreekt.", en="The urgent reason is missing."),
        command="claim-urgency",
        gate=Gate.URGENT_REASON,
    ),
    LetterPart.APPOINTMENT: Part(
        read=parts_talks.appointment,
        missing=Text(
            nl="Nodig deze persoon eerst uit voor een gesprek dat nog komt.",
            en="First invite this person to a talk that is still to come.",
        ),
        command="invite-hearing",
    ),
    LetterPart.INTENDED: Part(
        read=parts_facts.intended,
        missing=Text(nl="Er is nog geen voornemen.", en="There is no intention yet."),
        command="record-intention",
    ),
    LetterPart.REMEDY: Part(
        read=parts_after.remedy,
        applies=parts_after.has_remedy,
        missing=Text(
            nl="Vul eerst in waar iemand bezwaar kan maken, een klacht kan indienen of in beroep kan gaan.",
            en="First fill in where to object, complain or appeal.",
        ),
        command="adopt-settings",
    ),
    LetterPart.SCHOOL_WORK: Part(
        read=parts_after.school_work,
        missing=Text(nl="Het schoolwerk is nog niet geregeld.", en="School work is not arranged yet."),
        command="arrange-school-work",
    ),
    LetterPart.RETURN_TALK: Part(
        read=parts_talks.return_talk,
        missing=Text(nl="Het gesprek bij terugkomst is nog niet gepland.", en="The talk at the return is not planned."),
        command="invite-hearing",
    ),
    LetterPart.OTHER_SCHOOL: Part(
        read=parts_after.other_school,
        applies=parts_after.needs_other_school,
        missing=Text(nl="Er is nog geen andere school gevonden.", en="No other school was found yet."),
        command="record-other-school",
        gate=Gate.OTHER_SCHOOL_FOUND,
    ),
    LetterPart.INSPECTORATE: Part(
        read=parts_after.inspectorate,
        missing=Text(
            nl="Er was vóór het besluit geen overleg met de Inspectie.",
            en="The Inspectorate was not consulted before the decision.",
        ),
        command="consult-inspectorate",
        gate=Gate.INSPECTORATE_CONSULTED,
    ),
    LetterPart.EARLIER: Part(
        read=parts_facts.earlier,
        missing=Text(nl="Eerdere schorsingen zijn niet bekend.", en="Earlier suspensions are not known."),
    ),
    LetterPart.DEFENCE: Part(
        read=parts_staff.defence,
        missing=Text(nl="Vul eerst in hoeveel dagen er zijn voor verweer.", en="First fill in the days for a defence."),
        command="adopt-settings",
        gate=Gate.DEFENCE_TERM_OVER,
    ),
    LetterPart.AGREEMENT: Part(
        read=parts_staff.agreement,
        missing=Text(
            nl="Personeelszaken vult eerst de bron in de cao in.",
            en="HR must first fill in the collective agreement's source.",
        ),
        command="adopt-settings",
        gate=Gate.COLLECTIVE_AGREEMENT_SOURCE,
    ),
    LetterPart.WORKS_COUNCIL: Part(
        read=parts_staff.works_council,
        missing=Text(
            nl="De instemming van de personeelsgeleding (PMR) is nog niet vastgelegd.",
            en="The consent of the works council is not recorded yet.",
        ),
        command="adopt-settings",
        gate=Gate.WORKS_COUNCIL_CONSENT,
    ),
    LetterPart.LEGAL_ADVICE: Part(
        read=parts_staff.legal_advice,
        applies=parts_staff.needs_advice,
        missing=Text(nl="Vraag eerst juridisch advies.", en="Ask for legal advice first."),
        command="record-legal-advice",
        gate=Gate.LEGAL_ADVICE,
    ),
    LetterPart.DEVICE: Part(
        read=parts_after.device,
        missing=Text(nl="De inname is nog niet vastgelegd.", en="The handing in is not recorded yet."),
        command="take-device",
    ),
    LetterPart.OBJECTION: Part(
        read=parts_after.objection,
        missing=Text(nl="Er is geen bezwaar.", en="There is no objection."),
        command="lodge-objection",
    ),
    LetterPart.OBJECTION_DECISION: Part(
        read=parts_after.objection_decision,
        missing=Text(nl="Wie bezwaar maakte, is nog niet gehoord.", en="The objector has not been heard yet."),
        command="hear-objection",
    ),
    LetterPart.ENDING: Part(
        read=parts_after.ending,
        missing=Text(nl="De zaak is nog niet afgerond.", en="The case has not ended yet."),
        command="end-without-measure",
    ),
    LetterPart.AFTERCARE: Part(
        read=parts_talks.aftercare,
        missing=Text(nl="Er is nog geen nazorg gepland.", en="No aftercare is planned yet."),
        command="plan-aftercare",
    ),
    LetterPart.SIGNATORY: Part(
        read=signatory,
        missing=Text(nl="Niemand behandelt de zaak nu.", en="Nobody handles the case now."),
        command="reassign",
    ),
    LetterPart.SUBJECT: Part(
        read=parts_facts.subject,
        missing=Text(nl="Het is niet bekend over wie het gaat.", en="It is not known whom it is about."),
    ),
}
