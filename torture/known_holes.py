"""The twenty-six holes that the first attack found: their kinds, and the tests that try them."""

from typing import NamedTuple


class Hole(NamedTuple):
    """A hole by its number in that review, what of its kind must not happen, and what tries it."""

    number: int
    kind: str
    tests: tuple[str, ...]


FOLDER = "cli/book/test_the_folder.py::test_"
GATE = "web/frame/test_gate.py::test_"
GOING = "web/capture/test_uploads_that_go.py::test_"
EXPORT = "actions/book/test_export_book.py::test_"
SERVER = "web/test_server.py::test_"
HOLES = (
    Hole(
        1,
        "one record hangs the import, or the page with it",
        (
            *(
                "faults/test_imports_apart.py",
                "sources/test_slow_patterns.py",
                "sources/test_slow_readers.py",
            ),
            *(
                "sources/test_limits.py",
                "sources/test_csv_rows.py::test_no_pattern_of_quotes_makes_the_reader_slow",
            ),
        ),
    ),
    Hole(
        2,
        "a text that looks like a day is taken for one, or takes a page away",
        (
            "cli/test_hostile_subjects.py",
            "wording/book/test_numbers.py::test_what_somebody_wrote_is_never_taken_for_a_date",
            "wording/test_sentences.py::"
            "test_any_text_in_any_number_of_any_sentence_comes_out_as_it_was_written",
        ),
    ),
    Hole(
        3,
        "a folder's name puts the book somewhere else",
        (f"{FOLDER}a_folder_of_any_name_holds_the_book", f"{FOLDER}a_folder_named_from_here_holds_the_book"),
    ),
    Hole(
        4,
        "another account answers at the page's address and takes the link",
        (
            f"{SERVER}nobody_else_can_answer_at_the_other_loopback_address_while_a_book_is_served",
            f"{SERVER}a_port_that_is_taken_at_the_other_loopback_address_is_taken",
            f"{GATE}a_link_lets_in_and_is_used_up",
            "web/frame/test_links.py::test_a_link_opens_once",
        ),
    ),
    Hole(
        5,
        "a session reaches other ports, other books, or the next start",
        (
            f"{GATE}the_session_belongs_to_one_book_and_ends_with_the_browser",
            f"{GATE}signing_out_ends_every_session",
            f"{GATE}another_name_for_this_machine_is_refused",
            f"{SERVER}a_start_ends_the_sessions_of_earlier_ones",
        ),
    ),
    Hole(
        6,
        "files of the owner's own go, for their age or their folder",
        (
            "web/frame/test_links.py::test_nothing_but_old_links_is_thrown_away",
            "web/frame/test_links.py::test_nothing_is_thrown_away_behind_a_symlink",
            f"{FOLDER}a_folder_of_other_things_that_others_use_is_taken_only_when_asked_for",
        ),
    ),
    Hole(
        7,
        "a folder or a file of the book stands open to others",
        (f"{FOLDER}an_open_folder_is_closed_at_every_start", f"{FOLDER}doctor_names_what_others_may_read"),
    ),
    Hole(
        8,
        "nothing restores, and one bad page keeps everything in",
        (
            "actions/capture/test_backup_and_restore.py",
            "faults/test_damaged_book.py",
            "cli/book/test_backup.py::test_a_whole_export_is_imported_into_a_new_book",
        ),
    ),
    Hole(
        9,
        "an upload stays",
        (
            f"{GOING}files_of_a_form_from_elsewhere_do_not_stay",
            f"{GOING}a_file_that_was_only_looked_at_can_be_thrown_away",
            f"{GOING}after_a_day_it_goes_by_itself",
            f"{GOING}what_no_import_names_goes_when_the_server_starts",
            "web/frame/test_uploads.py::"
            "test_a_sender_who_goes_away_leaves_no_half_file_and_takes_no_whole_one_along",
        ),
    ),
    Hole(10, "a small file becomes gigabytes", ("faults/test_budgets.py", "sources/test_containers.py")),
    Hole(
        11,
        "many files, or a form that is none, end in a fault",
        (
            f"{GOING}a_letter_a_file_of_a_whole_folder_is_taken",
            f"{GOING}more_files_than_one_form_takes_are_refused_in_words_and_none_stays",
            f"{GOING}a_request_that_is_no_form_of_ours_is_refused_in_words",
        ),
    ),
    Hole(
        12,
        "what others wrote does something to a terminal",
        ("cli/test_printing.py", "cli/test_hostile_subjects.py", "wording/book/test_directions.py"),
    ),
    Hole(
        13,
        "a full disk leaves half a key, or a page says what is not so",
        (
            f"{FOLDER}an_empty_key_is_no_key",
            f"{FOLDER}a_key_that_cannot_be_written_whole_is_not_there",
            "web/book/test_lost.py",
        ),
    ),
    Hole(14, "one closed file ends the whole import", ("sources/test_closed_files.py",)),
    Hole(
        15,
        "a proxy of other programs gets texts and key",
        (
            "queries/value/test_embeddings.py::test_the_proxy_of_other_programs_is_never_asked",
            "queries/value/test_embeddings.py::test_what_is_no_endpoint_is_refused",
            "queries/value/test_embeddings.py::test_where_it_fails_words_alone_go_on_and_the_page_says_so",
        ),
    ),
    Hole(16, "what the engine writes down lies where anybody reads it", ("engine/test_overflow.py",)),
    Hole(
        17,
        "an export writes over something",
        (
            f"{EXPORT}nothing_is_written_over",
            f"{EXPORT}a_file_beside_the_export_stays_as_it_is",
            f"{EXPORT}a_link_that_leads_nowhere_is_not_followed",
            f"{EXPORT}what_came_meanwhile_is_not_written_over",
        ),
    ),
    Hole(18, "a very large import locks the others out", ("actions/capture/test_settled_in_parts.py",)),
    Hole(
        19,
        "starts and upgrades at once trip over each other",
        (f"{FOLDER}first_starts_at_once_make_one_book", f"{FOLDER}upgrades_at_once_lose_nothing"),
    ),
    Hole(
        20,
        "what was acknowledged is not on the disk",
        (f"{FOLDER}what_is_decided_is_on_the_disk_before_it_is_acknowledged",),
    ),
    Hole(21, "a clock that was ahead turns the order of acts round", ("actions/capture/test_undo_last.py",)),
    Hole(
        22,
        "stalled uploads stop the page",
        (
            "web/frame/test_bodies.py",
            f"{GOING}while_as_many_uploads_as_may_be_are_on_their_way_another_is_asked_to_wait",
            f"{GOING}an_upload_gives_its_place_back_however_it_ends",
        ),
    ),
    Hole(
        23,
        "a cell of an export is a formula",
        (
            "domain/book/test_spreadsheets.py",
            f"{EXPORT}no_cell_is_a_formula_and_numbers_survive",
            "web/capture/test_sources.py::test_a_cell_never_starts_a_formula",
        ),
    ),
    Hole(
        24,
        "a form leads to other pages, or into a fault",
        ("web/ties/test_tie.py::test_a_form_leads_back_to_pages_of_this_book_only",),
    ),
    Hole(
        25,
        "somebody erased stays in notes that were undone",
        (
            "actions/capture/test_erase_person.py::test_not_one_byte_of_somebody_erased_stays_in_the_folder",
            "actions/capture/test_erase_person.py::test_only_keyed_digests_stay",
        ),
    ),
    Hole(
        26,
        "styles for any host, traces for odd ones, days without a calendar, members that climb",
        (
            "web/frame/test_hosts.py",
            "config/test_environment.py::test_a_fixed_day_that_is_none_is_refused",
            "web/forms/test_fields.py::test_what_is_no_day_is_refused",
            "sources/test_closed_files.py::"
            "test_a_member_that_climbs_in_a_zip_of_windows_is_read_as_any_other",
        ),
    ),
)
