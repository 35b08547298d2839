"""Number words that are no figures: pronouns, adverbs, verbs, parts of names. Each rule gives its reason."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.figure import Figure
from claimcheck.lang.number_context import WORD, counted, last_word, word_behind
from claimcheck.lang.number_tables import Tables

_MARKS: Final = " +-\"\u201c"
_LONGEST_LIST: Final = 80
#: how far before a number the kind of a town begins
_TOWN: Final = 24
_YEARS = range(1900, 2100)


def words_reason(text: str, original: str, tables: Tables, f: Figure) -> str:
    """Why number words, or digits with some, are no figure; "" where they are one."""
    written = text[f.start : f.end]
    if f.form == "fraction":
        return _fraction(text, tables, f, written)
    if f.form == "words":
        if (f.article or written.partition(" ")[0] in tables.bare_scales) and _town(text, tables, f):
            return "name"
        if f.value == 2 and _twice(text, tables, f):
            return "phrase"
    if written in tables.nots["loose_plurals"]:
        return _loose(text, tables, f)
    if written in tables.nots["alone"]:
        return "phrase"
    if f.value == 1 and f.scale == 1:
        return _one(text, original, tables, f) if written in tables.words_for_one else ""
    if f.article and written in tables.bare_scales and not f.qualifier and not f.unit:
        return "phrase" if counted(text, tables, f.end) < 3 else ""
    if f.form != "words":
        return ""
    if f.cue == "year" and _spelled_year(text, tables, f):
        return "year"
    return "verb" if written in tables.nots["verbs"] and not f.joined and _verb(text, tables, f) else ""


def _twice(text: str, tables: Tables, f: Figure) -> bool:
    """«شخصان اثنان»: the dual before says the number already."""
    last = last_word(text, f.begin) if f.begin == f.start else ""
    return any(w in tables.words and tables.words[w].kind == "dual" for w in tables.stems(last))


def _town(text: str, tables: Tables, f: Figure) -> bool:
    """«قرية بليون», «مدينة الخمس», «بلدتي البارة وبليون»: behind the kind of a town, numbers agree or are its name."""
    words, back = text[max(0, f.begin - _TOWN) : f.begin].split(" "), 2 + f.joined
    return len(words) >= back and any(w in tables.nots["towns"] for w in tables.stems(words[-back]))


def _spelled_year(text: str, tables: Tables, f: Figure) -> bool:
    """«عام ألفين وستة عشر»: a year in words, unless it is a round one or counts a noun."""
    like_one = isinstance(f.value, int) and f.value in _YEARS and f.value % 100 > 0
    return like_one and not f.unit and not f.qualifier and counted(text, tables, f.end) < 2


def _verb(text: str, tables: Tables, f: Figure) -> bool:
    """«ألف كتابا»: a thousand is followed by a genitive, the accusative tells the verb "he wrote"."""
    accusative = word_behind(text, f.end).endswith(tuple(tables.figures.grammar.accusative))
    return accusative and not f.unit and not f.qualifier


def _fraction(text: str, tables: Tables, f: Figure, written: str) -> str:
    if f.value is not None and f.value >= 1:
        return "fraction"
    nots, last, behind = tables.nots, last_word(text, f.begin), word_behind(text, f.end)
    if last in nots["fractions_before"]:
        return "fraction"
    if f.joined and any(tables.words[w].kind == "ordinals" for w in tables.stems(last) if w in tables.words):
        return "clock"  # «الثالثة والنصف»
    if behind in nots["fractions_behind"] or (text[f.end : f.end + 1] == "-" and not f.unit_behind):
        return "fraction"
    if behind and written in nots["loose_fractions"] and not f.unit_behind:
        return "" if f.qualifier or behind in nots["fractions_counted"] else "fraction"
    if written.endswith("half") or "-" in written:  # "a half-point"
        return ""
    if f.qualifier or behind in tables.joints["of"] or behind in nots["fractions_compared"]:
        return ""
    if not any(written.startswith(f"{article} ") for article in tables.figures.grammar.articles):
        return ""
    loose = behind and text[f.end] == " " and behind not in nots["fractions_counted"]
    return "ordinal" if loose or last not in nots["fractions_of_change"] else ""


def _loose(text: str, tables: Tables, f: Figure) -> str:
    """"Scores of goats", "Scores killed" are figures, "he scores", "scores of 45" are none."""
    of = tables.article.match(text, f.end)
    if of:
        return "phrase" if text[of.end() : of.end() + 4].strip(_MARKS)[:1].isdigit() else ""
    opens = not text[max(0, f.begin - 2) : f.begin].strip() or text[f.begin - 2 : f.begin] == ". "
    behind = word_behind(text, f.end)
    told = {behind, f"{behind} {word_behind(text, f.end + 1 + len(behind))}"}  # "scores more were hurt"
    opens = opens or not tables.nots["plurals_counted"].isdisjoint(told)
    return "" if opens or counted(text, tables, f.end) == 3 else "phrase"


def _one(text: str, original: str, tables: Tables, f: Figure) -> str:
    """"One" counts beside what it counts: "one person", «شخص واحد»; elsewhere it is a pronoun."""
    figures, nots = tables.figures, tables.nots
    if f.article or original[f.start : f.end].lower() not in figures.one:  # «وأحد جدرانه» is spelled otherwise
        return "pronoun"
    last, behind, mark = last_word(text, f.begin), word_behind(text, f.end), text[f.end : f.end + 1]
    a_while = bool(nots["one_nouns"]) and f.unit is not None and f.unit.kind == "duration"  # "pour un mois"
    if f.qualifier or last in nots["one_counted"] or (f.unit and not a_while):
        return ""
    if (mark == "-" and behind in nots["one_hyphened"]) or (
            behind in tables.joints["of"] and _only(text, tables, last, f.begin)):
        return ""
    agrees = figures.one_behind_noun and last in tables.nouns  # «حالة وفاة واحدة من بين»
    if (behind in nots["one_behind"] and not agrees) or last in nots["one_before"]:
        return "pronoun"
    if original[f.start].isupper() and behind and original[f.end + 1].isupper() and last:
        return "name"
    if nots["one_nouns"]:
        return "" if behind in nots["one_nouns"] else "pronoun"
    if figures.one_behind_noun:
        return "" if last and last[-1].isalpha() and f.begin == f.start else "pronoun"
    return "" if behind and mark == " " else "pronoun"


def _only(text: str, tables: Tables, last: str, begin: int) -> bool:
    """"Only one of the three came", but "he is the only one of them"."""
    return last in tables.nots["one_only"] and last_word(text, begin - len(last) - 1) not in tables.nots["one_before"]


def one_of_several(text: str, tables: Tables, end: int, f: Figure) -> bool:
    """"Two were hurt and one was killed": "one" goes on from a figure of its sentence, which ends at ``end``."""
    if f.begin - end > _LONGEST_LIST or f.article or f.scale > 1:
        return False
    gap = text[end : f.begin].rstrip()
    joined = f.joined or gap.endswith((",", ";")) or gap.rpartition(" ")[2] in tables.joints["join"]
    if not joined or any(mark in f"{gap} " for mark in (". ", "\n", "? ", "! ")):
        return False
    behind = WORD.match(text, f.end)
    return behind is not None and behind.group(1) in tables.nots["one_among"]
