"""The centre's half of the protocol, message by message."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx2
import msgspec
import pytest

from kiosk.wire import strict
from kiosk.wire.facts import EventMessage, chain_hash, event_json, event_of
from kiosk.wire.messages import MAX_BATCH_BYTES
from tests.support.centre import Booth, Site, paid_stay


class Caller:
    """A booth's requests by hand."""

    def __init__(self, site: Site, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self.http = httpx2.Client(base_url=site.url, headers=headers, trust_env=False, timeout=30)

    def push(self, *lines: bytes, epoch: int = 1, compare: bool = False) -> Any:
        flag = b"true" if compare else b"false"
        body = b'{"epoch":%d,"compare":%b,"events":[%b]}' % (epoch, flag, b",".join(lines))
        answer = self.http.post("/v1/push", content=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def pull(self, cursor: int = 0, **query: int) -> Any:
        answer = self.http.get("/v1/pull", params={"cursor": cursor} | query)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
def callers(site: Site) -> Iterator[Callable[[str], Caller]]:
    with ExitStack() as stack:

        def call(token: str) -> Caller:
            caller = Caller(site, token)
            stack.callback(caller.http.close)
            return caller

        yield call


@pytest.fixture
def caller(callers: Callable[[str], Caller], site: Site, north: Booth) -> Caller:
    return callers(site.enrol("booth-2"))


@pytest.fixture
def first(callers: Callable[[str], Caller], north: Booth) -> Caller:
    """Speaks with the first booth's own token."""
    return callers(north.token)


def lines_of(booth: Booth, *stays: str) -> list[bytes]:
    for stay in stays:
        booth.record(*paid_stay(stay))
    return [event_json(event) for event in booth.journal()]


def verdicts(ack: Any) -> list[tuple[str, str]]:
    return [(verdict["verdict"], verdict["reason"]) for verdict in ack["verdicts"]]


# --- push ------------------------------------------------------------------------------------


def test_an_answer_carries_the_hash_of_the_last_event_taken(first: Caller, north: Booth) -> None:
    lines = lines_of(north, "one")
    ack = first.push(*lines)
    last = north.journal()[-1]
    assert (ack["epoch"], ack["seq"], ack["hash"]) == (1, last.seq, last.hash.hex())
    assert verdicts(ack) == [("accepted", "")] * 4


def test_the_same_events_again_change_nothing(site: Site, first: Caller, north: Booth) -> None:
    lines = lines_of(north, "one")
    first.push(*lines)
    assert verdicts(first.push(*lines)) == [("duplicate", "")] * 4
    assert site.journal("booth-1") == north.journal()


def test_money_is_compared_when_asked(first: Caller, north: Booth) -> None:
    assert first.push(*lines_of(north, "one", "two"), compare=True)["sums"] == {"EUR": 900}


def test_nothing_after_a_gap_is_taken_and_nothing_before_it_is_lost(
    first: Caller, north: Booth
) -> None:
    lines = lines_of(north, "one")
    ack = first.push(lines[0], lines[2], lines[3])
    assert verdicts(ack) == [("accepted", ""), ("conflict", "gap"), ("conflict", "gap")]
    assert ack["seq"] == 1


def test_a_changed_event_is_not_taken(first: Caller, north: Booth) -> None:
    lines = lines_of(north, "one")
    forged = lines[3].replace(b'"minor":450', b'"minor":250')
    assert forged != lines[3]
    ack = first.push(*lines[:3], forged)
    assert verdicts(ack)[3] == ("conflict", "damaged")


def test_another_booths_events_are_not_taken(site: Site, caller: Caller, north: Booth) -> None:
    ack = caller.push(*lines_of(north, "one"))
    assert verdicts(ack) == [("conflict", "foreign")] * 4
    assert site.journal("booth-1") == []


def test_what_is_no_event_spoils_no_batch(site: Site, first: Caller, north: Booth) -> None:
    lines = lines_of(north, "one")
    nonsense = [b"1", b"null", b'"event"', b"[]", b"{}", b'{"seq":1}']
    ack = first.push(*nonsense, *lines)
    assert verdicts(ack) == [("conflict", "unreadable")] * 6 + [("accepted", "")] * 4


def test_facts_of_a_kind_we_do_not_know_yet_are_kept_and_handed_on(
    site: Site, first: Caller, caller: Caller, north: Booth
) -> None:
    lines = lines_of(north, "one")
    unknown = _resealed(lines[0], kind="session.teleported")
    assert verdicts(first.push(unknown)) == [("accepted", "not_applied")]
    assert [json.dumps(e) for e in caller.pull()["events"]] == [json.dumps(json.loads(unknown))]


def test_an_epoch_is_a_journal_of_its_own(first: Caller, north: Booth) -> None:
    lines = lines_of(north, "one")
    first.push(*lines)
    ack = first.push(*lines, epoch=2)
    assert verdicts(ack) == [("conflict", "foreign")] * 4
    assert (ack["epoch"], ack["seq"], ack["hash"]) == (2, 0, "00" * 32)


@pytest.mark.parametrize(
    ("body", "headers", "status", "error"),
    [
        (b"", {}, 422, "bad_message"),
        (b'{"epoch":1}', {}, 422, "bad_message"),
        (b'{"epoch":1,"epoch":1,"events":[1]}', {}, 422, "bad_message"),
        (b"[" * 100_000, {}, 422, "bad_message"),
        (b" " * (strict.MAX_BYTES + 1), {}, 413, "too_large"),
        (gzip.compress(b" " * 50_000_000, mtime=0), {"Content-Encoding": "gzip"}, 413, "too_large"),
        (gzip.compress(b"{}", mtime=0)[:-4], {"Content-Encoding": "gzip"}, 400, "bad_encoding"),
        (gzip.compress(b"{}", mtime=0) * 2, {"Content-Encoding": "gzip"}, 400, "bad_encoding"),
        (b"not gzip", {"Content-Encoding": "gzip"}, 400, "bad_encoding"),
        (b"{}", {"Content-Encoding": "br"}, 415, "bad_encoding"),
    ],
)
def test_a_body_that_is_no_push_is_refused_by_name(
    first: Caller, body: bytes, headers: dict[str, str], status: int, error: str
) -> None:
    refused = first.http.post("/v1/push", content=body, headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (status, error)


def test_a_push_may_come_compressed(first: Caller, north: Booth) -> None:
    [line, *_] = lines_of(north, "one")
    body = gzip.compress(b'{"epoch":1,"events":[' + line + b"]}", mtime=0)
    headers = {"Content-Encoding": "gzip"}
    answer = first.http.post("/v1/push", content=body, headers=headers)
    assert verdicts(answer.json()) == [("accepted", "")]


# --- pull ------------------------------------------------------------------------------------


def test_a_booth_hears_what_others_did_and_not_itself(
    site: Site, first: Caller, caller: Caller, north: Booth
) -> None:
    first.push(*lines_of(north, "one"))
    site.book()
    assert [event["origin"] for event in caller.pull()["events"]] == ["booth-1"] * 4 + ["centre"]
    assert [event["origin"] for event in first.pull()["events"]] == ["centre"]


def test_another_facility_hears_nothing(
    site: Site, callers: Callable[[str], Caller], first: Caller, north: Booth
) -> None:
    first.push(*lines_of(north, "one"))
    stranger = callers(site.enrol("booth-1", facility="south"))
    assert stranger.pull() == {"events": [], "cursor": 0}


def test_a_cursor_goes_on_where_the_last_pull_ended(
    first: Caller, caller: Caller, north: Booth
) -> None:
    lines = lines_of(north, "one", "two")
    first.push(*lines)
    cursor, seen = 0, []
    while (pulled := caller.pull(cursor, limit=3))["events"]:
        seen += [event["seq"] for event in pulled["events"]]
        cursor = pulled["cursor"]
    assert seen == list(range(1, 9))


def test_a_message_stays_small_however_large_the_events(
    site: Site, caller: Caller, north: Booth
) -> None:
    north.record(*(fact for n in range(9) for fact in paid_stay(f"{n}" * 30_000)))
    north.drain()
    cursor, seen = 0, []
    while True:
        answer = caller.http.get("/v1/pull", params={"cursor": cursor})
        pulled = answer.json()
        if not pulled["events"]:
            break
        assert len(answer.content) < MAX_BATCH_BYTES + 100 or len(pulled["events"]) == 1
        seen += [event["seq"] for event in pulled["events"]]
        cursor = pulled["cursor"]
    assert seen == list(range(1, len(north.journal()) + 1))


def test_a_waiting_pull_is_woken_by_news(site: Site, caller: Caller) -> None:
    answers: list[Any] = []
    waiting = threading.Thread(target=lambda: answers.append(caller.pull(wait=25)))
    waiting.start()
    site.book()
    waiting.join(timeout=20)
    assert [event["kind"] for event in answers[0]["events"]] == ["booking.confirmed"]


def test_a_waiting_pull_ends_without_news(caller: Caller) -> None:
    assert caller.pull(wait=1) == {"events": [], "cursor": 0}


@pytest.mark.parametrize(
    "query", ["cursor=-1", "cursor=x", "cursor=99999999999999999999", "wait=26", "limit=0"]
)
def test_a_pull_that_makes_no_sense_is_refused(caller: Caller, query: str) -> None:
    assert caller.http.get(f"/v1/pull?{query}").status_code == 422


def _resealed(line: bytes, **changes: object) -> bytes:
    """The same event with other content and a hash that fits, as a newer booth would send it."""
    message = msgspec.structs.replace(msgspec.json.decode(line, type=EventMessage), **changes)
    digest = chain_hash(event_of(message)).hex()
    return msgspec.json.encode(msgspec.structs.replace(message, hash=digest))
