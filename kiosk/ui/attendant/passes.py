"""The passes page: find a pass, see where it stands, sell, renew, top up, block, put right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.passes import Pass
from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.reports.wording import PASS_KINDS
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.figures import Figure, Figures
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.mood_shape import MoodShape
from kiosk.ui.attendant.pass_form import PassForm
from kiosk.ui.attendant.pick import Item, PickList
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.attendant.voucher_form import VoucherForm
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card
from kiosk.views.charging import charging_text
from kiosk.views.passes import (
    FORMS,
    PASS_ORDERS,
    Choose,
    GiveUp,
    GroupRow,
    Mend,
    MendGroup,
    PassAction,
    PassCard,
    PassesView,
    Search,
    groups_offered,
)

TITLE = Text("Passes")
FIND = Text("Scan a pass, or type a holder, a plate or a code")
GROUPS = Text("Groups: inside now")
OF_SPACES, UNLIMITED = Text("{inside} of {spaces}"), Text("{inside}, no limit")
NOBODY = Text("No pass chosen")
NOBODY_HINT = Text("Hold one to the scanner, or pick one from the list.")
UNTIL = Text("until {at:date}")
ROWS = {
    "kind": Text("Kind"),
    "group": Text("Group"),
    "from": Text("Valid from"),
    "until": Text("Valid until"),
    "where": Text("Where it is"),
    "balance": Text("Stored"),
    "entries": Text("Entries left"),
    "plate": Text("Plate"),
    "code": Text("Code"),
}
ALL_GROUPS = Text("All groups")
EVERY_GROUP = " "
"""No group is called so."""
MOMENT = Text("{at:moment}")
CODE_LETTERS_MAX = 400
SIDE_MM = 96.0
COLUMNS = 2


class PassesPage(QWidget):
    """Search and list (or a form) on the left; the pass and the groups on the right."""

    asked = Signal(object)
    """One of `views.passes`' wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._language: Language | None = None
        self._view: PassesView | None = None
        self._asking: PassAction | None = None
        self._sold = 0
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._list_title = StaffWords(Size.BODY, tone="muted")
        for words in (self._title, self._notice, self._list_title):
            words.dress(theme)
        self.code = StaffField()
        self.code.setObjectName("code")
        self.code.setFont(theme.font(Size.LARGE))
        self.code.setMinimumHeight(theme.touch)
        self.code.setMaxLength(CODE_LETTERS_MAX)
        self.code.returnPressed.connect(self._search)
        self.list = PickList(theme)
        self.list.picked.connect(lambda pass_id: self.asked.emit(Choose(pass_id)))
        self.form = PassForm(theme)
        self.form.filled.connect(self.asked)
        self.form.cancelled.connect(self.step_back)
        self.vouchers = VoucherForm(theme)
        self.vouchers.filled.connect(self.asked)
        self.vouchers.cancelled.connect(self._stop_asking)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self._stop_asking)
        self.card = PassCardBox(theme)
        self.order_buttons = {
            action: KeyedButton(theme, f"Alt+{order.key}", size=Size.SMALL)
            for action, order in PASS_ORDERS.items()
        }
        for action, button in self.order_buttons.items():
            button.setObjectName(action.value)
            button.setProperty("action", action.value)
            button.clicked.connect(self._ask)
        self._orders = QWidget()
        self._lay_out(theme)

    def render_view(self, view: PassesView, language: Language) -> None:
        """Show the passes; a form stays as it is until its sale was made."""
        self._view, self._language = view, language
        say = language.say
        self._title.show_words(say(TITLE))
        self.code.setPlaceholderText(say(FIND))
        self.code.setAccessibleName(say(FIND))
        if view.sold != self._sold:
            self._sold = view.sold
            self._stop_asking()
        self._tell(view, language)
        listing = self._asking not in FORMS and self._asking is not PassAction.VOUCHERS
        self._list_title.show_words(say(view.list_title) if listing and view.listed else "")
        chosen = view.card.pass_.pass_id if view.card else ""
        self.list.listen(keyed=self._asking is None)
        self.list.show_items([self._item(each, language) for each in view.listed], chosen)
        self.card.render_view(view.card, view.groups, language)
        for action, button in self.order_buttons.items():
            button.setVisible(action in view.actions)
            button.say(say(PASS_ORDERS[action].label))
        for place, action in enumerate(view.actions):
            self._grid.addWidget(self.order_buttons[action], *divmod(place, COLUMNS))
        if self._asking in FORMS:
            self.form.speak(language, view)
        elif self._asking is PassAction.VOUCHERS:
            self.vouchers.speak(language)

    def offer_scan(self, text: str) -> None:
        """A pass from the booth's own scanner."""
        self.asked.emit(Search(text))

    def take_focus(self) -> None:
        """Where the work goes on."""
        if self._asking in FORMS:
            self.form.fields["price"].setFocus()
        elif self._asking is PassAction.VOUCHERS:
            self.vouchers.count.setFocus()
        elif self._asking is not None:
            self.reason.take_focus()
        else:
            self.code.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self._asking is not None

    def step_back(self) -> None:
        """Esc: out of what was begun, then out of what was typed, then away from the pass.

        A card that is asked for is given up first: the form stays until its outcome is known.
        """
        charging = self._view.charging if self._view is not None else None
        if self._asking in FORMS and charging is not None:
            self.asked.emit(GiveUp())
            if charging.doubt:
                self._stop_asking()
        elif self._asking is not None:
            self._stop_asking()
        elif self.code.text():
            self.code.clear()
        elif self._view is not None and self._view.card is not None:
            self.asked.emit(Choose(""))

    def _tell(self, view: PassesView, language: Language) -> None:
        """What was done or not; a card that is asked for, unless the form says that itself."""
        told, tone = view.trouble or view.done, "stop" if view.trouble else "go"
        if told is None and view.charging is not None and self._asking not in FORMS:
            told, tone = charging_text(view.charging), "wait"
        self._notice.set_tone(tone)
        self._notice.show_words(language.say(told) if told else "")
        # A form needs the height, and has a title of its own.
        self._title.setVisible(told is None or self._asking not in FORMS)

    def _lay_out(self, theme: Theme) -> None:
        self._grid = QGridLayout(self._orders)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(0.75))
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for button in self.order_buttons.values():
            button.setParent(self._orders)
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.25))
        for widget in (self._title, self.code, self._notice, self._list_title):
            left.addWidget(widget)
        left.addWidget(self.list, 1)
        left.addWidget(self.form)
        left.addWidget(self.vouchers)
        left.addWidget(self.reason)
        self.form.hide()
        self.vouchers.hide()
        self.reason.hide()
        side = QVBoxLayout()
        side.setSpacing(theme.space())
        side.addWidget(self.card, 1)
        side.addWidget(self._orders)
        self._side = QWidget()
        self._side.setFixedWidth(theme.px(SIDE_MM))
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        page = QHBoxLayout(self)
        margin = theme.space(3)
        page.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        page.setSpacing(theme.space(2.5))
        page.addLayout(left, 1)
        page.addWidget(self._side)

    def _search(self) -> None:
        text = self.code.text().strip()
        if text:
            self.asked.emit(Search(text))

    def _item(self, pass_: Pass, language: Language) -> Item:
        detail = f"{language.say(PASS_KINDS[pass_.kind])} · {grouped_code(pass_)}"
        until = language.say(UNTIL.with_values(at=pass_.valid_until))
        return Item(pass_.pass_id, pass_.holder, detail, until)

    def _ask(self) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        action = PassAction(self.sender().property("action"))
        self._stop_asking()
        self._asking = action
        self.list.listen(keyed=False)
        pass_ = view.card.pass_ if view.card else None
        self._orders.hide()
        if action in FORMS:
            self.list.hide()
            self.code.hide()
            self._list_title.hide()
            self.form.show()
            subject = None if action is PassAction.SELL else pass_
            self._side.setVisible(subject is not None)  # a sale is about nobody yet
            self.form.ask(language, action, view)
        elif action is PassAction.VOUCHERS:
            self.vouchers.show()
            self.vouchers.ask(language, view.offers, view.currency)
        elif action is PassAction.NEUTRALISE_GROUP:
            order = PASS_ORDERS[action]
            groups = [(each.group_id, each.name) for each in groups_offered(view)]
            choices = [*groups, (EVERY_GROUP, language.say(ALL_GROUPS))]
            self.reason.show()
            self.reason.ask(
                language, language.say(order.label), order.label, order.reasons, choices
            )
        elif pass_ is not None:
            order = PASS_ORDERS[action]
            self.reason.show()
            title = f"{language.say(order.label)} · {pass_.holder}"
            self.reason.ask(language, title, order.label, order.reasons)
        self._tell(view, language)

    def _confirmed(self, choice: str, reason: str) -> None:
        action, card = self._asking, self._view.card if self._view else None
        self._stop_asking()
        if action is PassAction.NEUTRALISE_GROUP:
            self.asked.emit(MendGroup("" if choice == EVERY_GROUP else choice, reason))
        elif action is not None and card is not None:
            self.asked.emit(Mend(card.pass_.pass_id, action, reason))

    def _stop_asking(self) -> None:
        if self._asking is None:
            return
        self._asking = None
        self.list.listen(keyed=True)
        for asked in (self.form, self.vouchers, self.reason):
            asked.hide()
        for widget in (self._orders, self.list, self.code, self._side):
            widget.show()
        if self._view is not None and self._language is not None:
            self._tell(self._view, self._language)
            listed = self._language.say(self._view.list_title) if self._view.listed else ""
            self._list_title.show_words(listed)
        self.code.setFocus()


class PassCardBox(Card):
    """The chosen pass, or how full the groups are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._holder = StaffWords(Size.LARGE, bold=True)
        self._shape = MoodShape(theme, theme.px(4))
        self._standing = StaffWords(Size.BODY, bold=True)
        self._warning = StaffWords(Size.SMALL, tone="wait")
        self._groups_title = StaffWords(Size.BODY, bold=True)
        for words in (self._holder, self._standing, self._warning, self._groups_title):
            words.dress(theme)
        self._figures, self._groups = Figures(theme), Figures(theme)
        standing = QHBoxLayout()
        standing.setSpacing(theme.space(0.75))
        standing.addWidget(self._shape)
        standing.addWidget(self._standing, 1)
        column = QVBoxLayout(self)
        margin = theme.space(2.5)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space(0.75))
        column.addWidget(self._holder)
        column.addLayout(standing)
        column.addWidget(self._warning)
        column.addWidget(self._figures)
        column.addStretch(1)
        column.addWidget(self._groups_title)
        column.addWidget(self._groups)

    def render_view(
        self, card: PassCard | None, groups: tuple[GroupRow, ...], language: Language
    ) -> None:
        """Show the pass; where none is chosen, how full the groups are."""
        say = language.say
        self._holder.show_words(card.pass_.holder if card else say(NOBODY))
        self._shape.setVisible(card is not None)
        self._standing.set_tone(card.mood.value if card else "muted")
        self._standing.show_words(say(card.standing) if card else say(NOBODY_HINT))
        if card is not None:
            self._shape.show_mood(card.mood)
        self._warning.show_words(say(card.warning) if card and card.warning else "")
        self._figures.show_figures(pass_figures(card, language) if card else ())
        shown = () if card else groups
        self._groups_title.show_words(say(GROUPS) if shown else "")
        self._groups.show_figures([_group(row, language) for row in shown])


def pass_figures(card: PassCard, language: Language) -> list[Figure]:
    """What is known of a pass, line by line, in shown words."""
    say, pass_ = language.say, card.pass_
    values = {
        "kind": say(PASS_KINDS[pass_.kind]),
        "group": card.group,
        "from": say(MOMENT.with_values(at=pass_.valid_from)),
        "until": say(MOMENT.with_values(at=pass_.valid_until)),
        "where": say(card.where),
        "balance": amount_words(language, card.balance) if card.balance is not None else "",
        "entries": "" if card.entries is None else str(card.entries),
        "plate": pass_.plate,
        "code": grouped_code(pass_),
    }
    return [Figure(say(ROWS[name]), value) for name, value in values.items() if value]


def grouped_code(pass_: Pass) -> str:
    """A pass's code as people read it aloud; it is longer than a ticket's."""
    return spoken_code(pass_.code)


def _group(row: GroupRow, language: Language) -> Figure:
    spaces = row.group.spaces
    text = UNLIMITED if spaces is None else OF_SPACES
    values = {"inside": row.inside} | ({} if spaces is None else {"spaces": spaces})
    full = spaces is not None and row.inside >= spaces
    return Figure(
        row.group.name, language.say(text.with_values(**values)), tone="wait" if full else "ink"
    )
