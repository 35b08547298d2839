"""The places that a sentence names: those of the pack's gazetteer, or named by their kind ("camp", «مخيم»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from claimcheck.lang.clause import Sentence
from claimcheck.lang.fold import fold
from claimcheck.lang.pack import ancestors, citation, concepts, land, load, within
from claimcheck.lang.phrases import Word

#: no place of the article's own: "in other provinces", «في أماكن أخرى»
ELSEWHERE: Final = "elsewhere"
#: and parts of a country by who holds them: "in rebel-held areas", «مناطق سيطرة الحكومة»
APART = (ELSEWHERE, "government_held", "rebel_held", "russian_held")
#: marks around a name, and the words of one behind a place
_QUOTES: Final = frozenset("\"'«»“”‘’")
_TITLE: Final = 3
#: words between what was done elsewhere and where: "signed last month in Geneva"
_APART: Final = 4
#: a report begins with where it was written in so many words, then one of these
_DATELINE: Final = 12
_DASHES: Final = frozenset("-–—")
#: kinds of place that a country is, or its capital
_LARGE = ("country", "island", "city", "front", "coast")
#: names of towns with more letters stand in few other words
_SHORT: Final = 4
#: letters of a state's short name: US, UAE
_INITIALS: Final = 4
#: what a country's name before it says whose it is: "UK citizens", "U.S. jets"
_OWNED = ("person", "vehicle")
#: so many countries in a row are peoples
_PEOPLES: Final = 3


@lru_cache(maxsize=4)
def places(sentence: Sentence) -> tuple[tuple[int, int, str], ...]:
    """All places of the sentence, as (first word, end, id or folded name). Each of its figures asks for them."""
    found = sorted(_places(sentence))
    countries = sum([key.isupper() for *_, key in found])
    if countries > 1:
        found = list(_both(sentence, found))
    if countries >= _PEOPLES:
        peoples = {at for run in _runs(sentence, found) if len(run) >= _PEOPLES for at in run}
        found = [p for p in found if p[0] not in peoples]
    if any(key in APART for *_, key in found):
        found = [p for n, p in enumerate(found) if p[2] not in APART or not _is_told_more(sentence, found[:n], p[0])]
    return tuple(found)


def _is_told_more(sentence: Sentence, found: Sequence[tuple[int, int, str]], at: int) -> bool:
    """Whether who holds a town only tells more of it: «إدلب التي تسيطر عليها المعارضة», «مدينة الباب السورية الخاضعة
    للمعارضة»; of a country it is a part."""
    towns = (end for _, end, key in found if not key.isupper())
    return any(all(w.entry("nationality", "place") for w in sentence.words[end:at]) for end in towns)


@lru_cache(maxsize=4)
def scenes(sentence: Sentence) -> tuple[tuple[int, int, str], ...]:
    """The places of the sentence where something happens."""
    return tuple([p for p in places(sentence) if not _aside(sentence, p[0], p[1], p[2])])


def _both(sentence: Sentence, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The places with two countries that are joined as one: what happened "in Turkey and Syria" did in both. Three and
    more are a list, and so are those "from Syria and Egypt", and a war is "between Russia and Ukraine"."""
    grammar, taken = sentence.pack.grammar, -1
    apart = (*sentence.pack.numbers.ranges.between, *grammar.origins)
    joined = [*(_joined(sentence, found, n) for n in range(len(found))), False]  # the last one is before the first, too
    for n, (at, end, key) in enumerate(found):
        if n == taken:
            continue
        alone = joined[n] and not joined[n - 1] and not joined[n + 1]
        if alone and _joins(sentence, end, found[n + 1][0]) and not (at and sentence.words[at - 1].text in apart):
            taken, (_, end, other) = n + 1, found[n + 1]
            key = "+".join(sorted({key, other}))
        yield at, end, key


def _joined(sentence: Sentence, found: Sequence[tuple[int, int, str]], n: int) -> bool:
    """Whether a place and the next are countries with nothing but commas, joining words and parts of the second
    between: "Turkey and northern Syria"."""
    if not 0 <= n < len(found) - 1 or not (found[n][2].isupper() and found[n + 1][2].isupper()):
        return False
    between = sentence.words[found[n][1] : found[n + 1][0]]
    return all(not w.is_word or w.text in sentence.pack.grammar.joins or w.entry("compass") for w in between)


def _joins(sentence: Sentence, end: int, at: int) -> bool:
    """Whether a joining word stands behind a place, or is written onto what follows it."""
    word, joins = sentence.words[end], sentence.pack.grammar.joins
    return (at > end and word.text in joins) or word.before[:1] in joins


def people_before(sentence: Sentence, first: int) -> str | None:
    """The country that stands right before a number in a list of peoples: «تليها مصر 182 وبنغلادش 137»."""
    end = first - (first > 0 and sentence.words[first - 1].text == "(")
    at = next((n for n in range(end - 1, max(-1, end - 4), -1) if n + sentence.words[n].width == end), -1)
    known = sentence.words[at].entry("place") if at >= 0 else None
    listed = known is not None and known.concept.isupper() and all(p[0] != at for p in places(sentence))
    return known.concept if listed and known is not None else None


def _runs(sentence: Sentence, found: Sequence[tuple[int, int, str]]) -> Iterator[list[int]]:
    """The lists of countries, each by its first words, but for those in which something happens: "from France, Germany
    and India" says of which peoples, "in Germany, Belgium and France" where."""
    run: list[int] = []
    last, led, grammar = 0, False, sentence.pack.grammar
    for at, end, key in found:
        if not key.isupper():
            continue
        goes_on = last and all(not w.is_word or w.text in grammar.joins for w in sentence.words[last:at])
        if not goes_on or any(i in sentence.owner for i in range(last, at)):  # "Egypt 74, India 45 and Nepal 3"
            yield run
            before = sentence.words[at - 1] if at else None
            run, led = [], before is not None and before.text not in grammar.origins and bool(before.entry("place_in"))
        if not led:
            run.append(at)
        last = end
    yield run


def _places(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    if "land_of" in sentence.topics or "of_land" in sentence.topics:
        yield from _lands(sentence)
    free = 0
    for at in sentence.having("place", "place_in" if sentence.pack.numbers.grammar.capitals else "place_kind"):
        if at < free:
            continue
        word = sentence.words[at]
        known = word.tables.get("place")
        if known and not word.after and not _is_part(sentence, at) and not _acts(sentence, at):
            free = at + word.width
            yield at, free, _meant(sentence, known.concept)
        elif name := named(sentence, at):
            first, free = name
            yield first, free, " ".join(w.text for w in sentence.words[first:free])


def _lands(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The countries that are told by their people's adjective: "on Turkish soil", «داخل الأراضي التركية»."""
    words = sentence.words
    ahead = {at + words[at].width for at in sentence.cues("land_of")}
    behind = set(sentence.cues("of_land"))
    for at in sentence.having("nationality"):
        if at in ahead or at + words[at].width in behind:
            yield at, at + words[at].width, words[at].tables["nationality"].concept


def _meant(sentence: Sentence, key: str) -> str:
    """Which of two places of one name: the rarer one where the article names its country alone."""
    other = concepts().namesakes.get(key)
    if other is None or _tells_of(sentence, land(key)):
        return key
    if other.isupper():
        return other if _tells_of_land(sentence, key, other) else key
    return other if _tells_of(sentence, land(other)) else key


def _tells_of_land(sentence: Sentence, key: str, country: str) -> bool:
    """Whether the article names a country that is called like a town, by its people, its full name or a town of its
    own: «عمان» is Amman, or Oman, which is «سلطنة عمان»."""
    code, text = sentence.pack.code, sentence.folded.text
    towns = _namesakes(code, key, country)
    return towns is not None and (_tells_of(sentence, country) or any(name in text for name in towns))


@lru_cache(maxsize=1 << 4)
def _namesakes(code: str, key: str, country: str) -> tuple[str, ...] | None:
    """The folded names of a country's towns, short ones apart, which other words hold; None where the country is not
    called like the town in this language."""
    names = load(code).places
    if not any(fold(name) in called for name in names.get(key, ()) for called in _names_of(code, country)):
        return None
    return tuple(fold(name) for town in names if within(town, country) for name in names[town] if len(name) > _SHORT)


def _tells_of(sentence: Sentence, country: str) -> bool:
    """Whether the article names a country or its people."""
    return any(name in sentence.folded.text for name in _names_of(sentence.pack.code, country))


@lru_cache(maxsize=1 << 8)
def _names_of(code: str, country: str) -> tuple[str, ...]:
    """The folded names of a country and of its people."""
    pack = load(code)
    listed = (*pack.places.get(country, ()), *pack.nationalities.get(country, ()))
    return tuple(fold(citation(name)) for name in listed)


def _is_part(sentence: Sentence, at: int) -> bool:
    """Whether the name of a place is part of another name, or says whose something is."""
    before, grammar = sentence.words[at - 1].text if at else "", sentence.pack.grammar
    if (before == "-" and _compound(sentence, at)) or (before in _QUOTES and _title(sentence, at)):
        return True
    if before in grammar.name_particles:
        return True  # part of a person's name: «عبد الجليل» is not in Galilee
    if _paper(sentence, at + sentence.words[at].width):
        return True
    if _whose(sentence, at) or (before in grammar.origins and _home(sentence, at)):
        return True
    return is_people(sentence, at) if grammar.accusative else not grammar.head_first and _adjective(sentence, at)


def _paper(sentence: Sentence, behind: int) -> bool:
    """Whether the word behind a place makes it a paper's name: "the Houston Chronicle", not "in Paris journals"."""
    words, mastheads = sentence.words, sentence.pack.grammar.mastheads
    named = behind < len(words) and words[behind].text in mastheads
    return named and sentence.text(behind, behind + 1)[:1].isupper()


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether a name is a verb with its object: «السيول تدمر البلدات» destroy them, «غارات في تدمر» are in Palmyra."""
    words, behind = sentence.words, at + 1
    if "transitive" not in words[at].tables or (at and words[at - 1].entry("place_in", "place_kind")):
        return False
    return behind in sentence.owner or (behind < len(words) and "thing" in words[behind].tables)


def _home(sentence: Sentence, at: int) -> bool:
    """Where one person comes from: "a passenger from Bengal"; but "300 people from Ghouta" were there."""
    if sentence.pack.grammar.head_first or at < 2:
        return False
    one = sentence.words[at - 2].tables.get("thing")
    return one is not None and one.form == "singular" and ancestors(one.concept)[-1] == "person"


def is_people(sentence: Sentence, at: int) -> bool:
    """Whether a country's name is its adjective in the accusative, which looks alike: «12 جنديا سوريا», «50 ليبيا»."""
    word, ending = sentence.words[at], sentence.pack.grammar.accusative
    if not (ending and at and word.text.endswith(ending) and not word.before and word.entry("place")):
        return False
    first = at - 1
    while first and sentence.words[first].text.endswith(ending) and first not in sentence.owner:
        first -= 1
    counted, figure = sentence.words[first + 1 : at], sentence.owner.get(first)
    behind = figure is not None and figure.core <= first  # «تجاوز عدد القتلى في سوريا 12» counts no Syrian
    return behind and (not counted or any(w.entry("thing") for w in counted))


def _adjective(sentence: Sentence, at: int) -> bool:
    """Whether a country's name tells whose people they are: "UK citizens"; but "in Syria civilians died"."""
    words, behind = sentence.words, at + sentence.words[at].width
    if sentence.pack.grammar.head_first or behind >= len(words) or "thing" not in words[behind].tables:
        return False
    country = words[at].tables["place"].concept.isupper()
    first = at - (at > 0 and words[at - 1].text in sentence.pack.grammar.articles)
    led = first > 0 and "place_in" in words[first - 1].tables
    return country and not led and ancestors(words[behind].tables["thing"].concept)[-1] in _OWNED


def _aside(sentence: Sentence, at: int, end: int, key: str) -> bool:
    """Whether nothing happens there as the sentence has it: it seats somebody, speaks itself, or something else was
    done there."""
    topics = sentence.topics
    if "seat" in topics and _seat(sentence, at, end):
        return True
    if ("says" in topics or "blames" in topics) and _speaks(sentence, at, end):
        return True
    if "apart" in topics and sentence.cued("apart", at - _APART, at):
        return True
    if "addressee" in topics and _addressed(sentence, at):
        return True
    if at < _DATELINE and "place" in sentence.words[0].tables and written_at(sentence, at):
        return True
    return key.isupper() and _between(sentence, at)


def _addressed(sentence: Sentence, at: int) -> bool:
    """Whether somebody only spoke there: "told reporters in Beirut", «في مؤتمر صحفي بالعاصمة ويلينغتون إن 50»."""
    told = next((n for n in sentence.cues("addressee") if n < at <= n + sentence.words[n].width + _APART), None)
    if told is None or sentence.cued("says:that", told, at):
        return False
    return not any(n in sentence.owner for n in range(told, at))


def written_at(sentence: Sentence, at: int) -> bool:
    """Where a report was written that begins with a place: "BENGHAZI, Libya (Reuters) - At least 2,300", «بيروت
    (رويترز) - قتل»."""
    words = sentence.words
    dash = next((i for i in range(1, min(len(words), _DATELINE)) if words[i].text in _DASHES), None)
    if dash is None or at >= dash:
        return False
    if sentence.pack.numbers.grammar.capitals:
        return sentence.text(0, max(1, words[0].width)).isupper()
    return any(w.text == "(" or w.entry("speaker") for w in words[1:dash])


def _between(sentence: Sentence, at: int) -> bool:
    """Whether two countries only bound what lies between them: "the border between Iran and Iraq"."""
    found = places(sentence)
    if len(found) == 1:
        return False
    n = next(n for n, place in enumerate(found) if place[0] == at)
    first = next((m for m in (n, n - 1) if m >= 0 and _joined(sentence, found, m)), None)
    marks = sentence.pack.numbers.ranges.between
    if first is None:
        return False
    return any(w.text in marks for w in sentence.words[max(0, found[first][0] - 2) : found[first][0]])


def _speaks(sentence: Sentence, at: int, end: int) -> bool:
    """A capital or a country that stands for its government, beside a word of saying or blaming: «بحسب أنقرة», "Ankara
    said", "blamed on Damascus"."""
    if sentence.cued("blames", at - 2, at):
        return True
    if not sentence.pack.grammar.verb_first and sentence.cued("blames", end, end + 1):
        return True
    word, pack = sentence.words[at], sentence.pack
    if word.text in pack.place_prepositions or (word.before and word.before not in pack.grammar.joins):
        return False  # a name that only a preposition tells: «وفي مالي قال»
    if at and sentence.words[at - 1].means("says", "before"):
        return True
    if sentence.pack.grammar.verb_first and at:
        before = sentence.words[at - 1]
        if before.means("says", "verb"):
            return not _records(before)
        if before.is_word and (not before.entry("stop") or before.entry("place_in")):
            return False  # «بلدية درنة قالت», «السلطات في درنة قالت»
    verb = end + (end < len(sentence.words) and sentence.words[end].cue("had_done"))  # «وكانت أنقرة قد أعلنت»
    if end + 1 < len(sentence.words) and sentence.words[end].text in pack.grammar.joins:
        other = sentence.words[end + 1]  # "Damascus and Moscow say"
        behind = end + 1 + max(1, other.width)
        kind = sentence.words[behind : behind + 1] and sentence.words[behind].entry("place_kind", "thing")
        verb = behind if other.entry("place") and not kind else verb  # no "Kassala and Gedaref states"
    said = sentence.words[verb] if verb < len(sentence.words) else None
    if said is None or _records(said):
        return False
    return said.means("says", "verb") or said.means("says", "setting") or said.cue("denial")


def _records(word: Word) -> bool:
    """Whether a word tells what a place has seen, too: «سجلت محافظة ذمار 12 وفاة»."""
    return word.means("transitive", "registered")


def _seat(sentence: Sentence, at: int, end: int) -> bool:
    """Where somebody has their office, not where anything happens: "Britain-based", «ومقره لندن»; but people who are
    "based in" a place are there."""
    before = next((i for i in sentence.cues("seat") if at - 2 <= i < at), None)
    who = sentence.words[before - 1].entry("thing") if before else None
    if who is not None and who.form == "plural" and ancestors(who.concept)[-1] == "person":
        return False
    return before is not None or sentence.cued("seat", end, end + 2)


def _compound(sentence: Sentence, at: int) -> bool:
    """Part of a name written with a hyphen: "Agence-France Presse"."""
    return sentence.ends(at - 1) == sentence.starts[at]


def _title(sentence: Sentence, at: int) -> bool:
    """The first word of a name in quotation marks: «صحيفة "بغداد اليوم"», the "Baghdad Today" website."""
    words, end = sentence.words, at + sentence.words[at].width
    if end >= len(words) or not words[end].is_word:
        return False
    return any(w.text in _QUOTES for w in words[end + 1 : end + _TITLE])


def _whose(sentence: Sentence, at: int) -> bool:
    """A country that says whose a body is, not where it is: "as US intelligence agencies", «بنيران قوات أذربيجان»."""
    words, grammar = sentence.words, sentence.pack.grammar
    if grammar.head_first:
        known, body = words[at].tables.get("place"), words[max(0, at - 1)]
        of = known is not None and known.concept.isupper() and words[at].before in ("", grammar.numeral_behind)
        speaks = "speaker" in body.tables and (not body.before or body.before in grammar.joins)
        return of and (speaks or _bears(body))
    behind = at + words[at].width
    if _names_body(sentence, at, behind) or _owns_group(sentence, behind):
        return True
    if at and ("place_in" in words[at - 1].tables or words[at - 1].text in grammar.articles):
        return False
    if behind < len(words) and words[behind].entry("modifier") and words[behind].entry("speaker"):
        return True  # "the US military"
    close = takewhile(lambda word: word.is_word, words[behind : behind + 2])
    things = [word.tables["thing"].concept for word in close if "thing" in word.tables]
    return bool(things) and any(ancestors(thing)[-1] == "organisation" for thing in things)


def _owns_group(sentence: Sentence, behind: int) -> bool:
    """Whether a country is where a group comes from: "Somalia's al Shabaab", "Lebanon's Hezbollah"."""
    words = sentence.words
    owned = behind < len(words) and words[behind].text == "'"
    return owned and any(w.entry("group") for w in words[behind + 1 : behind + 4])


def _names_body(sentence: Sentence, at: int, behind: int) -> bool:
    """Whether a state's short name opens the name of one of its bodies: "the US Geological Survey", "the U.S. Embassy";
    but "in the UK Friday"."""
    words = sentence.words
    if behind >= len(words) or not words[behind].is_word or not sentence.capital(behind):
        return False
    first = at + (words[at].text in sentence.pack.grammar.articles)
    short = sentence.text(first, behind).replace(".", "")
    unknown = not words[behind].entries or words[behind].entry("speaker", "venue") is not None
    return unknown and short.isupper() and len(short) <= _INITIALS


def _bears(kind: Word) -> bool:
    """Whether a place smaller than a country bears its name: «شارع فلسطين», «مستشفى الكويت»; «ولاية جورجيا» does, too,
    and lies in none of that name."""
    thing = kind.entry("thing") if kind.entry("place_kind") else None
    return thing is not None and thing.form == "singular" and thing.concept not in _LARGE


def named(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """A name that its kind or a preposition makes a place: «مخيم الهول», "in Takengon"."""
    word = sentence.words[at]
    if not sentence.pack.numbers.grammar.capitals:
        article = sentence.pack.grammar.numeral_behind
        construct = "place_kind" in word.tables and not (article and word.before.endswith(article))
        name = at + max(1, word.width)
        if construct and name < len(sentence.words) and _unknown(sentence.words[name]):
            return (name, name + 1) if not _describes(sentence, name) and _repeated(sentence, name) else None
        return None
    if "place_in" not in word.tables or (at and sentence.words[at - 1].means("thing", "share_of_stock")):
        return None  # "shares in Carillion" are of a company
    end = first = _kind_before(sentence, at + word.width)
    while end < min(len(sentence.words), first + 3) and _unknown(sentence.words[end]) and sentence.capital(end):
        if end in sentence.owner:
            break  # "238 dead in Three-Train Crash"
        end += 1
    return (first, end) if end > first and not sentence.text(first, end).isupper() else None


def _kind_before(sentence: Sentence, at: int) -> int:
    """Where the name begins behind its kind: "in the province of Taroudant"."""
    words = sentence.words
    behind = at + (at < len(words) and words[at].text in sentence.pack.grammar.articles)
    if behind >= len(words) or "place_kind" not in words[behind].tables:
        return at
    behind += words[behind].width
    if behind < len(words) and words[behind].text in sentence.pack.grammar.partitives:
        return behind + 1
    return behind if words[behind - 1].text in sentence.pack.grammar.partitives else at


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether a word ends as an adjective: «منطقة صناعية»; with an article many are names: «بلدة الشيفونية»."""
    grammar, text = sentence.pack.grammar, sentence.words[at].text
    definite = bool(grammar.numeral_behind) and text.startswith(grammar.numeral_behind)
    return not definite and text.endswith(tuple(grammar.describing))


def _repeated(sentence: Sentence, at: int) -> bool:
    """A name that only its kind tells is said more than once in its article; a mere adjective seldom."""
    return sentence.folded.text.count(sentence.words[at].text) > 1


def _unknown(word: Word) -> bool:
    return not word.entries and word.is_word and word.size > 2
