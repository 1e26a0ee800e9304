"""What is a syllable of Vietnamese, by how it is spelled: an initial, a rhyme, at most one tone.

Source: the rules of quốc ngữ spelling; rhymes that close with c, ch, p or t carry sắc or nặng alone.
"""

import re
import unicodedata

GRAVE, ACUTE, TILDE, HOOK, DOT = TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN = re.compile(
    """(?:[bdđhlmrsvx] | c h? | g [hi]? | k h? | n (?: g h? | h )? | p h? | q u | t [hr]?)?
    (?: a (?: c h? | n [gh]? | [imoptuy] )?
    | ă (?: n g? | [cmpt] )
    | â (?: n g? | [cmptuy] )
    | e (?: n g? | [cmopt] )?
    | ê (?: c h | n [gh]? | [mptu] )?
    | i (?: c h | n h? | [amptu] )?  |  iê (?: n g? | [cmptu] )
    | o (?: n g? | [cimpt] )?  |  oo (?: n g | c )  |  oa (?: c h? | n [gh]? | [imopty] )?  |  oă (?: n g? | [cmt] )
    | oe [not]?  |  ô (?: n g? | [cimpt] )?  |  ơ [imnpt]?
    | u (?: n g? | [acimpt] )?  |  uâ (?: n g? | [ty] )  |  uê (?: c h | n h )?  |  uô (?: n g? | [cimt] )  |  uơ
    | uy (?: a | c h | n h? | [ptu] | ê [nt] )?
    | ư (?: n g? | [acimtu] )?  |  ươ (?: n g? | [cimptu] )
    | y (?: c h | n h | t )?  |  yê (?: n g? | [mtu] ) )""",
    re.VERBOSE,
)
_CLOSED = ("c", "ch", "p", "t")
# Signs that stand between words, those that word processors put in among them; a point in the middle may be a letter.
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\x80-\x9f“”‘’–—…•]+")


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def is_syllable(word: str) -> bool:
    """In any of its usual capitals: `sen`, `Sen`, `SEN`; `sEn` is none."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in TONES]
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES))
    if len(tones) > 1 or not _PLAIN.fullmatch(plain):
        return False
    return not plain.endswith(_CLOSED) or not tones or tones[0] in (ACUTE, DOT)
