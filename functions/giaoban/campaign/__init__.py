"""The campaign as data: days, deadlines, units and forms, read from `schemas/campaigns/<slug>/`."""

from giaoban.campaign.campaign import Campaign, Unit, campaign_of
from giaoban.campaign.form import Finding, Form, Past
from giaoban.campaign.load import load, load_all
from giaoban.campaign.mistake import CampaignRefused, Mistake

__all__ = [
    "Campaign",
    "CampaignRefused",
    "Finding",
    "Form",
    "Mistake",
    "Past",
    "Unit",
    "campaign_of",
    "load",
    "load_all",
]
