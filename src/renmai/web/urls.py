"""Every address the page answers at."""

from django.urls import path, register_converter

from renmai.web.views import (
    accuracy,
    door,
    leaving,
    lost,
    network,
    people,
    settings,
    sources,
    styleguide,
    today,
    undo,
)
from renmai.web.views import path as paths


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
    path("people/", people.people, name="people"),
    path("people/<id:person_id>/", people.person, name="person"),
    path("people/<id:person_id>/same/", people.candidates, name="candidates"),
    path("people/<id:person_id>/merge/", people.merge, name="merge"),
    path("people/<id:person_id>/split/", people.split, name="split"),
    path("people/<id:person_id>/tie/", people.tie, name="tie"),
    path("people/<id:person_id>/ways/", paths.ways, name="ways"),
    path("path/", paths.path, name="path"),
    path("network/", network.network, name="network"),
    path("leaving/", leaving.leaving, name="leaving"),
    path("leaving/past/", leaving.past, name="past_leaving"),
    path("positions/note/", leaving.note, name="note_position"),
    path("positions/end/", leaving.end, name="end_position"),
    path("positions/answer/", leaving.answer, name="answer_position"),
    path("find/", people.find, name="find"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<id:import_id>/", sources.one, name="one_import"),
    path("sources/<id:import_id>/keep/", sources.keep, name="keep_import"),
    path("sources/<id:import_id>/stop/", sources.stop, name="stop_import"),
    path("sources/<id:import_id>/undo/", sources.undo, name="undo_import"),
    path("sources/<id:import_id>/problems.<form:form>", sources.problems, name="import_problems"),
    path("accuracy/", accuracy.accuracy, name="accuracy"),
    path("settings/", settings.settings, name="settings"),
    path("settings/reading/", settings.reading, name="settings_reading"),
    path("settings/me/", settings.me, name="settings_me"),
    path("settings/browser/", settings.browser, name="settings_browser"),
    path("decisions/<id:decision_id>/undo/", undo.decision, name="undo_decision"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
]

handler404 = lost.not_found
handler500 = lost.fault
