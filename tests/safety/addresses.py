"""Every address of the school, and for whom it is there: a new page needs a line here."""

from typing import NamedTuple

PUPILS = "reporter subject affected bystander third_year grown_up"
GUARDIANS = "guardian second_guardian guardian_without_authority reporters_guardian grown_ups_parent"
STAFF = (
    "coordinator other_coordinator mentor teacher teamleider zorgcoordinator safety director board hr beheerder "
    "vertrouwenspersoon charlie"
)
EVERYBODY = f"{PUPILS} {GUARDIANS} {STAFF} fg"
SEES_PUPILS_CASE = "coordinator teamleider safety director board"
WORKS_ON_PUPILS_CASE = "coordinator teamleider director board"
SEES_STAFF_CASE = "teamleider hr director board"
LOOKS_AFTER_SIGNING = "mentor coordinator other_coordinator teamleider safety director board"
LOOKS_AFTER_2A = "mentor coordinator teamleider safety director board"
HANGS_WALLS = "teacher charlie mentor coordinator other_coordinator teamleider director beheerder"
SEES_ALL_SIGNING = "safety director board"
PUBLISHES_QUESTIONS = "coordinator other_coordinator safety director"
KEEPS_DEVICES = "coordinator other_coordinator mentor teacher teamleider director charlie"
REPORTS_TO_POLICE = "director board"
TEACHES = "mentor teacher charlie"
AGREES = "teamleider zorgcoordinator director"


class Page(NamedTuple):
    """An address and for whom it is there; `others` is what everybody else gets."""

    name: str
    parts: tuple[str, ...]
    for_whom: str
    found: int = 200
    others: int = 404


PAGES = (
    Page("desk:front", (), EVERYBODY),
    Page("desk:search", (), STAFF),
    Page("desk:calendar", (), STAFF),
    Page("desk:calendar-stop", (), STAFF, found=405),
    Page("maydo:start", (), EVERYBODY),
    Page("maydo:answer", (), EVERYBODY),
    Page("handbook:contents", (), EVERYBODY),
    Page("handbook:conduct", (), EVERYBODY),
    Page("handbook:measures", (), EVERYBODY),
    Page("handbook:article", ("leerlingen", "9"), EVERYBODY),
    Page("handbook:whole", ("leerlingen",), EVERYBODY),
    Page("handbook:search", (), EVERYBODY),
    Page("handbook:changes", (), EVERYBODY),
    Page("handbook:document", (), ""),
    Page("handbook:add-question", (), PUBLISHES_QUESTIONS),
    Page("handbook:take-back-question", ("question",), PUBLISHES_QUESTIONS, found=405),
    Page("platforms:index", (), EVERYBODY),
    Page("platforms:checklist", (), EVERYBODY),
    Page("platforms:show", ("instagram",), EVERYBODY),
    Page("platforms:chore", ("instagram", "melden"), EVERYBODY),
    Page("platforms:review", (), "safety"),
    Page("platforms:mark", ("instagram",), "safety", found=405),
    Page("learning:index", (), EVERYBODY),
    Page("learning:lesson", ("sexting",), EVERYBODY),
    Page("learning:screen", ("sexting", "3"), EVERYBODY),
    Page("learning:done", ("sexting",), EVERYBODY, found=302),
    Page("learning:classes", (), "mentor"),
    Page("account_change_password", (), EVERYBODY, found=302),
    Page("account_set_password", (), EVERYBODY),
    Page("account_logout", (), EVERYBODY),
    Page("account_login", (), EVERYBODY, found=302),
    Page("account_inactive", (), EVERYBODY),
    Page("set_language", (), EVERYBODY, found=302),
    Page("settings", (), "director board hr beheerder"),
    Page("settings_part", ("briefhoofd",), "director board beheerder"),
    Page("settings_part", ("cao",), "director board hr"),
    Page("demo", (), ""),
    Page("post:demo", (), ""),
    Page("design:style", (), ""),
    Page("intake:start", (), EVERYBODY),
    Page("intake:tell", ("melding",), EVERYBODY),
    Page("intake:board", (), f"{STAFF} fg"),
    Page("intake:told_board", ("board_report",), "safety"),
    Page("intake:show", ("board_report",), "safety board"),
    Page("incidents:show", ("board_incident",), "board"),
    Page("cases:show", ("board_case",), "board"),
    Page("cases:command", ("board_case", "judge-suspicion"), "board"),
    Page("intake:mine", (), EVERYBODY),
    Page("intake:handled", (), STAFF),
    Page("intake:file", ("geen:echte:handtekening",), ""),
    Page("intake:show", ("report",), "reporter coordinator teamleider"),
    Page("intake:show", ("doubt",), "reporter coordinator"),
    Page("intake:sent", ("report",), "reporter coordinator teamleider"),
    Page("intake:open_file", ("report", "file"), "reporter coordinator teamleider", found=302),
    Page("intake:open_incident", ("report",), "coordinator"),
    Page("intake:tell_nameless", ("melding",), EVERYBODY),
    Page("intake:come_back", (), EVERYBODY),
    Page("intake:adviser", (), EVERYBODY),
    Page("intake:talk", ("talk",), "reporter vertrouwenspersoon"),
    Page("intake:show", ("sealed_report",), "reporter coordinator teamleider"),
    Page("intake:break_seal", ("sealed_report",), "coordinator"),
    Page("intake:break_seal", ("report",), "coordinator", found=302),
    Page("intake:join", ("report", "sealed_report"), "coordinator"),
    Page("intake:set_aside", ("report",), "coordinator"),
    Page("intake:bring_back", ("report",), "coordinator", found=302),
    Page("absence", (), STAFF),
    Page("absence_over", ("1",), STAFF, found=405),
    Page("incidents:index", (), STAFF),
    Page("incidents:show", ("incident",), SEES_PUPILS_CASE),
    Page("incidents:add-fact", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("incidents:cite", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("incidents:show", ("staff_incident",), SEES_STAFF_CASE),
    Page("incidents:add-fact", ("staff_incident",), SEES_STAFF_CASE),
    Page("cases:index", (), STAFF),
    Page("cases:staff", (), SEES_STAFF_CASE),
    Page("cases:begin-staff", (), SEES_STAFF_CASE),
    Page("own:index", (), EVERYBODY),
    Page("own:case", ("case",), "subject guardian"),
    Page("own:case", ("staff_case",), ""),
    Page("own:statement", ("case",), "subject guardian"),
    Page("own:objection", ("case", "b1"), ""),
    Page("own:defence", ("staff_case", "berisping"), ""),
    Page("own:letter", ("letter",), ""),
    Page("own:letter-file", ("letter",), ""),
    Page("cases:open", ("incident", "subject"), ""),
    Page("cases:involve", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("cases:change-part", ("incident",), WORKS_ON_PUPILS_CASE),
    Page("cases:show", ("case",), SEES_PUPILS_CASE),
    Page("cases:measures", ("case",), SEES_PUPILS_CASE),
    Page("cases:command", ("case", "weigh"), SEES_PUPILS_CASE),
    Page("cases:show", ("staff_case",), SEES_STAFF_CASE),
    Page("cases:measures", ("staff_case",), SEES_STAFF_CASE),
    Page("cases:command", ("staff_case", "weigh"), SEES_STAFF_CASE),
    Page("letters:case", ("case",), SEES_PUPILS_CASE),
    Page("letters:case", ("staff_case",), SEES_STAFF_CASE),
    Page("letters:case", ("board_case",), "board"),
    Page("letters:draft", ("case",), ""),
    Page("letters:show", ("letter",), SEES_PUPILS_CASE),
    Page("letters:rewrite", ("letter",), WORKS_ON_PUPILS_CASE),
    Page("letters:approve", ("letter",), ""),
    Page("letters:send", ("letter",), WORKS_ON_PUPILS_CASE),
    Page("letters:withdraw", ("letter",), WORKS_ON_PUPILS_CASE),
    Page("letters:pdf", ("letter",), ""),
    Page("police:show", ("case",), SEES_PUPILS_CASE),
    Page("police:show", ("staff_case",), SEES_STAFF_CASE),
    Page("police:compose", ("case",), ""),
    Page("police:compose", ("offence_case",), REPORTS_TO_POLICE),
    Page("police:evidence", ("offence_case", "packed_file"), REPORTS_TO_POLICE),
    Page("police:pack", ("pack",), REPORTS_TO_POLICE),
    Page("police:report", ("pack",), REPORTS_TO_POLICE),
    Page("police:archive", ("pack",), REPORTS_TO_POLICE),
    Page("police:hand-over", ("pack",), REPORTS_TO_POLICE),
    Page("acknowledgements:start", (), EVERYBODY),
    Page("acknowledgements:refuse", (), EVERYBODY),
    Page("acknowledgements:receipt", ("signature",), "guardian"),
    Page("acknowledgements:withdraw", ("signature",), "guardian"),
    Page("acknowledgements:standing", (), LOOKS_AFTER_SIGNING),
    Page("acknowledgements:later", (), SEES_ALL_SIGNING),
    Page("acknowledgements:refusals", (), "director board"),
    Page("acknowledgements:decide", ("refusal",), "director board"),
    Page("acknowledgements:receipt", ("refusal",), "second_guardian"),
    Page("acknowledgements:class", ("class_2a",), LOOKS_AFTER_2A),
    Page("acknowledgements:paper-lists", ("class_2a",), LOOKS_AFTER_2A),
    Page("acknowledgements:paper", ("paper",), LOOKS_AFTER_2A),
    Page("acknowledgements:paper-sheet", ("paper",), LOOKS_AFTER_2A),
    Page("acknowledgements:paper-line", ("paper", "1"), LOOKS_AFTER_2A),
    Page("acknowledgements:paper-undo", ("paper", "1"), LOOKS_AFTER_SIGNING, found=405),
    Page("acknowledgements:paper-scan", ("paper",), LOOKS_AFTER_SIGNING, found=405),
    Page("acknowledgements:paper-scan-file", ("paper", "paper_scan"), LOOKS_AFTER_2A),
    Page("acknowledgements:remind-class", ("class_2a",), LOOKS_AFTER_SIGNING, found=405),
    Page("acknowledgements:remind-all", (), SEES_ALL_SIGNING, found=405),
    Page("acknowledgements:rest", (), "director board", found=405),
    Page("custody:index", (), KEEPS_DEVICES),
    Page("custody:find", (), KEEPS_DEVICES),
    Page("custody:take", ("subject",), KEEPS_DEVICES),
    Page("custody:places", (), "teamleider director"),
    Page("custody:retire", ("safe",), "teamleider director", found=405),
    Page("custody:count", ("safe",), KEEPS_DEVICES),
    Page("custody:figures", (), "coordinator other_coordinator teamleider safety director board"),
    Page("custody:case", ("case",), SEES_PUPILS_CASE),
    Page("custody:case", ("staff_case",), SEES_STAFF_CASE),
    Page("custody:tag-address", ("tag_secret",), KEEPS_DEVICES, found=302),
    Page("custody:own", ("device",), "grown_up"),
    Page("custody:show", ("device",), KEEPS_DEVICES),
    Page("custody:tag", ("device",), KEEPS_DEVICES),
    Page("custody:move", ("device",), KEEPS_DEVICES, found=405),
    Page("custody:do", ("device", "teruggeven"), KEEPS_DEVICES),
    Page("custody:do", ("device", "langer"), KEEPS_DEVICES),
    Page("permits:start", (), TEACHES),
    Page("permits:now", (), PUPILS),
    Page("permits:give", ("class_2a", "2026-11-23", "0"), TEACHES),
    Page("permits:withdraw", ("permit",), "mentor teacher charlie", found=405),
    Page("permits:check", (), STAFF),
    Page("permits:pupil", ("subject",), STAFF),
    Page("permits:agreements", (), AGREES),
    Page("permits:agree", ("subject",), AGREES),
    Page("permits:end", ("exemption",), AGREES, found=405),
    Page("permits:walls", (), HANGS_WALLS),
    Page("permits:wall-hang", (), HANGS_WALLS, found=405),
    Page("permits:wall-sheet", ("wall",), HANGS_WALLS),
    Page("permits:wall-take-down", ("wall",), "teamleider director beheerder", found=405),
    Page("permits:counting", (), f"{LOOKS_AFTER_SIGNING.removeprefix('mentor ')}"),
    Page("dossier:own", (), EVERYBODY, found=302),
    Page("dossier:file", ("subject",), "subject guardian second_guardian coordinator teamleider safety director"),
    Page("dossier:file", ("grown_up",), "grown_up teamleider safety director"),
    Page("dossier:file", ("teacher",), "teacher hr director board"),
)
POSTED = {
    "intake:say": ("report",),
    "intake:add_evidence": ("report",),
    "intake:turn_into_report": ("doubt",),
    "intake:step_aside": ("report",),
    "intake:open_incident": ("report",),
    "intake:break_seal": ("sealed_report",),
    "intake:join": ("report", "sealed_report"),
    "intake:set_aside": ("report",),
    "intake:bring_back": ("report",),
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
    "acknowledgements:withdraw": ("signature",),
    "acknowledgements:decide": ("refusal",),
    "demo_sign_in": ("subject",),
}
OPEN = {"intake:tell_nameless", "handbook:article", "handbook:whole", "platforms:show", "platforms:chore"}
"""Pages about something that a visitor may read too."""
BY_SECRET = {
    "desk:calendar-feed",
    "intake:come_back_file",
    "permits:wall-class",
    "permits:wall-room",
    "permits:wall-now",
}
"""Addresses that a secret in them opens, whoever brings it; the tests of their rooms prove them."""
BY_LINK = (
    "acknowledgements:link", "acknowledgements:link-refuse",
    "own:link", "own:link-file", "own:link-statement", "own:link-objection", "own:link-defence", "own:link-close",
)  # fmt: skip
"""For who has a link to a letter and no account; what a link that holds leads to is tried in the room itself."""
OUTSIDERS = (
    "charlie other_coordinator mentor teacher zorgcoordinator hr fg beheerder vertrouwenspersoon "
    "bystander third_year guardian_without_authority second_guardian reporters_guardian grown_ups_parent"
)
