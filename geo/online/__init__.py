"""Online geocoders, for names that the offline gazetteer does not have. Off until asked for.

What leaves the machine is one name a request, nothing else of a report; how many requests, how
often, and what came back is kept (:mod:`geo.online.cache`).
"""

from geo.online.answers import UnreadableAnswerError
from geo.online.lookup import OnlineGazetteer
from geo.online.provider import Provider, provider, providers

__all__ = ["OnlineGazetteer", "Provider", "UnreadableAnswerError", "provider", "providers"]
