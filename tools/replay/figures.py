"""A unit's figures of a day: invented, and such that the rules of the form find nothing wrong with them."""

from collections.abc import Callable, Mapping

from giaoban.campaign import Form
from tools.replay.department import department
from tools.replay.dossiers import dossiers, help_requests
from tools.replay.field import ai, mobile, supporters
from tools.replay.stocks import connection, it_staff, officials, teams
from tools.replay.today import Figures, Today

COMMUNE = (dossiers, help_requests, supporters, mobile, ai, officials, teams, it_staff, connection)
BY_KIND: Mapping[str, tuple[Callable[[Today], Figures], ...]] = {"commune": COMMUNE, "department": (department,)}


def figures_of(today: Today, form: Form) -> Figures:
    """In the order of the form, and only what it asks for; without what this unit never counts."""
    invented: Figures = {}
    for group in BY_KIND[form.kind]:
        invented |= group(today)
    asked = form.figures.keys() - today.character.never_counted
    return {name: invented[name] for name in form.figures if name in asked and name in invented}
