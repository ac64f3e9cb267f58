"""What is sent to the school and by which door: addresses that take a form, those of visitors, secrets and links."""

POSTED = {
    "intake:say": ("report",),
    "intake:add_evidence": ("report",),
    "intake:evidence": ("report", "file"),
    "intake:evidence_lock": ("report", "file"),
    "intake:turn_into_report": ("doubt",),
    "intake:step_aside": ("report",),
    "intake:open_incident": ("report",),
    "intake:break_seal": ("sealed_report",),
    "intake:join": ("report", "sealed_report"),
    "intake:set_aside": ("report",),
    "intake:bring_back": ("report",),
    "incidents:evidence": ("offence_incident", "packed_file"),
    "incidents:evidence_lock": ("offence_incident", "packed_file"),
    "incidents:add-fact": ("incident",),
    "incidents:cite": ("incident",),
    "own:statement": ("case",),
    "own:objection": ("case", "b1"),
    "own:defence": ("staff_case", "berisping"),
    "cases:open": ("incident", "subject"),
    "cases:involve": ("incident",),
    "cases:change-part": ("incident",),
    "cases:command": ("case", "weigh"),
    "settings_part": ("schooldagen",),
    "police:compose": ("offence_case",),
    "police:hand-over": ("pack",),
    "letters:draft": ("case",),
    "letters:rewrite": ("letter",),
    "letters:approve": ("letter",),
    "letters:send": ("letter",),
    "letters:withdraw": ("letter",),
    "platforms:mark": ("instagram",),
    "consults:revise": ("asked_consult",),
    "consults:answer": ("asked_consult",),
    "consults:withdraw": ("asked_consult",),
    "channels:fake": ("fake",),
    "consent:say": ("subject", "site"),
    "consent:take-down": ("picture",),
    "acknowledgements:withdraw": ("signature",),
    "acknowledgements:decide": ("refusal",),
    "demo_sign_in": ("subject",),
}
POSTED_BY_FEW = ("permits:withdraw", "permits:agree", "permits:end")
"""What some of the staff may send; who that is stands with the address, and everybody else is tried."""
OPEN = {"intake:tell_nameless", "handbook:article", "handbook:whole", "platforms:show", "platforms:chore"}
"""Pages about something that a visitor may read too."""
BY_SECRET = {
    "desk:calendar-feed",
    "intake:come_back_file",
    "intake:uploads_without_name",
    "intake:upload_without_name",
    "permits:wall-class",
    "permits:wall-room",
    "permits:wall-now",
}
"""Addresses that a secret in them opens, whoever brings it; the tests of their rooms prove them."""
BY_LINK = (
    "acknowledgements:link", "acknowledgements:link-refuse", "consent:link",
    "own:link", "own:link-file", "own:link-statement", "own:link-objection", "own:link-defence", "own:link-close",
)  # fmt: skip
"""For who has a link to a letter and no account; what a link that holds leads to is tried in the room itself."""
OUTSIDERS = (
    "charlie other_coordinator mentor teacher zorgcoordinator hr fg beheerder vertrouwenspersoon "
    "bystander third_year guardian_without_authority second_guardian reporters_guardian grown_ups_parent"
)
