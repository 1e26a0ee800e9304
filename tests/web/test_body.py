"""From bytes to an object of sensible text: what is taken, what is mended, what is refused."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.problem import Malformed, TooLarge
from giaoban.web.body import MAX_BYTES, read_object

OBJECTS = st.dictionaries(
    st.text(), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5)
)


def refused(body: bytes) -> str:
    with pytest.raises(Malformed) as refusal:
        read_object(body)
    return refusal.value.name


def nested(levels: int) -> bytes:
    return b'{"a":' * levels + b"1" + b"}" * levels


@pytest.mark.parametrize(
    "body, name",
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b'{"a":1,}', "not_json"),
        (b"{'a':1}", "not_json"),
        (b'{"a":NaN}', "not_json"),
        (b'{"a":Infinity}', "not_json"),
        (b'{"a":-Infinity}', "not_json"),
        (b'{"a":1}{"b":2}', "not_json"),
        (b'{"a":"\n"}', "not_json"),
        (b'{"a":1,"a":2}', "not_json"),
        (b'{"a":{"b":1,"b":1}}', "not_json"),
        (b'{"a":[{"b":1,"b":1}]}', "not_json"),
        (b'{"a":' + b"9" * 5000 + b"}", "not_json"),
        (b"<report/>", "not_json"),
        (b"[]", "not_an_object"),
        (b"null", "not_an_object"),
        (b'"a"', "not_an_object"),
        (b"12", "not_an_object"),
        (b'{"a":"\xff"}', "not_utf8"),
        ('{"a":"Phường"}'.encode("cp1258", "ignore"), "not_utf8"),
        ('{"a":"xã"}'.encode("utf-16"), "not_utf8"),
        ('{"a":"xã"}'.encode("utf-16-le"), "not_utf8"),
        (b'{"a":"\xed\xa0\x80"}', "not_utf8"),
        (b'{"a":"\xc0\xaf"}', "not_utf8"),
        (nested(10), "too_deep"),
        (b'{"a":' + b"[" * 9 + b"]" * 9 + b"}", "too_deep"),
        (b"[" * 60_000, "not_json"),
        (b'{"a":' * 10_000, "not_json"),
    ],
)
def test_what_is_not_a_plain_object_is_refused(body: bytes, name: str) -> None:
    assert refused(body) == name


def test_eight_levels_are_taken() -> None:
    assert read_object(nested(8))[1] == []


def test_64_kib_are_taken_and_one_byte_more_is_not() -> None:
    full = b'{"a":"' + b"x" * (MAX_BYTES - 8) + b'"}'
    assert len(full) == 64 * 1024
    assert len(str(read_object(full)[0]["a"])) == MAX_BYTES - 8
    with pytest.raises(TooLarge):
        read_object(full + b" ")


def test_the_size_is_that_of_the_bytes_not_of_the_letters() -> None:
    with pytest.raises(TooLarge):
        read_object(('{"a":"' + "ệ" * 30_000 + '"}').encode())


def test_a_byte_order_mark_is_left_out() -> None:
    assert read_object(b"\xef\xbb\xbf" + b'{"a":1}') == ({"a": 1}, [])


@pytest.mark.parametrize("sent", [0, -1, 10**18, 10**4000, True, False, None, 2.5, 5.0])
def test_numbers_and_words_of_json_come_through_as_they_are(sent: object) -> None:
    read = read_object(json.dumps({"a": sent}).encode())[0]["a"]
    assert (read, type(read)) == (sent, type(sent))


def test_text_in_two_parts_becomes_one_letter_in_names_and_values() -> None:
    apart = unicodedata.normalize("NFD", "Phường Đống Đa")
    assert apart != "Phường Đống Đa"
    sent = json.dumps({apart: [apart]}, ensure_ascii=False).encode()
    assert read_object(sent) == ({"Phường Đống Đa": ["Phường Đống Đa"]}, [])


@pytest.mark.parametrize(
    "sent, read",
    [
        *(("a\r\nb", "a\nb"), ("a\rb", "a\nb"), (" a\t\n", "a"), ("a\n\nb\tc", "a\n\nb\tc")),
        *((f"a{each}b", "a\nb") for each in "\x0b\x0c\x85\u2028\u2029"),
    ],
)
def test_lines_end_in_one_way_and_text_has_no_rim(sent: str, read: str) -> None:
    assert read_object(json.dumps({"a": sent}).encode()) == ({"a": read}, [])


@pytest.mark.parametrize(
    "harmless", ["=1+1", "<script>alert(1)</script>", "\u202eABC", "\u200b", "👍", "Đ", "{vi}", "%s", "\ue000"]
)
def test_odd_but_speakable_text_is_kept_as_it_is(harmless: str) -> None:
    assert read_object(json.dumps({"a": f"x{harmless}x"}).encode())[0]["a"] == f"x{harmless}x"


@pytest.mark.parametrize("unspeakable", ["\x00", "\x03", "\x07", "\x1b", "\x7f", "\x80", "\ud83d", "\ufdd0", "\uffff"])
class TestUnspeakable:
    def test_pasted_into_a_text_unseen_it_is_left_out_and_refuses_nothing(self, unspeakable: str) -> None:
        sent = {"notes": {"a": f"x{unspeakable}y", "b": [unspeakable]}}
        assert read_object(json.dumps(sent).encode()) == ({"notes": {"a": "xy", "b": [""]}}, [])

    def test_in_a_name_it_is_a_problem_that_can_be_written(self, unspeakable: str) -> None:
        read, problems = read_object(json.dumps({"notes": {f"a{unspeakable}": "x"}}).encode())
        assert read == {"notes": {"a": "x"}}
        assert [each.rule for each in problems] == ["control_characters"]
        assert problems[0].path == "/notes"

    def test_within_a_name_that_holds_one_the_path_can_be_written(self, unspeakable: str) -> None:
        _, problems = read_object(json.dumps({f"a{unspeakable}": {f"b{unspeakable}": 1}}).encode())
        assert [each.path for each in problems] == ["", "/a?"]


def test_a_whole_emoji_stays_whole() -> None:
    assert read_object(json.dumps({"a": "\ud83d\ude00"}).encode()) == ({"a": "😀"}, [])


@given(st.binary(max_size=200))
def test_any_bytes_are_an_object_or_malformed(body: bytes) -> None:
    try:
        read, _ = read_object(body)
    except Malformed:
        return
    assert isinstance(read, dict)


@given(OBJECTS)
def test_any_object_comes_out_as_text_that_utf_8_can_write(sent: dict[str, object]) -> None:
    try:
        read, problems = read_object(json.dumps(sent).encode())
    except Malformed:
        return
    assert json.dumps(read, ensure_ascii=False).encode()
    assert json.dumps([each.view() for each in problems], ensure_ascii=False).encode()


@given(OBJECTS)
def test_what_was_read_once_is_read_the_same_again(sent: dict[str, object]) -> None:
    try:
        read, _ = read_object(json.dumps(sent).encode())
        again, problems = read_object(json.dumps(read).encode())
    except Malformed:
        return
    assert (again, problems) == (read, [])
