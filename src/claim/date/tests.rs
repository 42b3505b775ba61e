use super::*;
use crate::language::{pack, words};

fn shown(part: &TimePart) -> String {
    let upper = part
        .upper
        .map_or(String::new(), |m| format!("..{}", one(m)));
    one(part.moment) + &upper
}

fn one(moment: Moment) -> String {
    match moment {
        Moment::Year(n) => format!("y{n}"),
        Moment::Month(n) => format!("m{n}"),
        Moment::Day(n) => format!("d{n}"),
        Moment::Weekday(n) => format!("w{n}"),
        Moment::Clock(clock) => {
            let unsure = if clock.half_known { "" } else { "?" };
            let zone = match clock.zone {
                None => String::new(),
                Some(Zone::Local) => "@local".to_owned(),
                Some(Zone::Fixed(n)) => format!("@{n}"),
                Some(Zone::Seasonal(n)) => format!("@{n}+"),
            };
            format!(
                "{}:{:02}{unsure}{zone}",
                clock.minutes / 60,
                clock.minutes % 60
            )
        }
        Moment::Hijri(date) => format!(
            "h{}/{}/{}",
            date.day.unwrap_or(0),
            date.month.unwrap_or(0),
            date.year.unwrap_or(0)
        ),
        Moment::Relative(n) => format!("r{n}"),
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn times_of_the_news() {
    let mut wrong = Vec::new();
    for (language, text, expected) in [
        ("en", "at 6.42pm on Tuesday when", "18:42 w2"),
        ("en", "handed in at 9:10 p.m. It took", "21:10"),
        (
            "en",
            "at noon Friday; on Aug. 4; on 11 January 2022",
            "12:00 w5|m8 d4|d11 m1 y2022",
        ),
        (
            "en",
            "the army may march on; in May; since 2019",
            "m5|y2019",
        ),
        ("en", "some 2,000 troops, 2000 litres and 1150 men", ""),
        ("en", "on 03/04/2021 and 2022-01-10", "y2021|y2022 m1 d10"),
        ("ar", "20 شباط/فبراير 2024", "d20 m2 y2024"),
        (
            "ar",
            "كانون الثاني/يناير وتشرين الأول ومارس (آذار)",
            "m1|m10|m3",
        ),
        ("ar", "منتصف مارس (آذار)، مارس الضغط", "m3"),
        ("ar", "اليوم الثلاثاء 9 يوليوز", "r0 w2 d9 m7"),
        ("ar", "مساء أمس (الأربعاء)", "r-1 w3"),
        ("ar", "الخميس ١٨ يناير", "w4 d18 m1"),
        ("ar", "على الساعة الحادية عشرة إلا ثلثا ليلا من نقطة", "22:40"),
        ("ar", "ليلة الخامس من أيار، عام 2016", "d5 m5|y2016"),
        ("ar", "2030 عسكريا", ""),
        (
            "fr",
            "mardi 14 mai 2024 à 18h40, en 2021",
            "w2 d14 m5 y2024 18:40|y2021",
        ),
        (
            "fr",
            "vers 18 heures, 18 heures de route, à 3 heures de Paris",
            "18:00",
        ),
        (
            "es",
            "el lunes 3 de febrero de 2024 a las 18 horas; hasta las 20:40",
            "w1 d3 m2 y2024|18:00|20:40",
        ),
        (
            "es",
            "a las 8.15 de la tarde del pasado martes; en 2021",
            "20:15|w2|y2021",
        ),
        ("es", "Julio Soto llegó a Santo Domingo en la mañana", ""),
        (
            "ru",
            "с 1998 года; 12 марта 2024 г. и 2000 тонн",
            "y1998|d12 m3 y2024",
        ),
        ("ru", "во вторник в 6 вечера; в полдень", "w2 18:00|12:00"),
        (
            "ru",
            "в 6 часов вечера, в 2 часа ночи, 6 часов пути",
            "18:00|2:00",
        ),
        ("fr", "à 6 heures du soir, 6 heures de route", "18:00"),
        // Times of day: halves, zones, and what is none.
        (
            "en",
            "at 9:30 a.m. and 9:30 p.m., at 9:30, at 21:30, at 09:30",
            "9:30|21:30|9:30?|21:30|9:30",
        ),
        (
            "en",
            "12:15 a.m., 12:15 p.m., at 9 o'clock, 9:30 in the evening",
            "0:15|12:15|9:00?|21:30",
        ),
        (
            "en",
            "about 1300 GMT; 8 p.m. ET; 5 p.m. local time; 9:30 p.m. (EDT)",
            "13:00@0|20:00@-300+|17:00@local|21:30@-240",
        ),
        (
            "en",
            "at 16:00 GMT+3, est and et al. at 4pm",
            "16:00@180|16:00",
        ),
        ("en", "killed 12 in the evening", ""),
        (
            "ar",
            "الساعة 9:30 صباحا، والساعة 9:30 مساء، الساعة 20,30",
            "9:30|21:30|20:30",
        ),
        ("ar", "قتل 12 مساء أمس", "r-1"),
        (
            "ar",
            "في 10 مساء الأحد، الثامنة والنصف صباحا",
            "22:00 w7|8:30",
        ),
        ("ar", "بحلول الساعة 1947 بتوقيت غرينتش", "19:47@0"),
        (
            "ar",
            "بين التاسعة وثمان وخمسين دقيقة مساء بتوقيت غرينتش",
            "21:58@0",
        ),
        (
            "ar",
            "(14,00 ت غ) الثالثة بعد الظهر بالتوقيت المحلي",
            "14:00@0|15:00@local",
        ),
        ("de", "um 18.40 Uhr Ortszeit", "18:40@local"),
        // Spans of days.
        (
            "en",
            "on 12 and 19 June, 12-19 June, from 12 to 19 June 2018",
            "d12..d19 m6|d12..d19 m6|d12..d19 m6 y2018",
        ),
        (
            "en",
            "June 12-19, June 12 and 13, on June 12 and 19 others",
            "m6 d12..d19|m6 d12..d13|m6 d12",
        ),
        (
            "en",
            "12, 13 and 14 June; a March 31-April 4 survey",
            "d12..d14 m6|m3 d31|m4 d4",
        ),
        (
            "ar",
            "أي بين 12 و19 حزيران/يونيو الحالي، من 12 إلى 19 يونيو",
            "d12..d19 m6|d12..d19 m6",
        ),
        (
            "fr",
            "du 12 au 19 juin, les 12 et 13 juin",
            "d12..d19 m6|d12..d13 m6",
        ),
        (
            "de",
            "vom 12. bis 19. Juni, am 12. und 13. Juni",
            "d12..d19 m6|d12..d13 m6",
        ),
        ("es", "del 12 al 19 de junio", "d12..d19 m6"),
        ("ru", "с 12 по 19 июня", "d12..d19 m6"),
        (
            "de",
            "am 12.06.2018 und 14.6.2018",
            "d12 m6 y2018|d14 m6 y2018",
        ),
        // The Islamic calendar.
        (
            "ar",
            "26/9/1439هـ، 13 شعبان 1446هـ، 1439-9-26",
            "h26/9/1439|h13/8/1446|h26/9/1439",
        ),
        (
            "ar",
            "من ال27 من رمضان، شوال 1439، عام 1439هـ، رمضان صبحي",
            "h27/9/0|h0/10/1439|h0/0/1439",
        ),
        ("ar", "بين 13 و15 شعبان", "h13/8/0..h15/8/0"),
        (
            "en",
            "on 29 Ramadan 1439, in 1439 AH, during Ramadan",
            "h29/9/1439|h0/0/1439",
        ),
        // Years, spans of years, decades.
        (
            "en",
            "in the 1990s, the mid-1980s, the '90s, the 90s, the nineties",
            "y1990..y1999|y1980..y1989|y1990..y1999|y1990..y1999|y1990..y1999",
        ),
        (
            "en",
            "a man in his 50s, in the 1800s, in 1848, 1848 people",
            "y1800..y1899|y1848",
        ),
        (
            "en",
            "the 2015-16 season, 2007–2014, from 2007 to 2014",
            "y2015..y2016|y2007..y2014|y2007|y2014",
        ),
        (
            "ar",
            "في تسعينيات القرن الماضي، موسم 2015/2016",
            "y1990..y1999|y2015..y2016",
        ),
        (
            "fr",
            "dans les années 1990 et les années 80",
            "y1990..y1999|y1980..y1989",
        ),
        (
            "de",
            "in den 1990er Jahren, in den 90er Jahren",
            "y1990..y1999|y1990..y1999",
        ),
        ("ru", "в 1990-х годах", "y1990..y1999"),
        // Names.
        (
            "en",
            "on Jan. 20, 2017, the “Today” show with Jan Brewer, by April Boone, in June",
            "m1 d20 y2017|m6",
        ),
        ("ar", "3 أكتوبر/تشرين أول من عام 1924", "d3 m10|y1924"),
    ] {
        let pack = pack(language);
        let found = times(text, &words(text, pack), pack);
        let found: Vec<String> = found
            .iter()
            .map(|t| {
                let parts: Vec<String> = t.parts.iter().map(shown).collect();
                parts.join(" ")
            })
            .collect();
        if found.join("|") != expected {
            wrong.push(format!("{text}: {}, not {expected}", found.join("|")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const TABLES: [(&str, &str); 7] = [
    ("ar", include_str!("../../language/arabic/dates.tsv")),
    ("en", include_str!("../../language/english/dates.tsv")),
    ("fr", include_str!("../../language/french/dates.tsv")),
    ("de", include_str!("../../language/german/dates.tsv")),
    ("ru", include_str!("../../language/russian/dates.tsv")),
    ("es", include_str!("../../language/spanish/dates.tsv")),
    ("de", include_str!("../../language/other/dates.tsv")),
];

#[test]
fn every_row_of_the_tables_does_what_it_says() {
    let mut wrong = Vec::new();
    for (language, table) in TABLES {
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        for row in rows.map(|row| row.split('\t').collect::<Vec<_>>()) {
            let pack = pack(language);
            let found = times(row[3], &words(row[3], pack), pack);
            let says = |wanted: fn(&Moment) -> bool| {
                let mut parts = found.iter().flat_map(|time| &time.parts);
                parts.any(|part| wanted(&part.moment))
            };
            let right = match row[1] {
                "unsure" => !says(|m| matches!(m, Moment::Month(_))),
                "hint" => says(|m| matches!(m, Moment::Month(_) | Moment::Weekday(_))),
                "year" | "of_year" | "decade" | "of_decade" | "before_decade"
                | "decade_article" => says(|m| matches!(m, Moment::Year(_))),
                "of_hijri" => says(|m| matches!(m, Moment::Hijri(_))),
                "until" => found
                    .iter()
                    .any(|t| t.parts.iter().any(|p| p.upper.is_some())),
                "local_time" | "zone" | "seasonal_zone" => {
                    says(|m| matches!(m, Moment::Clock(clock) if clock.zone.is_some()))
                }
                _ => says(|m| matches!(m, Moment::Clock(_))),
            };
            if !right {
                wrong.push(format!("{language}: {}: {found:?}", row[3]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn times_that_can_be_one_and_times_that_cannot() {
    for (language, left, right, expected) in [
        ("en", "at 9:30 a.m.", "at 9:30 p.m.", false),
        ("en", "at 9:30 p.m.", "at 21:30", true),
        ("en", "at 9:30", "at 9:30 p.m.", true),
        ("en", "at 9:30", "at 10:30 p.m.", false),
        ("en", "at 8 p.m. ET", "at 5 p.m. PT", true),
        ("en", "at 8 p.m. ET", "at 0000 GMT", true),
        ("en", "at 8 p.m. ET", "at 0300 GMT", false),
        ("en", "at 8 p.m. local time", "at 1300 GMT", true),
        ("en", "at 8 p.m.", "at 1300 GMT", true),
        ("en", "at 8 p.m. local time", "at 7 p.m.", false),
        ("en", "in the 1990s", "in 1994", true),
        ("en", "in the 1990s", "in 2004", false),
        ("en", "from 12 to 19 June", "on 14 June", true),
        ("en", "from 12 to 19 June", "on 20 June", false),
        ("en", "on 29 Ramadan", "on 29 Ramadan 1439", true),
        ("en", "on 29 Ramadan", "on 28 Ramadan 1439", false),
        ("ar", "13 شعبان 1446هـ", "13 شعبان", true),
    ] {
        let read = |text: &str| {
            let pack = pack(language);
            times(text, &words(text, pack), pack).remove(0)
        };
        let (a, b) = (read(left), read(right));
        assert_eq!(a.meets(&b), expected, "{left} | {right}: {a:?} {b:?}");
        assert_eq!(b.contradicts(&a), !expected, "{left} | {right}");
    }
}
