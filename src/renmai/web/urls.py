"""Every address the page answers at."""

from django.urls import path, register_converter

from renmai.web.views.asks import asks, favours
from renmai.web.views.book import backups, door, lost, more, styleguide, undo
from renmai.web.views.capture import columns, erasing, sources
from renmai.web.views.lines import line
from renmai.web.views.network import network, paths, reputation
from renmai.web.views.pages import history, people, settings
from renmai.web.views.people import by_hand, known_by_hand, notes, same, unfiled
from renmai.web.views.positions import leaving
from renmai.web.views.reach import channels, groups, meetings, outreach
from renmai.web.views.ties import accuracy, tiers
from renmai.web.views.today import today
from renmai.web.views.together import cooperation, promises
from renmai.web.views.value import value


class ListForm:
    """The two forms a list of problems is handed out in."""

    regex = "csv|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Id:
    """A row's number; one that no database could hold is no address of ours."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(ListForm, "form")
register_converter(Id, "id")

urlpatterns = [
    path("", today.today, name="today"),
    path("enter/<str:token>/", door.enter, name="enter"),
    path("today/outcome/", today.outcome, name="outcome"),
    path("line/", line.line, name="line"),
    path("line/keep/", line.keep, name="keep_line"),
    path("people/", people.people, name="people"),
    path("people/add/", by_hand.add, name="add_person"),
    path("people/<id:person_id>/", people.person, name="person"),
    path("people/<id:person_id>/same/", people.candidates, name="candidates"),
    path("people/<id:person_id>/sameness/", same.sameness, name="sameness"),
    path("people/<id:person_id>/merge/", people.merge, name="merge"),
    path("people/<id:person_id>/split/", people.split, name="split"),
    path("people/<id:person_id>/rename/", people.rename, name="rename"),
    path("people/<id:person_id>/gone/", people.gone, name="gone"),
    path("people/<id:person_id>/tie/", people.tie, name="tie"),
    path("people/<id:person_id>/note/", notes.note, name="note"),
    path("people/<id:person_id>/handle/", known_by_hand.handle, name="handle"),
    path("people/<id:person_id>/handle/remove/", known_by_hand.handle_remove, name="handle_remove"),
    path("people/<id:person_id>/birthday/", known_by_hand.birthday, name="birthday"),
    path("people/<id:person_id>/how-met/", known_by_hand.how_met, name="how_met"),
    path("people/<id:person_id>/card.vcf", known_by_hand.card, name="handed_card"),
    path("people/<id:person_id>/agenda/", notes.agenda, name="agenda"),
    path("agenda/<id:number>/raised/", notes.agenda_raised, name="agenda_raised"),
    path("people/<id:person_id>/tag/", notes.tag, name="tag"),
    path("people/<id:person_id>/tag/remove/", notes.tag_remove, name="tag_remove"),
    path("notes/<id:number>/change/", notes.note_change, name="note_change"),
    path("notes/<id:number>/remove/", notes.note_remove, name="note_remove"),
    path("tags/rename/", notes.tag_rename, name="tag_rename"),
    path("people/<id:person_id>/favour/", favours.record, name="record_favour"),
    path("people/<id:person_id>/ways/", paths.ways, name="ways"),
    path("people/<id:person_id>/tier/", tiers.tier, name="tier"),
    path("people/<id:person_id>/brief/", meetings.brief, name="brief"),
    path("people/<id:person_id>/brief.md", meetings.brief_file, name="brief_file"),
    path("people/<id:person_id>/meeting/", meetings.meeting, name="meeting"),
    path("meetings/<id:number>/off/", meetings.meeting_off, name="meeting_off"),
    path("people/<id:person_id>/promise/", promises.promise, name="promise"),
    path("people/<id:person_id>/met/", reputation.met, name="met"),
    path("people/<id:person_id>/introducers/", reputation.introducers, name="introducers"),
    path("people/<id:person_id>/commended/", reputation.commended, name="commended"),
    path("people/<id:person_id>/cooperation/", cooperation.new, name="new_cooperation"),
    path("people/<id:person_id>/cooperation/start/", cooperation.start, name="start_cooperation"),
    path("cooperation/", cooperation.board, name="cooperation"),
    path("cooperation/with/", cooperation.with_whom, name="cooperation_with"),
    path("cooperation/<id:number>/", cooperation.one, name="one_cooperation"),
    path("cooperation/<id:number>/progress/", cooperation.progress, name="progress"),
    path("people/<id:person_id>/reach/", outreach.new, name="new_outreach"),
    path("people/<id:person_id>/reach/start/", outreach.start, name="start_outreach"),
    path("reach/", outreach.board, name="reach"),
    path("reach/whom/", outreach.to_whom, name="reach_whom"),
    path("reach/<id:number>/", outreach.one, name="one_outreach"),
    path("reach/<id:number>/change/", outreach.change, name="outreach_change"),
    path("reach/<id:number>/attempt/", outreach.attempt, name="outreach_attempt"),
    path("reach/<id:number>/sign/", outreach.sign, name="outreach_sign"),
    path("reach/<id:number>/rest/", outreach.rest, name="outreach_rest"),
    path("reach/<id:number>/end/", outreach.end, name="outreach_end"),
    path("promises/<id:number>/move/", promises.promise_move, name="promise_move"),
    path("promises/<id:number>/end/", promises.promise_end, name="promise_end"),
    path("people/<id:person_id>/met-through/", channels.met_through, name="met_through"),
    path("channels/", channels.channels, name="channels"),
    path("channels/accept/", channels.accept, name="accept_met"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.new, name="new_group"),
    path("groups/<id:group>/", groups.one_group, name="group"),
    path("groups/<id:group>/change/", groups.change, name="change_group"),
    path("groups/<id:group>/leave/", groups.leave, name="leave_group"),
    path("groups/<id:group>/members/", groups.members, name="group_members"),
    path("groups/<id:group>/members/remove/", groups.remove, name="remove_member"),
    path("groups/<id:group>/entry/", groups.entry, name="group_entry"),
    path("groups/<id:group>/entry/<id:number>/drop/", groups.drop, name="drop_entry"),
    path("tiers/", tiers.tiers, name="tiers"),
    path("reputation/", reputation.reputation, name="reputation"),
    path("value/", value.value, name="value"),
    path("value/note/", value.note, name="value_note"),
    path("value/line/", value.line, name="value_line"),
    path("value/proposal/", value.proposal, name="value_proposal"),
    path("value/match/", value.match, name="value_match"),
    path("value/achievement/", value.achievement, name="value_achievement"),
    path("value/reviewed/", value.reviewed, name="value_reviewed"),
    path("value/<id:value_id>/", value.change, name="value_change"),
    path("value/<id:value_id>/end/", value.end, name="value_end"),
    path("path/", paths.path, name="path"),
    path("ask/", asks.ask, name="ask"),
    path("ask/past/", asks.past, name="asks"),
    path("ask/record/", asks.record, name="record_ask"),
    path("ask/keep/", asks.keep, name="keep_wish"),
    path("ask/<id:ask_id>/ended/", asks.ended, name="ask_ended"),
    path("favours/", favours.favours, name="favours"),
    path("favours/<id:favour_id>/thanked/", favours.thanked, name="thanked"),
    path("network/", network.network, name="network"),
    path("leaving/", leaving.leaving, name="leaving"),
    path("leaving/past/", leaving.past, name="past_leaving"),
    path("positions/note/", leaving.note, name="note_position"),
    path("positions/end/", leaving.end, name="end_position"),
    path("positions/answer/", leaving.answer, name="answer_position"),
    path("more/", more.more, name="more"),
    path("find/", people.find, name="find"),
    path("people/<id:person_id>/erasure/", erasing.erasure, name="erasure"),
    path("people/<id:person_id>/erase/", erasing.erase, name="erase"),
    path("backups/", backups.backups, name="backups"),
    path("backups/make/", backups.make_backup, name="make_backup"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<id:import_id>/", sources.one, name="one_import"),
    path("sources/<id:import_id>/keep/", sources.keep, name="keep_import"),
    path("sources/<id:import_id>/stop/", sources.stop, name="stop_import"),
    path("sources/<id:import_id>/again/", sources.again, name="queue_import_again"),
    path("sources/<id:import_id>/columns/", columns.columns, name="import_columns"),
    path("sources/<id:import_id>/undo/", sources.undo, name="undo_import"),
    path("sources/<id:import_id>/problems.<form:form>", sources.problems, name="import_problems"),
    path("accuracy/", accuracy.accuracy, name="accuracy"),
    path("settings/", settings.settings, name="settings"),
    path("settings/reading/", settings.reading, name="settings_reading"),
    path("settings/agree/", settings.agree, name="settings_agree"),
    path("settings/me/", settings.me, name="settings_me"),
    path("settings/browser/", settings.browser, name="settings_browser"),
    path("settings/sign-out/", door.sign_out, name="sign_out"),
    path("inbox/", unfiled.unfiled, name="unfiled"),
    path("inbox/keep/", unfiled.keep, name="keep_unfiled"),
    path("inbox/<id:number>/whom/", unfiled.whom, name="file_to"),
    path("inbox/<id:number>/file/", unfiled.file, name="file_unfiled"),
    path("inbox/<id:number>/drop/", unfiled.drop, name="drop_unfiled"),
    path("same/", same.same, name="same"),
    path("history/", history.history, name="history"),
    path("decisions/<id:decision_id>/restore/", undo.restore, name="restore_decision"),
    path("decisions/<id:decision_id>/undo/", undo.decision, name="undo_decision"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
]

handler400 = lost.too_much
handler404 = lost.not_found
handler500 = lost.fault
