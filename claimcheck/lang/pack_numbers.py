"""Schema of the figures of a language pack: number words, qualifiers, vague amounts, units, dates, what is no figure.

Tables go from a value to its words; TOML keys are strings, so a value is written in digits (``"2/3"`` for a fraction).
Words are matched folded, whole, the longest first.
"""

from __future__ import annotations

from typing import Literal

from claimcheck.lang.pack_words import Words
from claimcheck.lang.section import Section

Bound = Literal["about", "at_least", "more_than", "at_most", "less_than"]


class Grammar(Section):
    """Named switches: how the language puts numbers together."""

    #: 12,5 is 12.5, and 1.500 is 1,500 unless a scale follows
    decimal_comma: bool = False
    #: no comma stands between thousands: 51,635 is a little more than 51
    comma_decimal_only: bool = False
    #: a scale alone is a number: «ألف», «مليون»; in English it needs "a" or a number
    bare_scales: bool = False
    #: units stand before tens: «خمسة وعشرون»
    units_first: bool = False
    #: digits join what stands before them: «13 ألفا و500»
    digits_join: bool = False
    #: a hundred may go unsaid: "one twenty two" is 122
    hundred_elided: bool = False
    #: endings of a noun that is counted, and endings that only look so; of an accusative, which no hundred takes
    noun_ends: list[str] = []
    no_noun_ends: list[str] = []
    accusative: list[str] = []
    #: a noun ending so is a count of two wherever it stands, unless ``not_dual`` has it
    open_duals: list[str] = []
    #: last letters of a dual that stands free: without one it is in construct, and is a count only before a noun
    #: that the pack knows: «سيارتا إسعاف», but «شركتا فايزر وبيونتيك», and «زوجتي» is "my wife"
    free_duals: list[str] = []
    #: capital letters tell names from words: "May 5", "Smith, 45,"
    capitals: bool = False
    #: though names of months are written small: "5 mai"
    small_months: bool = False
    #: short scales that only number words take: "three hundred kr" (but "300 kr" are kroner)
    spoken_scales: list[str] = []
    #: letters written onto a number that mean "and": they join its parts and are no part of a span
    conjunctions: list[str] = []
    #: further letters written onto a number or a qualifier, the article included
    prefixes: list[str] = []
    #: those of the prefixes that hold the article
    definite: list[str] = []
    #: words between a comparison and a known number, which bound nothing: "fewer than the 87 million"
    determiners: list[str] = []
    #: words that count one before a scale: "a hundred"
    articles: list[str] = []
    #: words that join the parts of a number: "and"
    joins: list[str] = []
    #: words between a vague plural and its unit: "tens of thousands", "half of a million"
    of: list[str] = []
    #: words that stand for the decimal point
    points: list[str] = []
    #: letters between digits that stand for a decimal point, the fraction before it: «40ر43» is 43.40, as agencies
    #: write that type from the left
    reversed_points: list[str] = []
    #: words that make the number behind them negative
    minus: list[str] = []


class Subjects(Section):
    """A bound of a verb whose subject stands before the number: «تجاوزت نسبة النجاح 74%», «يزيد عدد سكانها على 20»."""

    #: nouns that are measured: «عدد», «قيمة»
    nouns: list[str] = []
    #: verbs among ``before`` that need no particle: «تجاوز»
    verbs: list[str] = []
    #: what ends so too and has no subject: «أكبر عدد من 3 دول» is no bound
    no_verbs: list[str] = []
    #: particles that end a phrase of ``before`` and stand behind its subject: «على» of «يزيد على»
    particles: list[str] = []


class Ranges(Section):
    """How a range is written."""

    #: opening words -> the word between the two ends
    between: dict[str, str] = {}
    #: opening words of a range with ``to``: "from 5 to 7"
    opening: list[str] = []
    #: words between the ends
    to: list[str] = []
    #: "three or four" is a range where the second follows the first
    either: list[str] = []
    #: words that make a score between hyphens: "8-for-10", "a 2-and-10 team"
    against: list[str] = []
    #: words behind such a score or before it: "5-7 shooting", "lost 2-3 to them"
    scored: list[str] = []
    scoring: list[str] = []
    #: words of change where the ends are far apart: "lost $0.33 to $62.13", but "lost 5 to 7 pounds"
    moves: list[str] = []
    #: words between two bounds of one amount: "more than 10 but fewer than 20"
    but: list[str] = []
    #: words between runs and wickets: "400 for 3"
    versus: list[str] = []
    #: words of change: "rose from 5 to 7" is two figures, no range
    change: list[str] = []
    #: those of them that also say how high something is: «ارتفاع الموج من 1.5 إلى 2 متر»
    height: list[str] = []


class Shares(Section):
    """Shares written as n of m: "three in ten"."""

    #: joins small or round numbers only: "29 out of 30" are two figures
    of: list[str] = []
    #: joins any two: "one in every 17"
    every: list[str] = []


class Nots(Section):
    """What is no figure although it has digits or number words."""

    #: phrases that hold a number word and count nothing: "one another", "ground zero"
    phrases: list[str] = []
    #: phrases that end like a qualifier and are none: "spread over"
    no_bounds: list[str] = []
    #: qualifiers that mean "during" before a duration: "over seven days"
    spanning: list[str] = []
    #: words before one of these, and behind the duration, with which it is a qualifier: "for over", "ago"
    spanning_before: list[str] = []
    spanning_behind: list[str] = []
    #: qualifiers that tell a change where it says from what: "up to 4.67% from 4.58%"
    rising: list[str] = []
    #: qualifiers that speak of a place before what is no measure: "near 0.86%", "near 30 villages"
    nearby: list[str] = []
    #: qualifiers that mean "within the bounds of" before a few of these: «في حدود 6 قرى»
    bounding: list[str] = []
    bounded: list[str] = []
    #: words behind a number that is one to pass or to fall short of: "topped the 100,000 mark"
    marks: list[str] = []
    #: words before a number that make it a label: "No.", "resolution", "Channel"
    labels: list[str] = []
    #: those that are labels whatever stands behind: "the No. 2 seeds"
    strong_labels: list[str] = []
    #: such words that must be written with a capital: "Flight 370", "Camp 5"
    named: list[str] = []
    #: words that make a label of a number a few words on, behind a definite one: «القرار الأممي 2254»
    labels_apart: list[str] = []
    #: words that make a label of a number behind a code of capitals: "flight GE 235"
    labels_coded: list[str] = []
    #: words before a definite or round number word that make it a town's name: «قرية بليون», «مدينة الخمس»
    towns: list[str] = []
    #: of these, those that are labels without a capital too ("type 2 diabetes"), but not behind one of ``pointing``
    #: ("that day 20 fell")
    small_labels: list[str] = []
    pointing: list[str] = []
    #: words before a four-digit number that make it a year
    years: list[str] = []
    #: words that may stand before a year and before a count alike
    maybe_years: list[str] = []
    #: words before a four-digit number that make it a count: "killed 1937", «إصابة 2059»
    no_years: list[str] = []
    #: two words before such a number that make it one: "stood at 2014", "rose to 2059"
    counting: list[str] = []
    #: words before "to" that make it one: "brings the toll to 2059", «ارتفع العدد إلى 2059»
    totals: list[str] = []
    #: words that end like a counted noun and are none: what stands before them may be a year
    not_counted: list[str] = []
    #: words behind a year: "AD", «هـ»
    eras: list[str] = []
    #: words before an age, and behind one
    ages_before: list[str] = []
    ages_behind: list[str] = []
    #: words that make a number of years an age: «البالغ 22 عاما» (but «البالغ عددهم 22»)
    years_old: list[str] = []
    #: qualifiers that speak of an age where no noun follows: "children under 12."
    ages_maybe: list[str] = []
    #: qualifiers that before a number of years speak of an age: «تحت 20 سنة»
    ages_below: list[str] = []
    #: words before such a qualifier, beside the nouns of the pack: "those under 12"
    ages_of: list[str] = []
    #: further ones, where no word at all follows: "they are under 12."
    ages_are: list[str] = []
    #: words behind a letter that make it a unit and no scale: "100m sprint"
    not_scaled: list[str] = []
    #: what a height is told of, before a letter that is a unit there and no scale: "waves of 5m"
    measured: list[str] = []
    #: words before a clock time, and behind one
    clock_before: list[str] = []
    clock_behind: list[str] = []
    #: words or letters between hours and minutes: "14h30", "3 h 34"
    clock_marks: list[str] = []
    #: words behind the day of a month that has no name: «15 من الشهر الجاري»
    days_behind: list[str] = []
    #: words behind a number that belongs to a name: ".25-caliber"
    names_behind: list[str] = []
    #: the last word of an address that a number opens: "1600 Pennsylvania Avenue"
    streets: list[str] = []
    #: the last word of the name of a part of an army: "33 Brigade", "42 Commando"
    formations: list[str] = []
    #: letters directly behind the digits of an ordinal, and of a decade
    ordinal_ends: list[str] = []
    decade_ends: list[str] = []
    #: words before half, quarter, third that make them no fraction: "first half"
    fractions_before: list[str] = []
    #: words behind such a fraction that make it none: «نصف النهائي»
    fractions_behind: list[str] = []
    #: fractions that are also adverbs ("half asleep"), and the words behind that make them a share
    loose_fractions: list[str] = []
    fractions_counted: list[str] = []
    #: words before such a fraction with an article that make it a share, not an ordinal: "fell by a third"
    fractions_of_change: list[str] = []
    #: words behind one that make it a share: "a fifth higher"
    fractions_compared: list[str] = []
    #: plurals that are also verbs or other nouns: a figure before "of", or where a sentence opens
    loose_plurals: list[str] = []
    #: words behind such a plural that make it a figure: "scores missing"
    plurals_counted: list[str] = []
    #: labels that are also verbs, and the words before them that tell the verb: "the dead number 347"
    label_verbs: list[str] = []
    numbered: list[str] = []
    #: words before "one" and behind it that make it a pronoun, or no count
    one_before: list[str] = []
    one_behind: list[str] = []
    #: words behind "one" that leave it a count where it goes on from another figure: "two were hurt and one was killed"
    one_among: list[str] = []
    #: what companies have: "3M shares fell"
    of_companies: list[str] = []
    #: words before "one of" that make it a count where nothing stands before them: "only one of the three came"
    one_only: list[str] = []
    #: words that "one" counts though a hyphen joins them: "a one-point lead"
    one_hyphened: list[str] = []
    #: words before "one" that make it a count: "killing one"
    one_counted: list[str] = []
    #: where the word for one is an article too, the nouns before which it counts all the same: "un mort"
    one_nouns: list[str] = []
    #: words that are numbers only where a text says nothing else: "single", and letters that scale only there: "1.2G"
    alone: list[str] = []
    #: number words that are also verbs: no number where an accusative follows («ألف كتابا»)
    verbs: list[str] = []
    #: nouns that only look like duals
    not_dual: list[str] = []
    #: duals that count with the article, too: «التفجيرين», but not «الجانبين»
    definite_duals: list[str] = []
    #: plurals that begin like the article and have none, once letters are folded: «آليات», «ألغام»
    not_definite: list[str] = []


class Zeros(Section):
    """Stated zeros: the counted group itself is negated."""

    #: phrases that say it whole: "no one was hurt", «لم يبق أحد»
    phrases: list[str] = []
    #: negations before a counted noun: "no casualties", «ليس هناك مدنيون»
    before: list[str] = []
    #: nouns that are counted when negated
    nouns: list[str] = []


class Figures(Section):
    """The ``[numbers]`` table of a pack."""

    grammar: Grammar = Grammar()
    #: value -> words that add up: "three", «ثلاثة», «ألفان»
    words: Words = {}
    #: value -> words that multiply what stands before: "hundred", «ألف»
    scales: Words = {}
    #: value -> plurals: a vague amount alone, a scale behind a number: "dozens", «آلاف»
    plurals: Words = {}
    #: duals in construct, a plain singular accusative behind a number: «ألفا شخص», «59 ألفا»
    constructs: Words = {}
    #: value -> words for about so many: "une dizaine", "una veintena"
    rounds: Words = {}
    #: value -> letters that scale the digits they are written onto: "5bn"
    glued: Words = {}
    #: symbols and codes of packs/_figures.toml that are words of the language: "le" is no Egyptian pound
    not_symbols: list[str] = []
    #: three to nine: "several", «بضعة»
    several: list[str] = []
    #: "1/2" -> words for the whole fraction
    fractions: Words = {}
    #: denominator -> words that need a number before them: "thirds", «أرباع»
    parts: Words = {}
    #: fractions only before a definite noun, a number word otherwise: «خمس السكان», «خمس سنوات»
    homographs: Words = {}
    #: value -> ordinals, never figures, but days of a month
    ordinals: Words = {}
    #: words for one that count only beside what they count
    one: list[str] = []
    #: they stand behind what they count: «شخص واحد»
    one_behind_noun: bool = False
    #: shares above one half: "most of them"; tied to a group
    majority: list[str] = []
    #: qualifier -> phrases before the number, and behind it
    before: dict[Bound, list[str]] = {}
    behind: dict[Bound, list[str]] = {}
    #: words that say "more than": ``mark`` before a number that is one to pass ("broke the 100,000 mark"), ``sum``
    #: before a sum, and before millions, as well ("crossed $300 million")
    passing: dict[str, list[str]] = {}
    #: words that may stand between a qualifier and its number: "another", «عددهم»
    fillers: list[str] = []
    subjects: Subjects = Subjects()
    ranges: Ranges = Ranges()
    ratios: Shares = Shares()
    #: unit code -> words; UCUM where it has one, with a "-" before it for what is below zero: "-deg"
    shares: Words = {}
    measures: Words = {}
    #: letters that are these measures where they are written as capitals: "40C", but "40c" are cents
    capital_units: Words = {}
    durations: Words = {}
    #: unit code -> its dual, a count of two without a number: «كيلومترين»
    duals: Words = {}
    #: ISO 4217 -> words; a name without a country is its own code
    money: Words = {}
    #: currency symbols and codes that stand before the number
    money_before: Words = {}
    #: letters that stand for a currency before a scale or thousands, and open a name otherwise: "N15 million", "N95"
    money_letters: Words = {}
    #: hundredths of a currency: ISO 4217 or "" -> words
    cents: Words = {}
    #: measure words before the number that give its unit: "magnitude", «بقوة»
    measures_before: Words = {}
    #: month number -> names
    months: Words = {}
    #: names of months of other calendars
    other_months: list[str] = []
    #: nouns in the dual, a count of two, that are no things of the pack; none that is a plural as well
    dual_nouns: list[str] = []
    #: days of the week that look like numbers: «الاثنين»
    weekdays: list[str] = []
    nots: Nots = Nots()
    zeros: Zeros = Zeros()
