"""How long a campaign keeps what is over: its data says so; what it says nothing of is kept as long as here.

Only what holds something personal needs a line. Reports and editions are the city's record, and are never deleted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

# In days, as schemas/campaign.schema.json bounds them.
DAYS = {"links": 7}


@dataclass(frozen=True)
class Retention:
    """`links`: a link with its sessions after its end, and that a unit has asked for one after it did.

    So long whoever opens it reads “expired”, not “unknown”.
    """

    links: timedelta


def read_retention(data: Mapping[str, int]) -> Retention:
    """From the `retention` of a campaign.json that its schema has passed."""
    return Retention(**{name: timedelta(days=days) for name, days in (DAYS | dict(data)).items()})
