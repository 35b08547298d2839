"""Who is quoted for a figure. Sentences made for the test; each tells one way of quoting, or one that quotes nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.lang.voice import issuer_key
from claimcheck.model import Article, Claim
from claimcheck.stages.extract import extract

#: language, text, the issuer of its last figure
QUOTED = [
    ("ar", "قالت وزارة الصحة إن 12 شخصا قتلوا.", "وزارة الصحة"),
    ("ar", "وزارة الصحة كانت أعلنت أن 12 شخصا قتلوا.", "وزارة الصحة"),
    ("ar", "وكان البيت الأبيض أعلن أن 300 جندي سيبقون هناك.", "البيت الأبيض"),
    ("ar", "لكن البيت الأبيض عدل موقفه الشهر الماضي، قائلا إن نحو 700 جندي سيبقون.", "البيت الأبيض"),
    ("ar", "ورحب السكان بقرار البيت الأبيض بالاحتفاظ ب300 جندي.", "البيت الأبيض"),
    ("ar", "أعلنت قوات سوريا الديمقراطية الأحد أن 40 مقاتلا استسلموا.", "قوات سوريا الديمقراطية"),
    ("ar", "أشارت الأمم المتحدة إلى تقارير بأن 12 شخصا قتلوا.", "الأمم المتحدة"),
    ("ar", "وقال مصدر في وزارة الصحة إن 12 شخصا قتلوا.", "مصدر في وزارة الصحة"),
    ("ar", "وقال مصطفى بالي مدير المركز الطبي إن 12 شخصا قتلوا.", "مصطفى بالي مدير المركز الطبي"),
    ("ar", "وقالت الشرطة أمس إن 12 شخصا قتلوا.", "الشرطة"),
    ("ar", "وقال متحدث باسم الصليب الأحمر في عدن لوكالة رويترز إن 12 شخصا قتلوا.", "متحدث باسم الصليب الأحمر"),
    ("ar", "وأعلنت وزارة الداخلية مقتل 12 شخصا.", "وزارة الداخلية"),
    ("ar", "قتل 12 شخصا في الهجوم، بحسب المرصد السوري لحقوق الإنسان.", "المرصد السوري لحقوق الإنسان"),
    ("ar", "قالت وزارة الصحة إن المستشفى امتلأ. وأضافت أن 12 شخصا قتلوا.", "وزارة الصحة"),
    ("ar", "قال مصدر طبي إن المستشفى امتلأ. وأكد زنكلون خروج 12 شخصا.", None),
    ("ar", "قال لوكا زنكلون إن المستشفى امتلأ. وأكد زنكلون خروج 12 شخصا.", "لوكا زنكلون"),
    ("ar", "وخرج 500 شخص من البلدة، وتقول وزارة الصحة إنها لن تنسحب.", None),
    ("en", "The health ministry said 12 people were killed.", "health ministry"),
    ("en", "At least 12 people were killed, the health ministry said.", "health ministry"),
    ("en", "At least 12 people were killed, said army spokesman John Zinc.", "army spokesman John Zinc"),
    ("en", "The army spokesman John Zinc spoke first. Zinc said 12 people were killed.", "Zinc"),
    ("en", "The White House changed course, saying about 700 troops would stay.", "White House"),
    ("en", "Police said the road was closed. They said 12 people were killed.", "Police"),
    ("en", "Residents welcomed the decision of the White House to keep 300 troops.", "White House"),
    ("en", "Police said the road was closed. Another 12 people died in hospital, they said.", "Police"),
    ("en", "Zinc, an official of the health ministry, told AFP 12 people died.", "Zinc"),
    ("en", "The health ministry told reporters 12 people were killed.", "health ministry"),
    ("en", "Officials in Geneva said 12 people were killed.", "Officials"),
    ("en", "The blast wounded more than 12 people said the Observatory.", "Observatory"),
    ("ar", "كان مسؤول إيطالي قال، يوم أمس، إن 12 شخصا قضوا.", "مسؤول إيطالي"),
    ("ar", "وكانت وزارة الصحة قد أفادت في حصيلة سابقة عن مقتل 12 شخصا.", "وزارة الصحة"),
    ("ar", "قالت وزارة الصحة إنه تم نقل المصابين إلى 12 مستشفى.", "وزارة الصحة"),
    ("en", '"The road is closed," the health ministry said. "Another 12 people were hurt."', "health ministry"),
    ("en", 'Police said the road was closed. "Zinc" fighters killed 12 people in the town.', None),
    ("ar", "قالت وزارة الصحة إن الطريق مغلق. «ولا يزال 12 شخصا هناك».", "وزارة الصحة"),
    ("en", "Ali Hassan, the mayor of Zomba, said that at least 12 people were killed.", "Ali Hassan"),
    ("en", "Reuters, citing the health ministry, reported 12 deaths.", "health ministry"),
    ("en", "State media quoted a hospital official as saying 12 people were killed.", "hospital official"),
    ("ar", "ونقلت وكالة رويترز عن مسؤول أمني قوله إن 12 شخصا قتلوا.", "مسؤول أمني"),
    ("ar", "أعلنت حركة حماس مسؤوليتها عن الهجوم الذي قتل 12 شخصا.", "حركة حماس"),
    ("ar", "وحسب مصادر طبية فإن 12 شخصا قتلوا.", "مصادر طبية"),
    ("en", "The attack killed 12 people. The town lies in the north.", None),
]


def claims(lang: str, text: str) -> list[Claim]:
    return extract(Article(id="a", file="a", text=text, lang=lang))


@pytest.mark.parametrize(("lang", "text", "issuer"), QUOTED)
def test_the_speaker_of_a_figure(lang: str, text: str, issuer: str | None) -> None:
    assert claims(lang, text)[-1].issuer == issuer


def test_two_speakers_in_one_sentence_keep_their_own_figures() -> None:
    found = claims("ar", "قالت وزارة الصحة إن 12 شخصا قتلوا، بينما قال المرصد السوري لحقوق الإنسان إن 15 شخصا قتلوا.")
    assert [c.issuer for c in found] == ["وزارة الصحة", "المرصد السوري لحقوق الإنسان"]


@pytest.mark.parametrize(
    ("lang", "name"),
    [("ar", "المرصد السوري لحقوق الإنسان"), ("ar", "المرصد"), ("ar", "مدير المرصد رامي عبد الرحمن"),
     ("en", "Syrian Observatory for Human Rights"), ("en", "the Observatory"), ("en", "SOHR")],
)  # fmt: skip
def test_names_of_one_body_are_one_voice(lang: str, name: str) -> None:
    assert issuer_key(_claim(lang, name)) == "sohr"


def test_names_that_share_a_word_are_two_voices() -> None:
    assert issuer_key(_claim("ar", "المرصد الأورومتوسطي")) != "sohr"
    assert issuer_key(_claim("en", "the health ministry")) == issuer_key(_claim("en", "Health ministry"))
    assert issuer_key(_claim("en", "the defence ministry")) != issuer_key(_claim("en", "health ministry"))
    assert issuer_key(_claim("ar", 'قناة "العربية"')) == issuer_key(_claim("ar", "قناة العربية")) == "al_arabiya"


def _claim(lang: str, issuer: str) -> Claim:
    return replace(claims("en", "12 people were killed.")[0], lang=lang, issuer=issuer)
