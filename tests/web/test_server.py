"""The server and its worker: one port, one process, and a thread that outlives any fault."""

import logging
import socket

import pytest

from renmai.web import server, worker


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
    assert first.startswith("http://localhost:8765/enter/")
    assert first != second


def test_a_fault_in_one_import_is_logged_and_ends_only_that_look(viewer, monkeypatch, caplog):
    def fails(*_, **__):
        raise RuntimeError("a disk is gone")

    monkeypatch.setattr(worker, "run_queued_imports", fails)
    with caplog.at_level(logging.ERROR):
        worker.run_once()
    assert "a disk is gone" in caplog.text


def test_ties_are_brought_up_to_today_behind_imports_and_on_a_new_day_without_one(viewer, monkeypatch):
    done = []
    monkeypatch.setattr(worker, "run_queued_imports", lambda *_, **__: done.append("imports"))
    monkeypatch.setattr(worker, "plan_day", lambda _, today: done.append(today))
    for day in ("2026-03-02", "2026-03-03"):
        monkeypatch.setenv("RENMAI_TODAY", day)
        worker.run_once()

    assert done[0] == done[2] == "imports"
    assert (done[3] - done[1]).days == 1
