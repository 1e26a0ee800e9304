"""What a commune has: people trained, teams, IT posts, lines. It grows along the campaign and never falls by itself."""

from math import floor

from tools.replay.today import Figures, Today


def officials(today: Today) -> Figures:
    """Trained: from a part of them to nearly all at the end (II.6)."""
    die = today.character.die("officials")
    count = round(38 + today.character.size * 0.55 + die.uniform(-8, 14)) + today.since("new official", 5, 90)
    start, goal = die.uniform(0.15, 0.45), die.choice([1.0, 1.0, 1.0, 0.98, 0.95])
    return {"officials": count, "officials_trained": floor(count * today.grown(start, goal))}


def teams(today: Today) -> Figures:
    """Community teams towards one per village, their members towards all trained (II.2, II.5)."""
    die, is_urban = today.character.die("teams"), today.character.is_urban
    villages = die.randint(18, 62) if is_urban else die.randint(9, 34)
    set_up = floor(villages * today.grown(die.uniform(0.5, 0.98), 1.0))
    members = set_up * die.randint(5, 8) + floor(die.randint(0, 9) * today.progress)
    trained = floor(members * today.grown(die.uniform(0.05, 0.35), die.choice([1.0, 1.0, 0.97, 0.92])))
    emergency = today.since("emergency team", -10, 16)
    return {
        "villages": villages,
        "community_teams": set_up,
        "team_members": members,
        "members_trained": trained,
        "emergency_team": emergency,
        "emergency_members": die.randint(5, 12) * emergency,
    }


def it_staff(today: Today) -> Figures:
    """Posts are filled slowly; some contract somebody meanwhile (II.1)."""
    die = today.character.die("it staff")
    return {
        "it_officials_management": die.choice([0, 0, 0, 1, 1]) + today.since("management post", 3, 60),
        "it_officials_shared": die.choice([0, 0, 1, 1]) + today.since("shared post", 3, 75),
        "it_contracted": int(die.random() < 0.4) * today.since("contract", 1, 30),
    }


def connection(today: Today) -> Figures:
    """Service points, those with a fixed line and those with 5G (II.8)."""
    die, is_urban = today.character.die("connection"), today.character.is_urban
    points = die.randint(1, 3) if is_urban else die.randint(1, 5)
    return {
        "service_points": points,
        "points_broadband": floor(points * today.grown(die.uniform(0.6, 1.0), 1.0)),
        "points_5g": floor(points * today.grown(die.uniform(0.5, 1.0) if is_urban else die.uniform(0.0, 0.6), 1.0)),
    }
