"""A coordinator issues: one press of the button makes one edition, whoever else presses and whatever is lost."""

from dataclasses import dataclass
from datetime import date, datetime

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import freeze_provisional
from giaoban.editions.content.edition import Edition
from giaoban.editions.draft import Draft, EditionStores, draft
from giaoban.editions.edition import AnyEdition, EditionKind
from giaoban.editions.freeze import freeze
from giaoban.editions.kept import Entry, Kept, period_of
from giaoban.editions.views import entry_view
from giaoban.problem import Conflict, Refused, Unavailable, problem


@dataclass(frozen=True)
class Order:
    """`request` is the press's own id; `base` the number of the last edition that was seen."""

    request: str
    base: int
    by: str


@dataclass(frozen=True)
class Issued:
    """The edition, and whether this call made it."""

    entry: Entry
    is_new: bool


def issue(stores: EditionStores, campaign: Campaign, day: date, order: Order, now: datetime) -> Issued:
    """Raises Refused, Conflict (with the last edition) and Unavailable (pressing again is safe)."""
    require_begun(campaign, day, now)
    kept = stores.editions.kept(campaign.slug, period_of(day))
    if again := kept.asked_before(order.request):
        return Issued(again, is_new=False)
    require_seen(kept, order)
    # What the tick has missed so far: this edition is told against the day before.
    for _ in freeze_provisional(stores, campaign, now, before=day):
        pass
    made = draft(stores, campaign, day, now, kept, EditionKind.ISSUED, order.by)
    _require_news(made)
    return put(stores, made, order, kept)


def require_begun(campaign: Campaign, day: date, now: datetime) -> None:
    """Raises Refused before the day's 00:00."""
    if now < campaign.opens(day):
        raise Refused("day_in_the_future", [problem("", "day_in_the_future")])


def require_seen(kept: Kept, order: Order) -> None:
    """Raises Conflict when there is an edition that the coordinator has not seen, Refused when one is named too early."""
    if order.base > kept.number:
        raise Refused("decision_refused", [problem("/base_edition", "base_edition_unknown", current=kept.number)])
    if order.base < kept.number:
        raise issued_meanwhile(kept)


def issued_meanwhile(kept: Kept) -> Conflict:
    return Conflict("issued_meanwhile", current=entry_view(kept.editions[-1]))


def _require_news(made: Draft[Edition]) -> None:
    """Over a provisional edition there is always something to say: that somebody stands behind it."""
    before = made.replaces
    if before is None or before.kind is EditionKind.PROVISIONAL or made.says_otherwise:
        return
    if _beside_units(before.content) == _beside_units(made.content):
        raise Refused("decision_refused", [problem("", "nothing_changed")])


def _beside_units(content: Edition) -> tuple[object, ...]:
    """What else makes an edition another: the centre's remarks, and parts that have come."""
    return content["remarks"]["number"], content.get("parts")


def put(stores: EditionStores, made: Draft[AnyEdition], order: Order, kept: Kept) -> Issued:
    """Raises Conflict, Unavailable."""
    entry = _frozen(stores, made, order)
    if entry:
        return Issued(entry, is_new=True)
    stands = stores.editions.kept(kept.campaign, kept.period)
    if mine := stands.asked_before(order.request):
        # Our own write, whose reply was lost on its way to us.
        stores.announce(kept.campaign, kept.period, mine.number)
        return Issued(mine, is_new=True)
    if stands.number > kept.number:
        raise issued_meanwhile(stands)
    raise Unavailable("store_silent")


def _frozen(stores: EditionStores, made: Draft[AnyEdition], order: Order) -> Entry | None:
    try:
        return freeze(stores, made, order.request)
    except Unavailable:
        # The write's fate is unknown: only what stands there now can tell.
        return None
