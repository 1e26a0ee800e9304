"""Stand-ins for SES and the SMS service: they accept, answer as told, and keep what they were given; nothing is sent."""

from tools.runner.providers.behaviour import Behaviour, Manner, Receipts
from tools.runner.providers.message import Attachment, Message
from tools.runner.providers.server import Providers

__all__ = ["Attachment", "Behaviour", "Manner", "Message", "Providers", "Receipts"]
