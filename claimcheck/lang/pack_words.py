"""Schema of the words of a language pack: what is counted, what happens to it, who, where, when, who says so.

A word is written once, as ``citation[/second form[/third ...]][@class]``; the class (an ``inflection`` table of
the pack) expands it to all its forms. Without ``@class`` the first class of the family whose ``ends`` fit the
citation is taken. A word of several tokens is matched token by token.
"""

from __future__ import annotations

from typing import Annotated, Literal

from claimcheck.lang.fold import fold
from claimcheck.lang.section import Each, Section

Words = dict[str, list[str]]


def matched(words: list[str]) -> list[str]:
    """In the form that texts are matched in: «أو» is «او» there."""
    return [fold(word) for word in words]


#: small words that the engines compare with those of a folded text
Matched = Annotated[list[str], matched]


class Inflection(Section):
    """How the words of one class are formed.

    In a pattern ``{0}`` is the citation form, ``{1}``, ``{2}`` the further forms, ``{s}`` the citation without its
    last letter, ``{ss}`` without its last two. The form's name tells the engines what the form means: ``dual`` is a
    count of two, ``future`` is a plan, ``participle`` and ``passive`` put the counted thing before the verb, and an
    ``infinitive``, which is a noun or an adjective elsewhere, is read behind what asks for a verb: "to release".
    """

    family: Literal["noun", "verb", "adjective", "fixed"]
    ends: list[str] = []
    singular: list[str] = []
    dual: list[str] = []
    plural: list[str] = []
    past: list[str] = []
    present: list[str] = []
    future: list[str] = []
    participle: list[str] = []
    infinitive: list[str] = []
    gerund: list[str] = []


class Clitics(Section):
    """Letters written onto a word, stripped where the whole word is unknown: longest first, stem of three or more."""

    before: list[str] = []
    after: list[str] = []
    #: of those before, what no verb has: «بقصف» is "by shelling", not "they shelled"
    nominal: list[str] = []


class Events(Section):
    """Words for events and states, event concept -> words, by what they do in a sentence."""

    #: verbs whose object is counted: "killed 31", «أجلت 500»
    transitive: Words = {}
    #: verbs whose subject is counted: "31 died", «خرج 500»
    intransitive: Words = {}
    #: nouns followed by what is counted: "the death of 31", «مقتل 31»
    nouns: Words = {}
    #: adjectives and fixed phrases beside what is counted: "31 dead", «31 في عداد المفقودين»
    states: Words = {}


class Grammar(Section):
    """The few switches of word order that the shared engines know."""

    #: the counted noun comes first in its phrase and adjectives follow: «400 جندي أمريكي» (else "400 US troops")
    head_first: bool = False
    #: letters written onto a noun of what is only meant to happen: «لنقل», «للحصول»
    purposes: list[str] = []
    #: "others" stands before its noun all the same: "trois autres explosions"
    others_first: bool = False
    #: the verb stands before its subject: «خرج 500 شخص» (else "500 people left")
    verb_first: bool = False
    #: who is told may stand between a verb of saying and its subject: "a annoncé à l'AFP un responsable"
    told_first: bool = False
    #: the article with which a numeral may follow its noun: «الجيوب الثلاثة»
    numeral_behind: str = ""
    #: the ending of a counted noun and its adjectives, with which a nation's may look like its country: «جنديا سوريا»
    accusative: str = ""
    #: the endings of adjectives, with which a word that no pack knows names no place: «منطقة صناعية»
    describing: Matched = []
    #: words between a figure and its noun: "of", «من»
    partitives: Matched = []
    #: before those whom a sum is for: "for", "to", «ل»
    recipients: Matched = []
    #: between what a sum is and the sum, besides ``partitives``: "put the shortfall at $3 million"
    valued: Matched = []
    #: between a sum and what it consists of: "$3 million in damages"
    consisting: Matched = []
    #: articles and possessives written apart: "the", "their"
    articles: Matched = []
    #: what makes a noun somebody's, as a word before it or written onto its end: "its", «جنودها»
    possessives: Matched = []
    #: joins nouns of one phrase, as a word or written onto it: "and", «و»
    joins: Matched = []
    #: endings of regular plurals, taken off words that no table knows
    plurals: list[str] = []
    #: what a figure rises or falls to stands behind these: "to", «إلى»
    goals: Matched = []
    #: a place stands at most so many words behind its figure, noun, articles and elisions between
    place_reach: int = 5
    #: before the place that goods come from, and before the one they go to: "from", "to", «من», «إلى»
    origins: Matched = []
    #: before what somebody was hurt by, or who decided, as a word or written onto it: "by", «ب»
    by: Matched = []
    towards: Matched = []
    #: before a day that something is to have happened by: "by", «بحلول»
    deadlines: Matched = []
    #: words of a person's name before another, which is no place then: «عبد الجليل»
    name_particles: Matched = []
    #: behind a place in the name of a paper: "the Houston Chronicle"
    mastheads: Matched = []
    #: short forms that a full stop follows without ending the sentence: "mr", "gen"
    abbreviations: list[str] = []


class Cues(Section):
    """Small words that change what a figure means. All are fixed phrases, matched as they stand (clitics apart)."""

    #: what tells how people may vote or have voted, before votes are counted: "exit poll", «استطلاع»
    survey: list[str] = []
    #: up to which hour a turnout is: "by noon", "at 3 p.m.", «حتى الساعة الثالثة»
    clock: list[str] = []
    #: of a whole named before: "among them", "including", «بينهم», «منهم»
    part: list[str] = []
    #: of these, what behind a number makes that number the part: "40 of them", «40 منهم»; behind its noun it opens one
    membership: list[str] = []
    #: what those who are lost lose behind them: «فقد 19 شخصا حياتهم»; not where the verb holds it, "lost their lives"
    life: list[str] = []
    #: before a figure that an earlier one is part of: "out of", «من أصل»
    whole: list[str] = []
    #: right before how much a figure rose or fell: "by", «بمقدار»
    difference: list[str] = []
    #: behind how much more or less something is, or before it: "less than", «أقل»
    compared: list[str] = []
    #: before a sum of money, that something comes to it: "worth", «بقيمة»
    worth: list[str] = []
    #: a currency that others are told in: "the dollar", «الدولار»
    reserve: list[str] = []
    #: where it has another price: "the black market"
    black_market: list[str] = []
    #: what is added to another part: "another", "a further", «آخرين»
    other: list[str] = []
    #: of these, what says that a figure comes on top of what was known: "more", "a further", «إضافية»
    added: list[str] = []
    #: before those who are not in a total: "does not include", «لا تشمل»
    excluded: list[str] = []
    #: that somebody saw bodies, or how they lay, tells of some of the dead: "saw", "laid out"
    seen: list[str] = []
    #: behind a state that has so many soldiers: "has"
    has: list[str] = []
    #: before or behind a nation's adjective, that its land is meant: «الأراضي», "soil", "side of the border"
    land_of: list[str] = []
    of_land: list[str] = []
    #: narrows the wounded to the badly wounded: "seriously", «خطيرة»
    grave: list[str] = []
    #: only some of what was hit is destroyed, or all: "partially", «بشكل جزئي»; "completely", «كليا»
    partly: list[str] = []
    wholly: list[str] = []
    #: a running total: "in all", "the toll", "so far", «إجمالي», «حتى الآن»
    total: list[str] = []
    #: heads a running figure that stands at the end of its sentence: "the number of people killed ... rose to"
    tally: list[str] = []
    #: takes up those before it, whose number follows: "their number", "numbering", «عددهم»
    their_number: list[str] = []
    #: stands before the name of a ship or a storm: "MV", "Hurricane"
    craft: list[str] = []
    #: so long before the article: "ago", «قبل»
    ago: list[str] = []
    #: which part of a month: "early March", "mid-March", "the end of March"
    early: list[str] = []
    middle: list[str] = []
    late: list[str] = []
    #: what goes on opened with it: "which began in April", «التي اندلعت في نيسان»
    began: list[str] = []
    #: of these, what says up to when: "so far", «حتى الآن»
    so_far: list[str] = []
    #: what is done to a tally that then goes to another figure: "revised the count of the missing to 128"
    revised: list[str] = []
    #: right before what a tally has come to: "stood at 413"
    stands: list[str] = []
    #: now: "still", "currently", «لا يزال», «حاليا»
    now: list[str] = []
    #: to come: "will", "expected to", «سوف», «من المتوقع»
    planned: list[str] = []
    #: says what is to come, before "that": "expects", "warned", «توقع», «حذر»
    foretold: list[str] = []
    #: compares with what was before, so that its "since" is no time of the figure: "the deadliest since", «الأسوأ منذ»
    record: list[str] = []
    #: of another incident than the article's: "a similar fire", «حريق مماثل»
    similar: list[str] = []
    #: before what came after a quake: "followed by a 5.1 tremor", «تلته هزات»
    ensuing: list[str] = []
    #: negates what follows: "no", "not", «لم», «ليس»
    negation: list[str] = []
    #: after a negation, tells what there was all the same: "none but", «سوى»
    exception: list[str] = []
    #: before or earlier than another figure: "earlier", "previously", «في وقت سابق»
    earlier: list[str] = []
    #: right before the figure that another is compared with, an earlier one: "up from", «بعد أن كان»
    superseded: list[str] = []
    #: between those who are released and those for whom they are, else as above: "in exchange for", «مقابل»
    in_exchange: list[str] = []
    #: what a tally does that was so before: "the toll had been nine"
    pluperfect: list[str] = []
    #: who speaks says that what follows is not so: "denied", «نفى»
    denial: list[str] = []
    #: for each: "a day", "per", «يوميا», «لكل»
    per: list[str] = []
    #: between what happened and what it was part of, whose time is its own: "as part of", «في إطار»
    amid: list[str] = []
    #: tells of a court, whose executions are sentences: «قضت محكمة بإعدام 12»
    ruling: list[str] = []
    #: between an act and the government that is said to have done it, or that says so: "blamed on", «نسبته»
    blames: list[str] = []
    #: opens a clause that speaks of the noun before it: "which", «التي»
    relative: list[str] = []
    #: opens a clause that tells what happened at the place before it: "where", «فيها»
    where: list[str] = []
    #: takes up where the sentence before has it happen: "there", "in this blast", «في هذا التفجير»
    there: list[str] = []
    #: beside the place of somebody's office: "based", «مقره»
    seat: list[str] = []
    #: before a place where something else was done, or that only bounds where it was: "signed in", "border with"
    apart: list[str] = []
    #: auxiliaries that make the verb behind them passive: "were", «تم»
    passive: list[str] = []
    #: words that end a counted noun phrase and are no noun: "in", "after", "who", «في», «الذين»
    function: list[str] = []
    # below, so that what such a word is as a function word comes first
    #: opens a clause of another event than that of the figure before it: "when", «عندما»
    subordinate: list[str] = []
    #: opens what was said before, where the subject stands between it and what marks the verb: «كانت الوزارة قد أعلنت»
    had: list[str] = []
    #: stands right before that verb: «قد»
    had_done: list[str] = []
    #: words that say the figure is of somebody else than the speaker, or of a hypothetical: "if", «إذا»
    hypothetical: list[str] = []
    #: between subject and verb, though one of them looks like a preposition: "a" of "a dit" is «à» without its accent
    auxiliary: list[str] = []
    #: names or stands for those on one side of a conflict: "side", "ranks", «صفوف»
    side: list[str] = []
    among: list[str] = []
    backed: list[str] = []
    #: beside an incident that is not the first of its kind, with "new" and "second": "another", "again", «مجددا»
    anew: list[str] = []
    #: in the lead of an article that looks back: "anniversary", "a year after", «ذكرى», «بعد عام على»
    anniversary: list[str] = []
    #: what comes long after an incident: "trial", "inquiry", «محكمة», «نتائج التحقيق»
    aftermath: list[str] = []
    #: of this, what takes months: "sentenced to", «قضت محكمة»
    judgement: list[str] = []
    #: opens what went on when it happened: "during Friday prayers", «أثناء صلاة الجمعة»
    during: list[str] = []
    #: between a day and the incident that it comes after: "on Monday, after the quake"
    follows: list[str] = []
    #: of these, what says that days lie between: "a day after", "weeks after", «غداة»
    days_after: list[str] = []


class Attribution(Section):
    """How a text says who speaks."""

    #: verbs with the speaker beside them: "said", «قال»
    verbs: list[str] = []
    #: verbs with the one who is told behind them, where subjects come first: "told"
    addressing: list[str] = []
    #: verbs that set a tally at a figure, which ``valued`` of the grammar stands before: "put the toll at 60"
    setting: list[str] = []
    #: with the one who is quoted before it: "as saying", «قوله»
    quoted: list[str] = []
    #: phrases with the speaker behind them: "according to", «بحسب»
    before: list[str] = []
    #: opens what is said: "that", «أن»
    that: list[str] = []
    #: verb forms that take the subject of the sentence: "saying", «قائلا»
    participles: list[str] = []
    #: what somebody decides or announces, with their name beside it: "decision", «قرار»
    acts: list[str] = []
    #: stand for a speaker named before: "he", «هو»
    pronouns: list[str] = []
    #: to whom it is said, behind the speaker's name: "to reporters", «للصحفيين», «لرويترز»
    addressees: list[str] = []
    #: group -> what it is called where it speaks, and who speaks for it: "the Observatory", «مدير المرصد»
    bodies: Words = {}
    #: nouns that can speak: "spokesman", "ministry", "observatory", «متحدث»
    speakers: list[str] = []


class Times(Section):
    """How a text says when."""

    #: "since", «منذ»
    since: list[str] = []
    #: "within", «خلال», «في الأيام الأخيرة»
    within: list[str] = []
    #: opens the last units up to now: "in the past", «في آخر»
    past: list[str] = []
    #: "on", «يوم»
    on: list[str] = []
    #: up to when a total was counted: "as of", «حتى»
    until: list[str] = []
    #: day names -> 0 (Monday) .. 6 (Sunday)
    weekdays: dict[str, int] = {}
    #: month names -> 1 .. 12
    months: dict[str, int] = {}
    #: names of the months of the Hijri calendar -> 1 .. 12
    hijri: dict[str, int] = {}
    #: what may stand beside a day on a line of its own: "published", "GMT", «نُشر في»
    dateline: list[str] = []
    #: zones that have one offset all the year -> their names: +00:00 -> "GMT"
    zones: Words = {}
    #: behind a time of day before noon and after: "am", "pm"
    am: list[str] = []
    pm: list[str] = []
    #: "today" -> 0, "yesterday" -> -1
    days: dict[str, int] = {}
    #: "last", "past", «الماضي»
    last: list[str] = []
    #: "next", «المقبل»
    next: list[str] = []
    #: "this", «الحالي»
    this: list[str] = []
    #: "that", «ذلك»: of a year that is not the article's
    then: list[str] = []
    #: time unit -> words: day, week, month, year, hour, minute
    units: Words = {}


class Wording(Section):
    """All word tables of a pack; merged into LanguagePack."""

    grammar: Grammar = Grammar()
    clitics: Clitics = Clitics()
    inflection: dict[str, Inflection] = Each(Inflection)
    #: thing concept -> nouns (family noun)
    things: Words = {}
    events: Events = Events()
    #: modifier concept -> adjectives: civilian, foreign, besieged, armed
    modifiers: Words = {}
    #: what comes one after the other -> nouns (family noun): night, batch, stage
    series: Words = {}
    #: consonant -> how names spell it, for all that other scripts may render alike; vowels are in none
    sounds: Words = {}
    #: organised group -> names: is, sdf, un, ...
    groups: Words = {}
    #: ISO 3166 code -> adjectives and demonyms
    nationalities: Words = {}
    #: place id (ISO code, or a plain English id) -> names
    places: Words = {}
    #: letters of the compass (N, NE, C for the middle) -> words: "northern", «شمال شرقي»
    compass: Words = {}
    #: what people were hurt by -> words: "live fire", «الرصاص الحي»
    means: Words = {}
    #: kind of place where people gather -> nouns (family noun): airport, metro, mosque
    venues: Words = {}
    #: nouns that a place name follows or precedes: "camp", "village of", «مخيم», «بلدة»
    place_kinds: list[str] = []
    #: prepositions before a place: "in", "at", «في»
    place_prepositions: list[str] = []
    cues: Cues = Cues()
    attribution: Attribution = Attribution()
    times: Times = Times()
    #: words that say nothing by themselves: articles, prepositions, pronouns; also tell the language of a text
    stopwords: list[str] = []
    #: of the words of a text in this language, how many are stopwords at least: more where its neighbours share many
    least_stopwords: float = 0.1
    #: labels for the report: concept -> this language's word
    labels: dict[str, str] = {}
