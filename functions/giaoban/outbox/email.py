"""An e-mail to somebody, as it is handed over."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Email:
    """`calendar`: the deadline as an iCalendar file, where there is one."""

    subject: str
    text: str = field(repr=False)
    html: str = field(repr=False)
    calendar: str | None = field(default=None, repr=False)
