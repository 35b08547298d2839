"""Files to articles: text, folders, metadata, and what is told of the rest."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from claimcheck.asjson import dumps
from claimcheck.model import Article
from claimcheck.readers import Limits, Notice, Settings, read, strict
from claimcheck.readers.article import headline
from claimcheck.readers.decode import decode

ARABIC = "قال متحدث إن 200 جندي سيبقون في البلدة.\nوأضاف أن القوات غادرت.\n"

PERSIAN = (
    "مقامات محلی می‌گویند دست‌کم ۳۸ نفر در فروریختن پل در شهر جنوا کشته شده‌اند و ده‌ها نفر دیگر زخمی شدند. "
    "به گفته پلیس، عملیات امداد و نجات در این منطقه ادامه دارد و دولت ایتالیا وضعیت اضطراری اعلام کرده است."
)
FRENCH = (
    "Au moins 38 personnes ont été tuées mardi dans l'effondrement d'un pont à Gênes, a annoncé la police. "
    "Les secours recherchent encore des survivants et le gouvernement a décrété l'état d'urgence dans la région."
)
SPANISH = (
    "Al menos 38 personas murieron el martes en el derrumbe de un puente en Génova, anunció la policía de la ciudad. "
    "Los equipos de rescate buscan a los sobrevivientes y el gobierno ha declarado el estado de emergencia aquí."
)


def gather(*paths: Path, **choices: object) -> tuple[list[Article], list[Notice]]:
    notices: list[Notice] = []
    settings = Settings(today=date(2020, 1, 1), **choices)  # type: ignore[arg-type]
    return list(read(map(str, paths), settings, notices.append)), notices


def published(folder: Path, said: str) -> tuple[list[Article], list[Notice]]:
    """What is read of an article whose metadata say so of its day."""
    (folder / "a.txt").write_text("x")
    (folder / "metadata.csv").write_text(f"file;published\na.txt;{said}\n")
    return gather(folder)


def told(notices: list[Notice]) -> list[str]:
    return [str(notice) for notice in notices]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (ARABIC.encode(), ARABIC),
        (b"\xef\xbb\xbf" + ARABIC.encode(), ARABIC),
        (ARABIC.encode("utf-16"), ARABIC),
        (ARABIC.encode("utf-16-be"), ARABIC),
        (b"one\r\ntwo\rthree\n\n", "one\r\ntwo\rthree\n\n"),
        (" \ufeffb\u2028c".encode(), " \ufeffb\u2028c"),
    ],
)
def test_text_is_the_decoded_file_and_no_newline_is_touched(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    articles, _ = gather(tmp_path)
    assert [a.text for a in articles] == [text]


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_an_arabic_encoding_is_guessed_aloud(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(ARABIC.encode(encoding))
    articles, notices = gather(tmp_path)
    assert [a.text for a in articles] == [ARABIC]
    assert told(notices) == [f"a.txt: is not UTF-8; read as {encoding}, which is a guess"]
    assert not notices[0].trouble


def test_a_western_encoding_is_guessed() -> None:
    text = "Le président a déclaré que 38 personnes ont été tuées à Gênes, « après l’effondrement ».\n" * 3
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_a_declared_encoding_counts_before_a_guess() -> None:
    assert decode("قتل 12 شخصا".encode("cp1256"), "windows-1256") == ("قتل 12 شخصا", None)


def test_a_title_with_a_dot_has_no_suffix(tmp_path: Path) -> None:
    (tmp_path / "U.S. envoy leaves").write_text("x")
    (tmp_path / "v1.5 of a draft.txt").write_text("y")
    articles, notices = gather(tmp_path)
    assert ([a.text for a in articles], notices) == (["x", "y"], [])


def test_folders_are_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.md", "a.txt", ".hidden.txt", ".git/c.txt", "c"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}")
    articles, notices = gather(tmp_path)
    assert [a.file for a in articles] == ["a.txt", "b/a.md", "b/z.txt", "c"]
    assert notices == []


def test_what_systems_editors_and_browsers_leave_beside_articles_is_not_read(tmp_path: Path) -> None:
    left = ("Thumbs.db", "desktop.ini", "~$a.docx", "a.txt~", "page_files/advert.txt", "__MACOSX/a.txt")
    for name in (*left, "a.txt", "page.html", "other_files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<p>Text of {name}")
    articles, notices = gather(tmp_path)
    assert ([a.file for a in articles], notices) == (["a.txt", "other_files/b.txt", "page.html"], [])


def test_files_of_one_name_in_several_folders_stay_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    articles, _ = gather(tmp_path / "x", tmp_path / "y" / "a.txt")
    assert [a.file for a in articles] == ["a.txt", f"{tmp_path}/y/a.txt"]
    assert len({a.id for a in articles}) == 2


def test_exclude_leaves_files_out(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jpg", "c.txt"):
        (tmp_path / name).write_text("x")
    articles, notices = gather(tmp_path, exclude=("*.jpg", "c.*"))
    assert ([a.file for a in articles], notices) == (["a.txt"], [])


def test_metadata_of_the_folder_and_of_options(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(ARABIC)
    (tmp_path / "b.txt").write_text("A headline\n\nThe text.")
    (tmp_path / "metadata.csv").write_text(
        "\ufefffile,source,published,lang,title,url\nsub/a.txt,Outer,2019-03-02,,,\nb.txt,AFP,2019-03-01T10:00:00Z,en,,\n"
    )
    (tmp_path / "sub" / "metadata.jsonl").write_text(json.dumps({"file": "a.txt", "source": "Inner"}) + "\n")
    (b, a), notices = gather(tmp_path, overrides={"lang": "ar"})
    assert (a.source, a.published, a.lang, a.title) == ("Inner", "2019-03-02", "ar", None)
    assert (b.source, b.published, b.lang, b.title) == ("AFP", "2019-03-01T10:00:00Z", "ar", "A headline")
    assert a.origins == {"lang": "--lang", "published": "metadata.csv", "source": "metadata.jsonl"}
    assert b.origins["title"] == "the first line"
    assert notices == []


def test_metadata_lie_beside_a_file_that_is_named_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "metadata.csv").write_text("file,source\na.txt,AFP\nb.txt,AP\n")
    (article,), notices = gather(tmp_path / "b.txt")
    assert (article.source, notices) == ("AP", [])


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("metadata.csv", "file,source\ngone.txt,AFP\n", "metadata.csv:2: there is no file 'gone.txt' beside it"),
        ("metadata.csv", "name,source\na.txt,AFP\n", "metadata.csv: has no column 'file'"),
        ("metadata.csv", "file,source\n,AFP\n", "metadata.csv:2: names no file"),
        ("metadata.csv", "file,source\na.txt,AFP\na.txt,AP\n", "metadata.csv:3: names 'a.txt' a second time"),
        ("metadata.csv", "file,author\na.txt,X\n", "metadata.csv: column 'author' is not used"),
        ("metadata.jsonl", '{"file": "a.txt"}\n{"file": \n', "metadata.jsonl:2: is no JSON"),
        ("metadata.jsonl", "[1]\n", "metadata.jsonl:1: is no JSON object"),
        ("metadata.jsonl", '{"file": "gone.txt"}\n', "metadata.jsonl:1: there is no file 'gone.txt'"),
    ],
)
def test_what_is_wrong_with_metadata_is_told_with_its_line(
    tmp_path: Path, name: str, content: str, complaint: str
) -> None:
    (tmp_path / "a.txt").write_text("The text")
    (tmp_path / name).write_text(content)
    articles, notices = gather(tmp_path)
    assert [a.file for a in articles] == ["a.txt"]
    (line,) = told(notices)
    assert line.startswith(f"{tmp_path}/{complaint}")


def test_metadata_from_a_spreadsheet_of_another_country(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    rows = "file;source;published\r\na.txt;وكالة الأنباء السورية;2019-03-02\r\n"
    (tmp_path / "metadata.csv").write_bytes(rows.encode("cp1256"))
    (article,), (notice,) = gather(tmp_path)
    assert (article.source, article.published) == ("وكالة الأنباء السورية", "2019-03-02")
    assert "is not UTF-8; read as cp1256, which is a guess" in str(notice)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2031-01-01", "lies in the future"),
        ("1899-12-31", "lies before 1900"),
        ("2019-02-30", "is no date"),
        ("soon", "is no date"),
    ],
)
def test_a_wrong_date_is_told_and_not_used(tmp_path: Path, day: str, why: str) -> None:
    (article,), (notice,) = published(tmp_path, day)
    assert article.published is None
    assert why in str(notice) and not notice.trouble


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2019-03-02T14:05:33.120Z", "2019-03-02T14:05:33Z"),
        ("2019-03-02 14:05:33+03", "2019-03-02T14:05:33+03:00"),
        ("2019-03-02T14:05", "2019-03-02"),
        ("2019-03-02T00:00:00Z", "2019-03-02"),
        ("2019-03-02+03:00", "2019-03-02"),
        ("20190302T140500Z", "2019-03-02T14:05:00Z"),
        ("Sat, 02 Mar 2019 23:30:00 -0500", "2019-03-02T23:30:00-05:00"),
        ("Sat, 02 Mar 2019 14:05:33 GMT", "2019-03-02T14:05:33Z"),
        ("Sat, 02 Mar 2019 14:05:33 -0000", "2019-03-02T14:05:33Z"),
        ("Sat, 02 Mar 2019 14:05:33 BST", "2019-03-02"),
        ("2 March 2019 2:05 p.m. (GMT+3)", "2019-03-02T14:05:00+03:00"),
        ("2 March 2019 12:05 am UTC", "2019-03-02T00:05:00Z"),
        ("2 آذار/مارس 2019 - 02:05 م بتوقيت مكة المكرمة", "2019-03-02T14:05:00+03:00"),
        ("2 آذار/مارس 2019 - 02:05 ليلا بتوقيت مكة المكرمة", "2019-03-02"),
        ("٢ مارس ٢٠١٩ | ١٠:١٥ بتوقيت غرينتش", "2019-03-02T10:15:00Z"),
        ("le 2 mars 2019 à 14h05 GMT", "2019-03-02T14:05:00Z"),
        ("10:15 - 14/08/2018", "2018-08-14"),
        ("09:19 | 15 October 2019", "2019-10-15"),
        ("Last updated at 10:23 21 February 2005", "2005-02-21"),
        ("Tue Jul 2, 2013 1: 28PM GMT", "2013-07-02T13:28:00Z"),
        ("2020-01-02T00:30:00+03:00", "2020-01-02T00:30:00+03:00"),
    ],
)
def test_an_hour_is_read_where_its_zone_is_told(tmp_path: Path, said: str, moment: str) -> None:
    """The last is of the day after the one on which the run is, which it is not yet elsewhere."""
    (article,), notices = published(tmp_path, said)
    assert (article.published, notices) == (moment, [])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14 غشت 2018", "2018-08-14"),
        ("الثلاثاء 14 آب/أغسطس 2018", "2018-08-14"),
        ("14 كانون الثاني 2018 - 10:15", "2018-01-14"),
        ("١٤ أوت ٢٠١٨", "2018-08-14"),
        ("3 ذو الحجة 1439 هـ", "2018-08-14"),
        ("الثلاثاء 3 ذي الحجة 1439هـ الموافق 14 أغسطس 2018م", "2018-08-14"),
        ("نُشر في: 14 شتنبر 2018", "2018-09-14"),
        ("تاريخ النشر: 14.08.2018 | 10:15 بتوقيت غرينتش", "2018-08-14"),
        ("جنوة (إيطاليا) 14 أغسطس 2018 (أ ف ب) - قتل 38 شخصا في انهيار جسر.", "2018-08-14"),
        ("BEIRUT, 14 August 2018 (AFP) - At least 38 people died.", "2018-08-14"),
        ("Tuesday, August 14th, 2018", "2018-08-14"),
        ("Last updated: 14 August 2018 at 10:15 AM", "2018-08-14"),
        ("Tue 14 Aug 2018 10:15 GMT", "2018-08-14"),
        ("Updated: August 14, 2018 15:01 IST", "2018-08-14"),
        ("Tue Aug 14 2018, 14:58 hrs", "2018-08-14"),
        ("14/08/2018", "2018-08-14"),
        ("02/03/2019", None),
        ("Born on 14 August 1950", None),
        ("The war ended on 2 September 1945 (AFP) - and then", None),
        ("Genoa, Aug 14 (Reuters) - At least 38", None),
    ],
)
def test_a_dateline_dates_a_text(line: str, day: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A headline\n{line}\nThe text.")
    (article,), notices = gather(tmp_path)
    assert (article.day, notices) == (day, [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge falls in Genoa\n\nAt least 38 died.", "Bridge falls in Genoa"),
        ("Bridge falls in Genoa\r\nAt least 38 died.", "Bridge falls in Genoa"),
        ("انهيار جسر في جنوة؟\n\nقتل 38 شخصا.", "انهيار جسر في جنوة؟"),
        ("At least 38 died.\nThe bridge fell.", None),
        ("At least 38 died", None),
        ("x" * 201 + "\n\nThe text.", None),
        ("", None),
    ],
)
def test_a_headline_is_a_short_first_line_that_stands_apart(text: str, title: str | None) -> None:
    assert headline(text) == title


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (ARABIC, "ar"),
        ("The storm killed 12 people.", "en"),
        ("12 / 5", None),
        (PERSIAN, "und"),
        (FRENCH, "fr"),
        (SPANISH, "und"),
    ],
)
def test_a_language_is_told_or_left_undetermined(text: str, lang: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    (article,), notices = gather(tmp_path)
    assert article.lang == lang
    assert [n.what for n in notices] == (
        ["is in a language that no pack reads (und); no figures are taken from it"] if lang == "und" else []
    )


def test_a_language_that_a_text_has_no_letter_of_is_told_and_not_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The storm killed 12 people.")
    (tmp_path / "metadata.csv").write_text("file,lang\na.txt,ar\n")
    (article,), notices = gather(tmp_path)
    assert (article.lang, article.origins["lang"]) == ("en", "the text")
    assert [n.what for n in notices] == ["has no letter of the language 'ar' (metadata.csv); it is read as 'en'"]


def test_a_text_that_is_garbled_here_and_there_is_told_and_read(tmp_path: Path) -> None:
    text = "The mayor\u2019s office said 12 people died \u2013 and \u201cmore\u201d are missing.\n"
    (tmp_path / "a.txt").write_text(text.encode().decode("cp1252", "replace") + text * 3)
    (tmp_path / "b.txt").write_text("??? 38 ????? ??? ????? ?? ?????? ???")
    articles, (a, b) = gather(tmp_path)
    assert [article.file for article in articles] == ["a.txt"]
    assert "is garbled here and there (UTF-8 that was read as windows-1252)" in str(a) and not a.trouble
    assert "is garbled (text whose letters were lost)" in str(b) and b.trouble


def test_bad_files_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\0\0\0\1")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n")
    (tmp_path / "good.txt").write_text("The text")
    (tmp_path / "list.txt").write_text("https://example.com/a\nhttps://example.com/b\n")
    (tmp_path / "long.txt").write_text("x" * 101)
    (tmp_path / "odd.xyz").write_text("x")
    (tmp_path / "table.xlsx").write_bytes(b"PK\3\4")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop").symlink_to(tmp_path)
    articles, notices = gather(tmp_path, tmp_path / "missing", limits=Limits(size=100))
    assert [a.file for a in articles] == ["good.txt"]
    told_of = {Path(n.file).name: n.what for n in notices}
    for name, what in {
        "binary.txt": "is a binary file",
        "blank.txt": "is empty",
        "empty.txt": "is empty",
        "gone.txt": "is a link to nothing",
        "list.txt": "is a list of addresses",
        "long.txt": "is larger than 100 bytes",
        "loop": "is a link to a folder above it",
        "missing": "is not there",
        "odd.xyz": "has a suffix that no reader knows; name it .txt where it is text, or leave it out with --exclude",
        "table.xlsx": "has a suffix that no reader knows; save it as .csv, or leave it out with --exclude '*.xlsx'",
        "pipe.txt": "is no regular file",
    }.items():
        assert told_of.pop(name).startswith(what)
    assert told_of == {}


def test_an_empty_folder_is_trouble(tmp_path: Path) -> None:
    articles, (notice,) = gather(tmp_path)
    assert (articles, notice.trouble) == ([], True)
    assert "holds no articles" in str(notice)


def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("x")
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    articles, (notice,) = gather(tmp_path)
    assert [a.file for a in articles] == ["a.txt"]
    assert str(notice) == f"{tmp_path}/closed: cannot be opened (Permission denied); check its permissions"


def test_terminal_escapes_in_names_and_metadata_reach_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31m\u202ered.txt").write_bytes(b"\0")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("x")
    articles, (notice,) = gather(tmp_path)
    assert "\x1b" not in str(notice) and "\u202e" not in str(notice)
    dumps(articles[0])


def test_nul_and_lone_surrogates_keep_their_places(tmp_path: Path) -> None:
    from claimcheck.readers.decode import clean

    assert clean("a\ud800b\0c") == "a\ufffdb\ufffdc"


def test_strict_stops_at_the_first_bad_file(tmp_path: Path) -> None:
    from claimcheck.errors import ClaimcheckError

    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text("x")
    got = []
    with pytest.raises(ClaimcheckError, match=r"b\.txt: is empty"):
        for article in read([str(tmp_path)], Settings(), strict):
            got.append(article.file)
    assert got == ["a.txt"]
