"""What the description says of a status, in a sentence."""

from collections.abc import Mapping

GOOD: Mapping[int, str] = {
    200: "As asked.",
    201: "Recorded.",
    202: "Taken in; the answer is the same whether or not there is such a unit.",
    204: "Done.",
    304: "Unchanged since the ETag that was sent.",
}
# By the schema of what a 201 answers; else “Recorded”.
CREATED: Mapping[str, str] = {
    "receipt": "Stored as a new revision.",
    "board_row": "Recorded; the unit's line of the board as it stands now.",
    "excused_many": "Recorded; who needed no excuse is named and left as it is.",
    "moved_deadline": "Recorded: the day's deadline for every unit.",
    "remarks": "Recorded under the next number.",
    "edition_entry": "Issued and frozen; its documents are being made.",
    "person": "The unit's reporter from now on; whoever was so before is deleted.",
}
SENT_AGAIN = "The same as was sent before: nothing has changed."
PROBLEMS: Mapping[int, str] = {
    400: "The body cannot be read as a JSON object.",
    401: "No session, or one that has ended; or a link that opens nothing (any more).",
    403: "Not yours, or asked for by a page of another site.",
    404: "No such campaign, form, unit or day.",
    409: "Somebody else came first, or the same id came with other content. `current` is what stands now.",
    410: "Corrections of the day are closed for this role.",
    413: "More than 64 KiB.",
    415: "The Content-Type is not application/json.",
    422: "What was sent cannot be so, or not now: every problem at once, each with its place.",
}
# The gateway may answer for any function, or refuse a request before it.
BY_THE_GATEWAY: Mapping[int, str] = {
    429: "Too many requests at once. Send the same again in a few seconds.",
    500: "Our own fault. Sending the same again is safe.",
    503: "The store or a function does not answer. Sending the same again is safe.",
}
