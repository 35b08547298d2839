"""What a figure counts: the noun phrase behind it, its head, and what narrows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claimcheck.lang.clause import Figure, Sentence
from claimcheck.lang.nounphrase import (
    DESCRIBES,
    QUOTES,
    NounPhrase,
    antecedent,
    hyphened,
    is_attribute,
    is_attributive,
    is_deed,
    is_eventful,
    is_small,
    joins,
    joins_names,
    led,
    modify,
    name_before,
    narrow,
    take,
    thing_of,
    tied,
)
from claimcheck.lang.pack import ancestors, befalls, concepts
from claimcheck.lang.phrases import Word
from claimcheck.lang.sums import rate, sum_of
from claimcheck.lang.topics import TABLES, Entry

_LIMIT: Final = 9
#: "were" stands at most this many words behind the number that it tells of
_COPULA: Final = 7
#: "several" are fewer
_TEN: Final = 10
#: kinds of things of which a whole is made that acts as they do: the trucks of a convoy, the members of a team
_MOVE = ("person", "vehicle")
#: tables of words that narrow the noun beside them, wherever they stand and before it
_NARROWS = DESCRIBES | {"place"}
#: tables of words that belong to no noun phrase
_OF_OTHERS: Final = frozenset(("says", "time", "weekday", "day", "month"))
#: whom alone an event of people befalls, and what stands for its people
_PEOPLE: Final = frozenset({"person", "body", "family"})
_ARMED = ("armed_group", "faction")
#: small words behind which another phrase begins
_ENDS: Final = frozenset({"part", "in_exchange", "negation", "hypothetical", "passive", "pluperfect"})


def noun_phrase(sentence: Sentence, figure: Figure) -> NounPhrase:
    """Read the phrase behind the figure; where the noun itself is the figure (a dual), that noun."""
    found = NounPhrase(figure.end)
    if figure.mention.form in ("dual", "zero"):
        for at in range(figure.first, figure.end):
            if sentence.pack.grammar.verb_first or sentence.words[at].entry("intransitive") is None:
                take(found, sentence, at)  # "nobody remains" tells of no bodies
        if figure.mention.form == "dual" and found.head is None:
            found.head, found.concept = (None, "person") if found.nationality else (figure.core, None)
        found.end = max(found.end, figure.end)
    elif _behind(sentence, figure):
        at = _described(sentence, figure.first - 1)
        take(found, sentence, at)
        _happening(found, sentence, at)
        if found.head is None and found.nationality is None:
            found.head = at
    elif figure.mention.kind == "count" or figure.mention.kind == "share":
        _walk(found, sentence, figure)
        if "passive" in sentence.topics and sentence.cued("passive", figure.last, figure.last + _COPULA):
            _said_to_be(found, sentence, figure)
    else:
        _measured(found, sentence, figure)
    if found.head is not None:
        narrow(found, sentence, figure, found.head)
        if found.group is None and found.end > found.head + 1:
            found.group = antecedent(sentence, found.head + 1, found.end)
    found.nationality = None if found.mixed else found.nationality
    if (found.concept is None or concepts().things[found.concept].generic) and _crew_of(sentence, figure):
        found.concept = "crew"
    if found.concept == "religious" and found.nationality and not found.nationality.isupper():
        found.concept = "person"  # "Rohingya Muslims" are all of a people, Syrian Christians some of a nation
    if found.concept == "fighter":
        found.concept = concepts().groups.get(found.group or "", "fighter")  # «12 عنصرا من الجيش»
    before = sentence.words[figure.first - 1].tables if figure.first else {}
    if "thing" in before and before["thing"].concept == "family" and _families(sentence, figure, found.concept):
        found.head, found.concept = figure.first - 1, "family"
    if found.group is None and found.head is not None and not sentence.pack.grammar.head_first:
        found.group = name_before(found, sentence, figure, found.head)
    return found


def _families(sentence: Sentence, figure: Figure, dead: str | None) -> bool:
    """Whether the families of the dead are counted: «تعويضات لأسر 75 شهيدا»."""
    article = sentence.pack.grammar.numeral_behind  # «الأسر الـ12» are no families of twelve
    if dead is None or not article or sentence.words[figure.first - 1].before.endswith(article):
        return False
    return concepts().things[dead].event == "killed"


def _crew_of(sentence: Sentence, figure: Figure) -> bool:
    """ "A crew of seven", «طاقم من 8 أفراد»."""
    words, first = sentence.words, figure.first
    of = first > 1 and words[first - 1].text in sentence.pack.grammar.partitives
    return of and words[first - 2].means("thing", "crew")


def _said_to_be(found: NounPhrase, sentence: Sentence, figure: Figure) -> None:
    """Who they are where the predicate says it: "27 of the dead were foreigners", "at least 145 were Egyptian"."""
    thing = concepts().things[found.concept] if found.concept else None
    general = thing is None or thing.generic or thing.event is not None
    behind = sentence.words[figure.last : figure.last + _COPULA]
    copula = next((n for n, w in enumerate(behind) if w.cue("passive")), None)
    of = copula == 0 or (behind and (behind[0].text in sentence.pack.grammar.partitives or behind[0].cue("part")))
    if not general or copula is None or not of or any(not w.is_word for w in behind[:copula]):
        return
    at = figure.last + copula + 1
    word = sentence.words[at] if at < len(sentence.words) else None
    if word and word.entry("nationality"):
        modify(found, sentence, at)
    elif word and (noun := thing_of(word)) and not (is_eventful(word) or _is_done(word, noun)):
        take(found, sentence, at)


def _is_done(word: Word, noun: Entry) -> bool:
    """Whether what might be a noun says what is done to them: "seven were shot" counts no shots."""
    return word.entry(*TABLES) is not None and ancestors(noun.concept)[-1] != "person"


def _measured(found: NounPhrase, sentence: Sentence, figure: Figure) -> None:
    """What a measure is of: "1,300 tonnes of weapons", «نصف طن من الوثائق»."""
    at = figure.end
    while at < len(sentence.words) and sentence.words[at].text in QUOTES:
        at += 1
    if at < len(sentence.words) and sentence.words[at].text in sentence.pack.grammar.partitives:
        _walk(found, sentence, replace(figure, last=at + 1, end=at + 1))
    told = sum_of(sentence, figure) if figure.mention.kind == "money" else None
    if told and "sum" not in ancestors(found.concept or ""):
        found.head, found.concept = told
    elif "reserve" in sentence.topics and found.concept is None:
        found.concept = rate(sentence, figure)


def _behind(sentence: Sentence, figure: Figure) -> bool:
    """«الجيوب الثلاثة»: a definite numeral follows its noun, and so does a one, «شخص واحد», or some, «بلدات عدة»."""
    article = sentence.pack.grammar.numeral_behind
    if figure.first == 0 or figure.mention.form not in ("words", "digits", "plural") or not article:
        return False
    before, numeral = sentence.words[figure.first - 1], sentence.words[figure.first]
    if figure.mention.value == 1 and figure.mention.form == "words":
        noun = sentence.words[_begun(sentence, figure.first - 1)]
        return thing_of(noun) is not None or noun.entry("event") is not None
    if figure.mention.form == "plural":
        return _several(sentence, figure, article)
    definite = article in before.text[:3] and numeral.text.startswith(article) and before.is_word
    return definite and sentence.text(figure.first, figure.first + 1).startswith(article)  # «في المنطقة ألفا جندي»


def _several(sentence: Sentence, figure: Figure, article: str) -> bool:
    """Whether "several" follows its noun, a plural without the article, and stands before no other."""
    words, behind = sentence.words, figure.last
    thing = thing_of(words[figure.first - 1])
    if thing is None or thing.form != "plural" or (figure.mention.high or _TEN) >= _TEN:
        return False
    free = behind >= len(words) or is_small(words[behind]) or not words[behind].is_word or words[behind].before
    return bool(free) and not words[figure.first - 1].before.endswith(article)


def _begun(sentence: Sentence, at: int) -> int:
    """Where the phrase begins that holds the word: «حالة وفاة» are two words."""
    return next((first for first in (at - 1, at - 2) if first >= 0 and sentence.words[first].width > at - first), at)


def _described(sentence: Sentence, at: int) -> int:
    """The noun before a numeral that follows it, over what describes it: «المحافظات الإيرانية الـ31»."""
    first, article = _begun(sentence, at), sentence.pack.grammar.numeral_behind
    noun, words = first - 1, sentence.words
    if noun < 0 or thing_of(words[first]) is not None or not words[first].of(DESCRIBES):
        return first
    thing = thing_of(words[_begun(sentence, noun)])
    alike = thing is not None and thing.form == "plural" and words[noun].before.endswith(article)
    return _begun(sentence, noun) if alike else first


def _walk(found: NounPhrase, sentence: Sentence, figure: Figure) -> None:
    """Go behind the figure word by word until the phrase ends."""
    if _compounded(found, sentence, figure):
        return
    unknown: list[int] = []
    at = figure.end if figure.mention.kind == "share" else figure.last
    _happening(found, sentence, at)
    if at < len(sentence.words) and sentence.words[at].cue("membership"):
        at += max(1, sentence.words[at].width)  # «40 منهم أطفال», "11 of them children"
    words, grammar = sentence.words, sentence.pack.grammar
    stop = min(len(words), at + _LIMIT)
    while at < stop:
        word = words[at]
        if found.head is None and word.text in grammar.joins and joins_names(sentence, at):
            at += 1  # "60 Taliban and Haqqani fighters"
            continue
        if sentence.owner.get(at, figure) is not figure or _ends_phrase(word, found, sentence, at):
            break
        if word.before and (led(word, sentence) or (found.head is None and joins(word, sentence))):
            break
        thing = word.tables.get("thing")
        if thing is not None and at + 1 < len(words) and words[at + 1].text == "'" and (owned := _owned(sentence, at)):
            at = owned
            continue
        compound = hyphened(sentence, at) if at + 1 < len(words) and words[at + 1].text == "-" else 0
        width = compound or word.width or 1
        if compound or (thing is not None and (
                is_attribute(sentence, figure, at, thing) or _of_a_name(found, sentence, at, thing))):
            pass  # "conflict-related", "government" before "prisoners"
        elif thing is not None:
            if found.head is not None and (unknown or is_eventful(word) or _does(sentence, at, thing)):
                break
            if found.head is None and at == figure.last and is_deed(sentence, at):
                break
            if found.head is None and _came_from(sentence, figure, thing):
                break
            if _origin(sentence, figure, at, thing):
                found.end = at + width
                break
            if thing.concept in _ARMED and thing.form == "singular" and words[at - 1].text in grammar.partitives:
                # an armed group stands for those of its people who are counted: «180 منهم من التنظيم»
                found.concept, found.group, found.end = "fighter", antecedent(sentence, at, at + 1), at + width
                break
            if thing.concept == "side" and found.head is None and words[at - 1].text in grammar.partitives:
                found.concept, found.end = "person", at + width  # «مقتل العشرات من الجانبين»
                break
            if unknown and _owner(sentence, unknown[0], thing):
                break
            take(found, sentence, at)
        elif "nationality" in word.tables and _people(word) and (not grammar.head_first or _capital(sentence, at)):
            modify(found, sentence, at)
            found.head, found.concept, found.end = at, "person", at + 1
            break
        elif "nationality" in word.tables and (_compatriots(sentence, at, figure) or _of_a_people(sentence, at)):
            modify(found, sentence, at)
            found.end = at + 1
            break
        elif word.of(_NARROWS):
            modify(found, sentence, at)
            if found.head is None and _stands_for_people(found, sentence, at):
                found.concept, found.end = concepts().groups.get(found.group or ""), at + width
                break
        elif "compass" in word.tables and words[at - 1].text in grammar.partitives:
            break  # «نزوح 120 ألفا من جنوب غربي سوريا»
        elif unknown and is_small(word) and not grammar.head_first:
            break  # "1,011 entries now stand"
        elif not word.entries and at == figure.last and word.text[:1] in grammar.joins:
            break  # «ارتفع العدد إلى 525 والإخوان يتعهدون»
        elif word.is_word and not is_small(word):
            if found.head is not None and found.concept is not None:
                break
            if at == figure.last and _stands_alone(sentence, figure):
                break
            unknown.append(at)
        at += width
        if found.head is not None and grammar.head_first and not _others(sentence, at):
            break
        if word.is_word and at > found.end:
            found.end = at
    _open_head(found, unknown, sentence)
    if found.head is None and not (found.concept or found.group or found.nationality or found.place):
        found.end = figure.end  # "three of the four": nothing was read behind the figure


def _stands_alone(sentence: Sentence, figure: Figure) -> bool:
    """Whether a vague amount has its noun behind "of" alone: "dozens mourn the victims"."""
    mention = figure.mention
    return mention.form == "plural" and (mention.low or 0) >= _TEN and not sentence.pack.grammar.head_first


def _does(sentence: Sentence, at: int, thing: Entry) -> bool:
    """Whether it says what the people right before it do: "62 troops fighting the rebels", "80 workers strike"."""
    before = thing_of(sentence.words[at - 1])
    people = before is not None and before.form == "plural" and ancestors(before.concept)[-1] == "person"
    return people and not sentence.pack.grammar.head_first and "incident" in ancestors(thing.concept)


def _owned(sentence: Sentence, at: int) -> int:
    """Where that begins what the noun before an apostrophe owns, which is counted: "five of the town's schools"; 0
    where it owns nothing: "183 CD's"."""
    words = sentence.words
    behind = at + 2 + (at + 2 < len(words) and words[at + 2].text == "s")
    return behind if behind < len(words) and (words[behind].is_word or behind in sentence.owner) else 0


def _compounded(found: NounPhrase, sentence: Sentence, figure: Figure) -> bool:
    """Whether it counts the noun right behind and not the one that both describe: "a 12-story building", "a two story
    house", "a 44-truck convoy"; "a 130-strong crew" are as many people."""
    if sentence.pack.grammar.head_first:
        return False
    words, hyphen = sentence.words, tied(sentence, figure.last)
    at = figure.last + hyphen
    if at + 1 >= len(words) or not words[at].is_word:
        return False
    unit = thing_of(words[at])
    if unit.form == "plural" if unit else not hyphen or words[at].entries:
        return False
    behind = at + max(1, words[at].width)
    noun = next((n for n in range(behind, min(len(words), behind + 3)) if thing_of(words[n])), None)
    if hyphen and unit and behind < len(words) and sentence.capital(behind):
        noun = noun or behind  # "the 24-storey Grenfell Tower"
    elif noun is None or any(not w.is_word or w.entries for w in words[behind:noun]):
        return False
    whole = thing_of(words[noun])
    people = whole is not None and ancestors(whole.concept)[-1] == "person"
    if people and (unit is None or not hyphen):
        return False
    if not hyphen and (figure.mention.value in (0, 1) or noun > behind or whole is None or whole.form == "plural"):
        return False
    take(found, sentence, at)
    found.head = at
    found.end = noun + max(1, words[noun].width)
    found.describes = unit is None or ancestors(unit.concept)[-1] not in _MOVE
    return True


def _stands_for_people(found: NounPhrase, sentence: Sentence, at: int) -> bool:
    """Whether a side that is named stands for its people: «250 من الحكومة», "some 500 US forces left"."""
    if found.group is None:
        return False
    if sentence.words[at - 1].text in sentence.pack.grammar.partitives:
        return True
    after = at + max(1, sentence.words[at].width)
    behind = sentence.words[after] if after < len(sentence.words) else None
    ends = behind is None or not behind.is_word or is_small(behind)
    ends = ends or (behind is not None and behind.entry("transitive", "intransitive", "state") is not None)
    return found.group in concepts().groups and ends


def _origin(sentence: Sentence, figure: Figure, at: int, thing: Entry) -> bool:
    """A place that people are from, where the preposition may mean "of", too: «2 من مدينة حلب», «104 من جنسيات مختلفة»,
    «نزح الآلاف من منازلهم»; «20 من القرى» and «اثنين من أحياء حلب» are places."""
    before, definite = sentence.words[at - 1].text, sentence.pack.grammar.numeral_behind
    if not definite or before not in sentence.pack.grammar.partitives:
        return False
    root = ancestors(thing.concept)[-1]
    if root == "building":
        return sentence.words[at].after in sentence.pack.grammar.possessives and _people_move(sentence, figure)
    if root != "place":
        return False
    after = at + max(1, sentence.words[at].width)
    behind = sentence.words[after] if after < len(sentence.words) else None
    narrowed = behind is not None and (behind.entry("thing", "place") or behind.before.endswith(definite))
    plural = sentence.words[at].before.endswith(definite) or narrowed
    return before in sentence.pack.grammar.partitives and (thing.form == "singular" or not plural)


def _came_from(sentence: Sentence, figure: Figure, thing: Entry) -> bool:
    """Whether a bare number has behind it where its people are from: "six from the eruption", "20 from the village"."""
    grammar, at = sentence.pack.grammar, figure.last
    apart = not grammar.head_first and sentence.words[at].text in grammar.origins
    return apart and ancestors(thing.concept)[-1] in ("incident", "place", "building")


def _of_a_name(found: NounPhrase, sentence: Sentence, at: int, thing: Entry) -> bool:
    """Whether a noun opens the name of a firm or body: "9,000 General Motors Co. workers"."""
    alone = found.head is None and thing.form == "singular" and not sentence.pack.grammar.head_first
    return alone and sentence.words[at].width < 2 and sentence.capital(at) and at + 1 < len(sentence.words) and (
        sentence.capital(at + 1))


def _people_move(sentence: Sentence, figure: Figure) -> bool:
    """Whether what stands right before the figure befalls people alone: «فر الآلاف», «نزوح الآلاف»."""
    told = (e.concept for w in sentence.words[max(0, figure.first - 2) : figure.first] for e in w.entries
            if e.table in TABLES)
    return any(_PEOPLE.issuperset(befalls(event)) for event in told)


def _owner(sentence: Sentence, first: int, thing: Entry) -> bool:
    """Whether a noun only says whose the people before it are, whom no pack knows: «14 من حلفاء الحكومة»."""
    led = sentence.pack.grammar.head_first and sentence.words[first - 1].text in sentence.pack.grammar.partitives
    return led and ancestors(thing.concept)[-1] != "person"


def _others(sentence: Sentence, at: int) -> bool:
    """ "Trois autres explosions": others that stand before a noun are no noun themselves, although heads come first."""
    before = sentence.pack.grammar.others_first and sentence.words[at - 1].cue("other")
    return before and at < len(sentence.words) and thing_of(sentence.words[at]) is not None


def _capital(sentence: Sentence, at: int) -> bool:
    """"7 Français": where adjectives follow their nouns, the capital tells a people."""
    return sentence.pack.numbers.grammar.capitals and sentence.capital(at)


def _compatriots(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether an adjective of a nation right behind its number stands for a noun, where adjectives follow their nouns
    and there are no capitals: «تضرر نصف مليون سوداني من الفيضانات»."""
    grammar = sentence.pack.grammar
    own = grammar.head_first and not sentence.pack.numbers.grammar.capitals and not sentence.words[at].before
    return own and sentence.owner.get(at - 1) is figure


def _of_a_people(sentence: Sentence, at: int) -> bool:
    """Whether an adjective with the article stands for a people where no noun is before it: «400 ألف من الروهينغا»."""
    definite = sentence.pack.grammar.numeral_behind
    noun = bool(definite) and sentence.words[at].text.startswith(definite)
    return noun and sentence.words[at - 1].text in sentence.pack.grammar.partitives


def _people(word: Word) -> bool:
    """A nation's people, not its adjective: "15 Saudis", "150,000 Britons abroad"."""
    nation = word.entry("nationality")
    return nation is not None and nation.form == "plural"


def _happening(found: NounPhrase, sentence: Sentence, at: int) -> None:
    """A noun of an event that is counted itself: «329 إصابة» are 329 wounded."""
    word = sentence.words[at] if at < len(sentence.words) else None
    if word is None or "event" not in word.tables or "thing" in word.tables or word.before:
        return
    event = word.tables["event"]
    if event.concept in concepts().things:
        found.head, found.concept, found.end = at, event.concept, at + 1


def _open_head(found: NounPhrase, unknown: list[int], sentence: Sentence) -> None:
    """A head that no pack knows: the first word where heads come first, else the last of the run."""
    if found.head is not None or not unknown:
        return
    found.head = unknown[0] if sentence.pack.grammar.head_first else unknown[-1]
    found.end = max(found.end, found.head + 1)


def _ends_phrase(word: Word, found: NounPhrase, sentence: Sentence, at: int) -> bool:
    if not word.is_word:
        if word.text == "." and found.head is None and _shortened(sentence, at - 1):
            return False
        return word.text not in QUOTES or found.head is not None or _dash(sentence, at)
    grammar, text = sentence.pack.grammar, word.text
    if at + 1 in sentence.owner and text in grammar.joins:
        return True  # «12 في حمص و10 في حماة»
    if "thing" in word.tables:
        return False
    small = text in grammar.possessives or text in grammar.articles
    if small and found.head is None and sentence.words[at - 1].text in grammar.partitives:
        return False  # "26 of its soldiers", "five of the attackers"
    if not word.entries:
        return False
    cue = word.tables.get("cue")
    if cue is not None:
        if "function" in word.cues:
            # «وأصيب 3000 في انفجار» counts no explosions
            within = "place_in" in word.tables and text not in grammar.origins
            return found.head is not None or within or text not in grammar.partitives
        if cue.concept == "difference" and text not in grammar.partitives:
            return found.head is not None  # "13 wounded by Israeli fire"
        if cue.concept in _ENDS or (cue.concept == "planned" and not grammar.head_first):
            return True  # "200 prisoners will be freed"
    if "means" in word.tables:
        return True  # "35 of them by live fire"
    if "happening" in word.topics:
        return not is_attributive(sentence, at)
    return word.of(_OF_OTHERS)


def _shortened(sentence: Sentence, at: int) -> bool:
    """Whether a short form ends a name: "9,000 General Motors Co. workers"."""
    short = sentence.words[at].text in sentence.pack.grammar.abbreviations
    return short and sentence.capital(at) and sentence.capital(at - 1)


def _dash(sentence: Sentence, at: int) -> bool:
    """A dash between blanks is no hyphen: "gas attack kills 58 - YouTube"."""
    if sentence.words[at].text != "-" or not 0 < at < len(sentence.words) - 1:
        return False
    return sentence.ends(at - 1) < sentence.starts[at] and sentence.ends(at) < sentence.starts[at + 1]
