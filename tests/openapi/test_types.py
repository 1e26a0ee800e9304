"""The API as the type checker of the web apps reads it."""

from tools.openapi.types import bare


def test_words_and_examples_are_left_out_and_what_is_called_so_stays():
    figure = {
        "type": "object",
        "description": "A figure.",
        "properties": {"description": {"type": "string", "pattern": "^x"}},
    }
    assert bare({"anyOf": [figure, {"type": "null"}], "examples": [None]}) == {
        "anyOf": [{"type": "object", "properties": {"description": {"type": "string"}}}, {"type": "null"}]
    }
