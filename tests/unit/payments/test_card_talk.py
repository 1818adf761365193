"""The conversation with a card terminal: no answer is not a no, and money is never overheard."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.messages import Fault, FaultCleared, FaultRaised, Offline, Online, Report
from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Intent, Method, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments.card_talk import Cancel, CardCommand, CardTalk, Collect, Patience, Settle

PATIENCE = Patience(hello=2, answer=60, ask=5, in_flight=90)


def intent(name: str = "a1", minor: int = 450) -> Intent:
    return Intent(name, "s1", "exit-1", Method.CARD, Money(minor))


class Talk:
    """One conversation with time in the test's hand; `heard` are the outcomes, in order."""

    def __init__(self, introduced: bool = True) -> None:
        self.now = 0.0
        self.heard: list[Outcome] = []
        self.stray: list[Outcome] = []
        self.codec = CardTalk("terminal", "T1", self.stray.append, PATIENCE)
        self.codec.opened(self.now)
        assert self.sent() == b"HELLO\n"
        if introduced:
            assert self.hears("TERMINAL T1") == [Online("terminal")]

    def sent(self) -> bytes:
        return self.codec.tick(self.now)[0]

    def hears(self, *lines: str) -> Sequence[Report]:
        data = "".join(f"{line}\n" for line in lines)
        return self.codec.feed(data.encode("utf-8"), self.now)

    def tell(self, command: CardCommand) -> bytes:
        assert self.codec.submit(command, None, self.now) == []
        return self.sent()

    def collect(self, name: str = "a1", minor: int = 450) -> bytes:
        return self.tell(Collect(intent(name, minor), self.heard.append))

    def give_back(self, name: str = "r1", minor: int = 450) -> bytes:
        refund = RefundIntent(name, "a1", "s1", "exit-1", Method.CARD, Money(minor))
        return self.tell(Collect(refund, self.heard.append))

    def settle(self, name: str = "a1") -> bytes:
        return self.tell(Settle(intent(name), self.heard.append))

    def wait(self, seconds: float) -> list[Report]:
        self.now += seconds
        return self.codec.tick(self.now)[1]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("APPROVED a1 450 EUR A7", Paid("a1", "A7")),
        ("DECLINED a1 expired_card", Declined("a1", "expired_card")),
        ("CANCELLED a1", Cancelled("a1")),
        ("BUSY a1", Declined("a1", "busy")),
    ],
)
def test_a_plain_answer_is_the_outcome(answer: str, outcome: Outcome) -> None:
    talk = Talk()
    assert talk.collect() == b"PAY a1 450 EUR\n"
    talk.hears(answer)
    assert talk.heard == [outcome]


def test_a_repeated_answer_is_one_outcome() -> None:
    talk = Talk()
    talk.collect()
    talk.hears(*["APPROVED a1 450 EUR A7"] * 3, "DECLINED a1 late", "CANCELLED a1")
    assert talk.heard == [Paid("a1", "A7")]


def test_silence_is_unknown_and_the_late_approval_is_told_under_the_same_id() -> None:
    talk = Talk()
    talk.collect()
    talk.wait(59.9)
    assert talk.heard == []
    talk.wait(0.1)
    talk.wait(600)
    assert talk.heard == [Unknown("a1")]
    talk.hears("APPROVED a1 450 EUR A7")
    assert talk.heard == [Unknown("a1"), Paid("a1", "A7")]


def test_money_overturns_a_refusal_and_nothing_overturns_money() -> None:
    talk = Talk()
    talk.collect()
    talk.hears("DECLINED a1 offline", "CANCELLED a1", "APPROVED a1 450 EUR A7", "DECLINED a1 x")
    assert talk.heard == [Declined("a1", "offline"), Paid("a1", "A7")]


def test_not_found_proves_nothing_before_the_in_flight_window_is_over() -> None:
    talk = Talk()
    talk.collect()
    talk.wait(60)
    assert talk.settle() == b"ASK a1\n"
    talk.hears("NOTFOUND a1")
    talk.wait(29.9)
    talk.settle()
    talk.hears("NOTFOUND a1")
    assert talk.heard == [Unknown("a1")] * 3
    talk.wait(0.1)
    talk.settle()
    talk.hears("NOTFOUND a1")
    assert talk.heard[3:] == [Declined("a1", "not_found")]


def test_the_window_of_an_earlier_run_begins_when_we_first_hear_of_its_attempt() -> None:
    talk = Talk()
    talk.wait(1_000)
    talk.settle("old")
    talk.hears("NOTFOUND old")
    talk.wait(90)
    talk.settle("old")
    talk.hears("NOTFOUND old")
    assert talk.heard == [Unknown("old"), Declined("old", "not_found")]


def test_pending_answers_the_question_and_leaves_the_one_who_collects_waiting() -> None:
    talk = Talk()
    talk.collect()
    asked: list[Outcome] = []
    talk.tell(Settle(intent(), asked.append))
    talk.hears("PENDING a1")
    assert (asked, talk.heard) == ([Unknown("a1")], [])
    talk.hears("APPROVED a1 450 EUR A7")
    assert talk.heard == [Paid("a1", "A7")]


def test_an_unanswered_question_is_unknown() -> None:
    talk = Talk()
    talk.settle()
    assert talk.codec.due() == 5
    talk.wait(5)
    assert talk.heard == [Unknown("a1")]


def test_the_same_attempt_is_asked_about_and_never_charged_again() -> None:
    talk = Talk()
    talk.collect()
    assert talk.collect() == b"ASK a1\n"


def test_while_one_attempt_is_in_doubt_no_other_reaches_the_terminal() -> None:
    talk = Talk()
    talk.collect()
    talk.wait(60)
    assert talk.collect("a2") == b""
    assert talk.heard == [Unknown("a1"), Declined("a2", "busy")]
    talk.wait(30)
    assert talk.collect("a3") == b"PAY a3 450 EUR\n"


def test_an_approval_of_another_amount_is_not_a_payment_but_a_fault() -> None:
    talk = Talk()
    talk.collect()
    (fault,) = talk.hears("APPROVED a1 900 EUR A7")
    assert isinstance(fault, FaultRaised)
    assert talk.heard == [Unknown("a1")]


def test_a_wish_to_cancel_is_sent_and_only_its_answer_counts() -> None:
    talk = Talk()
    assert talk.tell(Cancel(intent("never asked"))) == b""
    talk.collect()
    assert talk.tell(Cancel(intent())) == b"CANCEL a1\n"
    talk.hears("APPROVED a1 450 EUR A7")
    assert talk.heard == [Paid("a1", "A7")]


def test_a_lost_line_leaves_every_attempt_unknown_once() -> None:
    talk = Talk()
    talk.collect()
    talk.settle()
    assert talk.codec.closed() == [Offline("terminal")]
    assert talk.heard == [Unknown("a1"), Unknown("a1")]
    talk.wait(1_000)
    assert len(talk.heard) == 2


def test_without_the_terminal_no_money_is_asked_for_and_old_attempts_stay_unknown() -> None:
    talk = Talk(introduced=False)
    assert talk.collect() == b""
    assert talk.settle("a2") == b""
    assert talk.heard == [Declined("a1", "no_terminal"), Unknown("a2")]


def test_another_terminal_takes_no_money_until_the_approved_one_is_back() -> None:
    talk = Talk(introduced=False)
    (fault,) = talk.hears("TERMINAL T2")
    assert fault == FaultRaised(
        "terminal", Fault.BAD_FRAME, "terminal T2 is connected where T1 is approved"
    )
    talk.hears("APPROVED a1 450 EUR A7")
    assert talk.collect() == b""
    assert talk.heard == [Declined("a1", "no_terminal")]
    assert talk.stray == []
    assert talk.codec.closed() == [FaultCleared("terminal", Fault.BAD_FRAME)]
    talk.codec.opened(talk.now)
    assert talk.hears("TERMINAL T1") == [Online("terminal")]


def test_the_terminal_is_asked_again_until_it_says_which_one_it_is() -> None:
    talk = Talk(introduced=False)
    (fault,) = talk.wait(2)
    assert fault == FaultRaised("terminal", Fault.NO_ANSWER, "the card terminal says nothing")
    talk.now += 2
    assert talk.sent() == b"HELLO\n"
    assert talk.hears("TERMINAL T1") == [
        FaultCleared("terminal", Fault.NO_ANSWER),
        Online("terminal"),
    ]


def test_money_nobody_here_asked_for_is_told_to_the_till() -> None:
    talk = Talk()
    talk.hears("APPROVED old 450 EUR A7", "DECLINED old2 x")
    assert talk.stray == [Paid("old", "A7")]


_alphabet = st.sampled_from(
    [b"APPROVED ", b"DECLINED ", b"NOTFOUND ", b"a1", b"b2", b" 450 EUR A7", b" ", b"\n", b"\x00"]
)


@given(noise=st.one_of(st.binary(max_size=200), st.lists(_alphabet, max_size=20).map(b"".join)))
def test_noise_never_pays_and_never_blocks_what_follows(noise: bytes) -> None:
    talk = Talk()
    talk.collect("c3")
    talk.codec.feed(noise + b"\n", talk.now)
    assert talk.heard == []
    talk.hears("APPROVED c3 450 EUR A7")
    assert talk.heard == [Paid("c3", "A7")]


LINES = (
    "APPROVED a1 450 EUR A7",
    "DECLINED a1 no",
    "CANCELLED a1",
    "PENDING a1",
    "NOTFOUND a1",
    "BUSY a1",
)
lives = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.sampled_from([0.5, 5.0, 60.0, 90.0])),
        st.tuples(st.just("hear"), st.sampled_from(LINES)),
        st.tuples(st.sampled_from(["settle", "lose"]), st.just("")),
    ),
    max_size=12,
)


@given(steps=lives)
def test_every_question_gets_one_answer_and_money_is_always_told(
    steps: list[tuple[str, float | str]],
) -> None:
    talk = Talk()
    talk.collect()
    asked: list[list[Outcome]] = []
    for what, detail in [*steps, ("wait", 60.0)]:
        match what, detail:
            case "wait", float(seconds):
                talk.wait(seconds)
            case "hear", str(text):
                talk.hears(text)
            case "settle", _:
                asked.append([])
                talk.tell(Settle(intent(), asked[-1].append))
            case _:
                talk.codec.closed()
                talk.codec.opened(talk.now)
                talk.hears("TERMINAL T1")
    charged = ("hear", "APPROVED a1 450 EUR A7") in steps
    told = [outcome for outcome in talk.heard if isinstance(outcome, Paid)]
    assert len(told) + sum(Paid("a1", "A7") in one for one in asked) >= charged
    assert len(told) <= 1
    assert all(len(one) == 1 or one[1:] == [Paid("a1", "A7")] for one in asked)
    assert not told or talk.heard[-1] == told[0]
    assert all(isinstance(outcome, Paid) <= charged for outcome in talk.heard)


# --- and back


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("REFUNDED r1 450 EUR R7", Paid("r1", "R7")),
        ("REFUSED r1 exceeds", Declined("r1", "exceeds")),
        ("BUSY r1", Declined("r1", "busy")),
    ],
)
def test_a_refund_goes_the_same_way_under_its_own_id(answer: str, outcome: Outcome) -> None:
    talk = Talk()
    assert talk.give_back() == b"REFUND r1 450 EUR a1\n"
    talk.hears(answer)
    assert talk.heard == [outcome]


@pytest.mark.parametrize("answer", ["APPROVED r1 450 EUR A7", "DECLINED r1 no", "CANCELLED r1"])
def test_what_is_said_of_payments_is_no_answer_to_a_refund(answer: str) -> None:
    talk = Talk()
    talk.give_back()
    talk.hears(answer)
    assert talk.heard == []
    talk.wait(60)
    assert talk.heard == [Unknown("r1")]


@pytest.mark.parametrize("answer", ["REFUNDED a1 450 EUR R7", "REFUSED a1 exceeds"])
def test_what_is_said_of_refunds_is_no_answer_to_a_payment(answer: str) -> None:
    talk = Talk()
    talk.collect()
    talk.hears(answer)
    assert talk.heard == []


def test_another_amount_than_asked_is_no_refund_but_a_fault() -> None:
    talk = Talk()
    talk.give_back()
    (raised,) = talk.hears("REFUNDED r1 900 EUR R7")
    assert isinstance(raised, FaultRaised)
    assert raised.fault is Fault.BAD_FRAME
    assert talk.heard == [Unknown("r1")]


def test_no_refund_beside_a_payment_in_doubt() -> None:
    talk = Talk()
    talk.collect()
    assert talk.give_back() == b""
    assert talk.heard == [Declined("r1", "busy")]
