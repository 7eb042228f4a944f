"""The server and its worker: one port, one process, and a thread that outlives any fault."""

import logging
import os
import socket

import pytest
from django.conf import settings

from renmai.store.book.alone import first_come
from renmai.web import server, worker


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        return probe.getsockname()[1]


def test_a_taken_port_is_refused_in_words_and_not_by_a_traceback(viewer):
    with socket.socket() as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not server.is_free(port)
        with pytest.raises(server.PortTaken) as refused:
            server.serve(port)
    assert refused.value.because.numbers == {"port": port}


def test_the_address_that_lets_in_is_of_this_machine_and_new_each_time(viewer):
    first, second = server.sign_in_address(8765), server.sign_in_address(8765)
    assert first.startswith(f"http://{settings.OWN_HOST}:8765/enter/")
    assert first != second
    assert server.sign_in_address(8765, host="127.0.0.1").startswith("http://127.0.0.1:8765/enter/")


def test_nobody_else_can_answer_at_the_other_loopback_address_while_a_book_is_served(free_port):
    """A browser asks [::1] first for a name of this machine; another account listening there got the link."""
    with server.held(free_port), socket.socket(socket.AF_INET6) as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with pytest.raises(OSError, match="in use"):
            other.bind((server.BESIDE, free_port))
            other.listen()
    assert server.is_free(free_port)


@pytest.mark.parametrize("address", [server.BESIDE, "::"])
def test_a_port_that_is_taken_at_the_other_loopback_address_is_taken(free_port, address):
    with socket.socket(socket.AF_INET6) as other:
        other.bind((address, free_port))
        other.listen()

        assert not server.is_free(free_port)
        with pytest.raises(server.PortTaken):
            server.serve(free_port)


class Started:
    """A server that is never heard of."""

    def __init__(self, *_, **__) -> None: ...

    def serve(self) -> None: ...


def test_a_browser_that_knows_no_own_names_is_served_by_the_address(owner, monkeypatch, free_port, settings):
    settings.ALLOWED_HOSTS = [settings.OWN_HOST]
    monkeypatch.setenv("RENMAI_HOST", "")
    monkeypatch.setattr(server, "Granian", Started)
    assert owner.get("/", headers={"Host": f"127.0.0.1:{free_port}"}).status_code == 400
    server.serve(free_port, host="127.0.0.1")

    assert owner.get("/", headers={"Host": f"127.0.0.1:{free_port}"}).status_code != 400


def test_a_start_ends_the_sessions_of_earlier_ones(owner, monkeypatch, free_port):
    monkeypatch.setattr(server, "Granian", Started)
    server.serve(free_port)

    assert owner.get("/people/").status_code == 403


def test_one_process_of_the_server_works_for_all(tmp_path):
    first = first_come(tmp_path, "worker.lock")
    assert first is not None
    assert first_come(tmp_path, "worker.lock") is None
    os.close(first)

    assert first_come(tmp_path, "worker.lock") is not None


def test_a_fault_in_one_import_is_logged_and_ends_only_that_look(viewer, monkeypatch, caplog):
    def fails(*_, **__):
        raise RuntimeError("a disk is gone")

    monkeypatch.setattr(worker, "run_queued_imports", fails)
    with caplog.at_level(logging.ERROR):
        assert not worker.run_once()
    assert "a disk is gone" in caplog.text


def test_after_faults_the_worker_looks_ever_less_often_but_never_stops():
    pauses = [worker.pause_s(faults) for faults in range(200)]

    assert pauses[0] == worker.LOOKS_EVERY_S and pauses[1] > pauses[0]
    assert pauses == sorted(pauses) and pauses[-1] == worker.LONGEST_PAUSE_S


def test_ties_are_brought_up_to_today_behind_imports_and_on_a_new_day_without_one(viewer, monkeypatch):
    done = []
    monkeypatch.setattr(worker, "run_queued_imports", lambda *_, **__: done.append("imports"))
    monkeypatch.setattr(worker, "plan_day", lambda _, today: done.append(today))
    for day in ("2026-03-02", "2026-03-03"):
        monkeypatch.setenv("RENMAI_TODAY", day)
        worker.run_once()

    assert done[0] == done[2] == "imports"
    assert (done[3] - done[1]).days == 1
