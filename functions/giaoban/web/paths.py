"""Where the routes of a campaign lie, as the router writes them: a slice adds its own last part."""

CAMPAIGN = "/v1/campaigns/<c>"
DAY = f"{CAMPAIGN}/days/<d>"
# Of one unit's day.
REPORT = f"{DAY}/reports/<u>"
PERIODS = f"{CAMPAIGN}/periods"
