"""The centre's remarks: words above the figures, never figures. Each change is a new number; none is overwritten."""

from giaoban.editions.draft import EditionStores
from giaoban.editions.edition import Remarks
from giaoban.editions.kept import Kept
from giaoban.problem import Conflict, Refused, problem


def write_remarks(stores: EditionStores, kept: Kept, text: str, base: int, by: str, at: str) -> Remarks:
    """The remarks as they stand now. Raises Refused, Conflict (with those that stand), Unavailable."""
    if base > kept.remark.number:
        raise Refused(
            "decision_refused", [problem("/base_remarks", "base_remarks_unknown", current=kept.remark.number)]
        )
    written = Remarks(text, by, base + 1)
    if base == kept.remark.number and stores.editions.add_remarks(kept.campaign, kept.period, written, at):
        return written
    stands = stores.editions.kept(kept.campaign, kept.period).remark
    if stands != written:
        raise Conflict("remarks_meanwhile", current=stands.view())
    return stands
