"""A service's model keeps the operations allowed, with every shape that they reach and no other."""

import pytest

from tools.build.botocore_data import Tree, trimmed

MODEL: Tree = {
    "metadata": {"serviceId": "DynamoDB"},
    "operations": {
        "PutItem": {"input": {"shape": "Put"}, "errors": [{"shape": "Failed"}], "documentation": "<p>long</p>"},
        "DeleteTable": {"input": {"shape": "Gone"}},
    },
    "shapes": {
        "Put": {"type": "structure", "members": {"documentation": {"shape": "Text"}, "Item": {"shape": "Map"}}},
        "Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Map"}},
        "Text": {"type": "string", "documentation": "<p>long</p>"},
        "Failed": {"type": "structure", "members": {}},
        "Gone": {"type": "structure", "members": {}},
    },
}


def test_only_what_is_allowed_and_what_it_reaches_stays():
    model = trimmed(MODEL, frozenset({"PutItem"}))
    assert list(model["operations"]) == ["PutItem"]
    assert set(model["shapes"]) == {"Put", "Map", "Text", "Failed"}
    assert model["metadata"] == MODEL["metadata"]


def test_documentation_goes_but_a_member_of_that_name_stays():
    model = trimmed(MODEL, frozenset({"PutItem"}))
    assert model["shapes"]["Text"] == {"type": "string"}
    assert set(model["shapes"]["Put"]["members"]) == {"documentation", "Item"}


def test_a_clients_own_parameters_keep_the_documentation_that_botocore_asks_for():
    parameters: Tree = {"UseArnRegion": {"documentation": "<p>long</p>", "type": "boolean"}}
    assert trimmed({**MODEL, "clientContextParams": parameters}, frozenset())["clientContextParams"] == parameters


def test_an_allowed_operation_that_does_not_exist_fails_the_build():
    with pytest.raises(LookupError, match="PutItems"):
        trimmed(MODEL, frozenset({"PutItems"}))
