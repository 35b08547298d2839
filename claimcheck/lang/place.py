"""Where: the place that a figure speaks of, of those that its sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from claimcheck.lang.clause import COMMAS, PAUSES, Figure, Sentence
from claimcheck.lang.pack import ancestors, concepts, within
from claimcheck.lang.parts import is_part
from claimcheck.lang.phrases import Word
from claimcheck.lang.places import APART, named, places, scenes
from claimcheck.lang.tally import grown

_FAR: Final = 18.0
#: a direction stands at most this many words before the place: "west of the town of Bireun"
_KIND: Final = 5
#: a place that opens its sentence stands at most so many words behind its beginning
_OPENS: Final = 2
#: words between a place and one within it
_WITHIN: Final = 6
#: words between where goods come from and where they go
_ONWARD: Final = 8
#: a place this many words behind another figure is that one's
_LISTED: Final = 5
#: what the clause tells that speaks of the place before it costs this much: "in Homs, where 12 died"
_WHERE: Final = 2.5
#: what a verb of its own costs between a figure and a place
_VERB: Final = 6
#: and nothing is nearer than the place of a list that a figure stands behind: "Germany ($245 million)", «السعودية: 430»
_OWN: Final = -1.0


def place(sentence: Sentence, figure: Figure, goods: bool = False, toll: bool = False) -> tuple[str, str] | None:
    """The nearest place as (id or folded name, text), of ``goods`` on their way where they go, of a ``toll`` not
    where somebody came from or went before it, if it has another; None where the sentence names none near the
    figure."""
    found = nearest(sentence, figure, goods, toll)
    return (found[2], sentence.text(found[0], found[1])) if found else None


def nearest(sentence: Sentence, figure: Figure, goods: bool = False, toll: bool = False) -> tuple[int, int, str] | None:
    """The same as (first word, end, id or folded name)."""
    free = [p for p in scenes(sentence)
            if not figure.core <= p[0] < figure.last and not _anothers(sentence, figure, p[0], p[1])
            and not _has(sentence, figure, p[0], p[1])
            and (p[2] in concepts().places or p[2].isupper() or not _bearing(sentence, figure, p[0]))]
    if len(sentence.figures) > 1:
        free = [p for p in free if not _of_part(sentence, figure, p[0])]
    if any(p[2] in APART for p in free):
        free = [p for p in free if p[2] not in APART or _is_told(sentence, figure, p[0])]
    if toll and free and (at := _sums_up(sentence, figure)) is not None:
        free = [p for p in free if not _only_adds(sentence, figure, p, at)]
    if toll and len(free) > 1:
        grammar = sentence.pack.grammar
        ways = (*grammar.origins, *grammar.towards)
        free = [p for p in free if p[0] > figure.first or not _led(sentence, p[0], ways)] or free
    if not free:
        return None
    best = min([(distance(sentence, figure, at, end), at, end, key) for at, end, key in free])
    if best[0] > _FAR:
        return None
    found = best[1:]
    if len(free) > 1 and figure.mention.kind != "measure":
        found = next((p for p in free if p[2] in concepts().places and _borne(sentence, p[1], found[0])), found)
    return _inner(sentence, *(_goal(sentence, figure, free, found) if goods else found))


def _sums_up(sentence: Sentence, figure: Figure) -> int | None:
    """The word that says that a figure is what all came to: "a third died in Lyon, taking the toll to three"."""
    if not grown(sentence, figure):
        return None
    return next((at for at in reversed(sentence.having("total", "growth")) if at < figure.first), None)


def _only_adds(sentence: Sentence, figure: Figure, place: tuple[int, int, str], total: int) -> bool:
    """Whether a place is but that of those who were added to a total, in the clause before: "a third died in Lyon"."""
    at, end, _ = place
    apart = any(w.text in COMMAS for w in sentence.words[end:total])
    tallied = sentence.cued("tally", 0, at) or sentence.cued("total", 0, at)
    own = tallied or _opens(sentence, figure, at, end) or _where(sentence, figure, end)
    return apart and not own


def _is_told(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a figure is of what happened elsewhere, or where rebels rule: what stands before it is so where no other
    figure goes before that, and who came from there is here."""
    told = at >= figure.last or sentence.figures[0].first > at
    return told and not _led(sentence, at, sentence.pack.grammar.origins)


def _bearing(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a name only tells where something else lies: "a town east of Pokhara"; but "80 km east of Pokhara" is a
    distance from there."""
    led = next((n for n in range(max(0, at - _KIND), at) if _direction(sentence.words[n])), None)
    return led is not None and not (figure.mention.kind == "measure" and figure.end <= led <= figure.end + _KIND)


def _direction(word: Word) -> bool:
    return word.width > 1 and word.entry("place_in") is not None


def _goal(
    sentence: Sentence, figure: Figure, free: list[tuple[int, int, str]], found: tuple[int, int, str]
) -> tuple[int, int, str]:
    """Where goods go, not where they come from: "40 trucks set off from Damascus to Madaya"."""
    if not _led(sentence, found[0], sentence.pack.grammar.origins):
        return found
    near = (p for p in free if found[1] <= p[0] <= found[1] + _ONWARD)
    ahead = (p for p in near if _led(sentence, p[0], sentence.pack.grammar.towards))
    return next((p for p in ahead if not any(i in sentence.owner for i in range(found[1], p[0]))), found)


def _led(sentence: Sentence, at: int, prepositions: Sequence[str]) -> bool:
    """Whether one of these stands before a place, its kind between: «من العاصمة دمشق»."""
    return any(w.text in prepositions for w in sentence.words[max(0, at - 2) : at])


def _inner(sentence: Sentence, at: int, end: int, key: str) -> tuple[int, int, str]:
    """The place close behind that lies in this one, or the one that this one only tells more of: "in Libya's coastal
    city of Derna", "in Karachi, in southern Pakistan"."""
    inside = [p for p in places(sentence) if p[0] != at and (within(p[2], key) or (key.isupper() and p[2] in APART))]
    if not inside:
        return at, end, key
    behind = (p for p in inside if end <= p[0] <= end + _WITHIN)
    told = next((p for p in behind if not any(i in sentence.owner for i in range(end, p[0]))), None)
    if told is None:
        told = next((p for p in inside if p[1] <= at <= p[1] + _WITHIN and _lies(sentence, p[1], at)), None)
    return told or (at, end, key)


def _borne(sentence: Sentence, end: int, at: int) -> bool:
    """Whether a place that ends there lies where the next one says: "in Douma, northeast of Damascus"."""
    between = sentence.words[end:at]
    if not 0 < len(between) <= _KIND or not any(_direction(w) or w.entry("compass") for w in between):
        return False
    return _lies(sentence, end, at)


def _lies(sentence: Sentence, end: int, at: int) -> bool:
    """Whether what stands between two places only says that the one lies in the other: a comma, «جنوب», "in the"."""
    grammar = sentence.pack.grammar
    small = (*grammar.articles, *grammar.partitives, ",", "،")
    between = (w for w in sentence.words[end:at] if w.width or not w.is_word)
    return all(w.text in small or w.entry("place_in", "place_kind", "compass") for w in between)


def names_kind(sentence: Sentence, figure: Figure) -> bool:
    """Whether the place is only called by its kind: "170,000 people in the province"."""
    words, articles = sentence.words, sentence.pack.grammar.articles
    last = min(len(words) - 2, figure.end + 5)
    if not any(figure.last <= at < last and words[at + 1].text in articles for at in sentence.having("place_in")):
        return False
    for at in range(figure.last, last):
        tables = sentence.words[at].tables
        if "place_in" not in tables and "place_kind" not in tables:  # nothing says that a place follows
            continue
        if named(sentence, at):
            return False
        kind = sentence.words[at + 2].entry("place_kind", "thing")
        if any(w.entry("place") for w in sentence.words[at + 2 : at + 5]):
            return False  # "in the state of Bihar"
        if sentence.words[at].entry("place_in") and sentence.words[at + 1].text in sentence.pack.grammar.articles:
            return kind is not None and (kind.table == "place_kind" or "place" in ancestors(kind.concept))
    return False


def _opens(sentence: Sentence, figure: Figure, at: int, end: int) -> bool:
    """Whether the place opens its sentence and holds for what follows: "In Iran, six people died", «وفي إيران، …», «وفي
    درنة قال مسعف إن», and for its first figure where a verb follows: «وفي إزمير غرب البلاد أوقفت الشرطة 9»."""
    words = sentence.words
    led = words[at].text in sentence.pack.place_prepositions if at == 0 else "place_in" in words[at - 1].tables
    if not (led and at <= _OPENS and end < len(words)):
        return False
    if words[end].text in (",", "،") or words[end].means("says", "verb"):
        return True
    if not sentence.pack.grammar.verb_first or sentence.figures[0] is not figure:
        return False
    ahead = takewhile(lambda w: w.text not in PAUSES and w.text not in COMMAS, words[end : end + _KIND])
    return any(w.entry("transitive", "intransitive") for w in ahead)


def _where(sentence: Sentence, figure: Figure, end: int) -> bool:
    """Whether the figure is told of the place that ends there: "Homs, where 12 died", «حمص التي قتل فيها 12»."""
    wheres = [at for at in sentence.topics["where"] if end <= at < figure.first]
    if not wheres or any(i in sentence.owner for i in range(wheres[-1], figure.first)):
        return False
    return not any(end <= at < wheres[-1] for at, *_ in places(sentence))


def _has(sentence: Sentence, figure: Figure, at: int, end: int) -> bool:
    """Whether a country has those who are counted: «للولايات المتحدة 125 جنديا في التنف»; a sum is for it."""
    grammar = sentence.pack.grammar
    owner = grammar.head_first and figure.mention.kind == "count" and end == figure.first
    return owner and sentence.words[at].before in grammar.recipients


def _anothers(sentence: Sentence, figure: Figure, at: int, end: int) -> bool:
    """Whether the place is of the figure that stands behind it in a list: "Al Haouz (542), Taroudant (321)"."""
    behind = sentence.owner.get(end) or sentence.owner.get(end + 1)
    if behind is None or behind is figure:
        return False
    next_to = behind.first == end and at >= figure.end  # "Peru 12, followed by Chile 9"
    return sentence.words[end].text == "(" or (next_to and _ends(sentence, behind.end)) or _paired(
        sentence, behind, at, end)


def _paired(sentence: Sentence, figure: Figure, at: int, end: int) -> bool:
    """Whether a place stands right before a bare figure of its own in a list: "India said 20 people died, Pakistan 12
    and Nepal three", «ومالي عن 60 وإندونيسيا عن 59»."""
    words, joins = sentence.words, sentence.pack.grammar.joins
    if not 0 <= figure.first - end <= 1 or len(sentence.figures) == 1 or not at:
        return False
    opening = at - 1 if "place_in" in words[at - 1].tables else at
    last = words[opening - 1].text if opening else None
    led = words[opening].before[:1] in joins or last in COMMAS or last in joins
    if not led or (end < figure.first and not words[end].entry("stop", "place_in")):
        return False
    return _ends(sentence, figure.end)


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether an item of a list ends before a word."""
    joins, after = sentence.pack.grammar.joins, sentence.words[at].text if at < len(sentence.words) else None
    return after is None or after in PAUSES or after in joins or after[:1] in joins


def _of_part(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a place behind a figure is that of one of its parts alone: "28 people, 11 of them in Tanta", "161: 120 of
    them in Homs and 41 in Hama"; in "12 people, five of them children, in Idlib" it is of all."""
    between = [other for other in sentence.figures if figure.end <= other.first and other.end < at]
    last = at - (sentence.words[at - 1].entry("stop") is not None)  # "118 of them on Leyte"
    if not between or not all(map(_leads, sentence.words[between[-1].end : last])):
        return False
    opening = next((other for other in between if is_part(sentence, other) or _bare(sentence, other)), None)
    return opening is not None and not sentence.cued("happening", opening.end, between[-1].first)


def _bare(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure of which nothing but its place is told stands behind a comma: "14 died, six in Lahore"."""
    before = sentence.words[figure.first - 1].text if figure.first else ""
    behind = next((p for p in places(sentence) if figure.end < p[0]), None)
    if behind is None or (before not in COMMAS and before != ":"):
        return False
    return all(map(_leads, sentence.words[figure.end : behind[0]]))


def _leads(word: Word) -> bool:
    """Whether a word between a part and its place says no more than that it is one: "of them in", «منهم في مدينة»,
    "were in"."""
    told = word.cue("membership", "part", "passive")
    return not word.width or told or word.entry("place_in", "place_kind") is not None


def _of_another(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether a place is of another figure: close behind it, or in its phrase, "452 morts dans la province de X"."""
    reach = sentence.pack.grammar.place_reach
    last = next((i for i in range(min(at, figure.first) - 1, at - reach - 1, -1) if i in sentence.owner), None)
    if last is None or at - last <= _LISTED:
        return last is not None
    between = sentence.words[last + 1 : at]
    return not any(w.entry("transitive", "intransitive") or not (w.is_word or w.text == "'") for w in between)


def _lists(sentence: Sentence, at: int, end: int) -> bool:
    """Whether what follows a place is its figure in a list; a town before a colon is where the report was written."""
    known, mark = sentence.words[at].entry("place"), sentence.words[end].text
    return mark == "(" or (mark == ":" and known is not None and known.concept.isupper())


def _onward(sentence: Sentence, figure: Figure, at: int) -> int:
    """What a second verb costs that stands right behind a comma, before a place: "kills hundreds, sets off an avalanche
    on Everest"; in "84 people, most of them children, died on the way to al-Hol" it is the first."""
    words, first = sentence.words, figure.first
    if not any("transitive" in words[i].tables for i in (first - 1, first - 2) if i >= 0):
        return 0
    told = (words[i] for i in sentence.having("happening") if figure.end < i < at and words[i - 1].text in COMMAS)
    return _VERB if any(word.entry("transitive", "intransitive") for word in told) else 0


def _uncounted(sentence: Sentence, first: int, last: int) -> int:
    """How many figures between whom something befell and a place part them in nothing, for they count what struck there
    or the place itself: "100 died in four blasts that struck Homs", "14 in three other districts"."""
    between = sentence.between(first, last)
    return sum([f.end == last or sentence.cued("incident", f.first, f.end + 1) for f in between])


def distance(sentence: Sentence, figure: Figure, at: int, end: int) -> float:
    """Distance to the figure; behind it counts as nearer, for a place follows what is counted there."""
    if at >= figure.last:
        apart = sentence.barrier(figure.end, at, figure) - 4 * _uncounted(sentence, figure.end, at)
        return (at - figure.end) * 0.8 + apart + _onward(sentence, figure, at)
    if (end == figure.first - 1 and _lists(sentence, at, end)) or _paired(sentence, figure, at, end):
        return _OWN
    # "190 in X and 89 in Y": X is of the 190
    if ("where" in sentence.topics and _where(sentence, figure, end)) or _opens(sentence, figure, at, end):
        return _WHERE
    anothers = _of_another(sentence, figure, at)
    said = "says:that" in sentence.topics and sentence.cued("says:that", end, figure.first)
    far = (figure.first - end) + (4 if anothers else 2) + (10 if said else 0)
    return far + sentence.barrier(end, figure.first, figure)
