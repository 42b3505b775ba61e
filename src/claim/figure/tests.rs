use super::*;
use crate::language::{pack, words};

fn read(language: &str, text: &str) -> Vec<Figure> {
    let pack = pack(language);
    figures(text, &words(text, pack), pack)
}

const TABLES: [(&str, &str, &str, &str); 7] = [
    (
        "ar",
        include_str!("../../language/arabic/numbers.tsv"),
        include_str!("../../language/arabic/units.tsv"),
        include_str!("../../language/arabic/approximations.tsv"),
    ),
    (
        "en",
        include_str!("../../language/english/numbers.tsv"),
        include_str!("../../language/english/units.tsv"),
        include_str!("../../language/english/approximations.tsv"),
    ),
    (
        "fr",
        include_str!("../../language/french/numbers.tsv"),
        include_str!("../../language/french/units.tsv"),
        include_str!("../../language/french/approximations.tsv"),
    ),
    (
        "es",
        include_str!("../../language/spanish/numbers.tsv"),
        include_str!("../../language/spanish/units.tsv"),
        include_str!("../../language/spanish/approximations.tsv"),
    ),
    (
        "ru",
        include_str!("../../language/russian/numbers.tsv"),
        include_str!("../../language/russian/units.tsv"),
        include_str!("../../language/russian/approximations.tsv"),
    ),
    (
        "de",
        include_str!("../../language/german/numbers.tsv"),
        include_str!("../../language/german/units.tsv"),
        include_str!("../../language/german/approximations.tsv"),
    ),
    (
        "it",
        include_str!("../../language/other/numbers.tsv"),
        include_str!("../../language/other/units.tsv"),
        include_str!("../../language/other/approximations.tsv"),
    ),
];

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|l| !l.starts_with('#'));
    lines.map(|l| l.split('\t').collect())
}

#[test]
fn every_row_of_the_tables_reads_as_it_says() {
    let mut wrong = Vec::new();
    for (language, numbers, units, _) in TABLES {
        for row in rows(numbers).chain(rows(units)) {
            let found: Vec<f64> = read(language, row[3]).iter().map(|f| f.value).collect();
            let expected: Option<f64> = row[4].parse().ok();
            let right = match expected {
                None => found.is_empty(),
                Some(value) => found.len() == 1 && (found[0] - value).abs() <= value.abs() * 1e-6,
            };
            if !right {
                wrong.push(format!("{language} {}: {found:?} for {}", row[3], row[4]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_hedge_is_heard() {
    for (language, _, _, hedges) in TABLES {
        for row in rows(hedges) {
            let found = read(language, row[3]);
            let expected = match row[2] {
                "about" => Precision::About,
                "at_least" => Precision::AtLeast,
                "at_most" => Precision::AtMost,
                _ => Precision::Exact,
            };
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[0].precision, expected, "{}", row[3]);
            assert_eq!(found[0].upper.is_some(), row[2] == "range", "{}", row[3]);
        }
    }
}

/// Each text, and its figures as `value unit about`.
#[test]
fn figures_of_the_news() {
    let mut wrong = Vec::new();
    for (language, text, expected) in [
        (
            "en",
            "some 17 kilometres off the coast, in seas of about 10 feet",
            "17000 m off|3.048 m seas",
        ),
        (
            "en",
            "The $180 million battery costs $30m and $5.12 1/2 a bushel",
            "180000000 usd battery costs|30000000 usd|5.125 usd",
        ),
        (
            "en",
            "A 71-year-old man died after four hours and a half",
            "622386 h old man died|4.5 h",
        ),
        ("en", "nine customers in ten were back", "90 %"),
        ("en", "Dee Marlow, 34, heard 12 calls", "#34|12 calls"),
        (
            "fr",
            "une centaine d’habitants, deux centaines de camions",
            "100 habitants|200 camions",
        ),
        ("en", "voted 6-3 on it", "6 voted|3"),
        ("en", "between 10 and 15 people", "10..15 people"),
        (
            "en",
            "the fourth attack of its kind, one of the worst",
            "#4",
        ),
        ("en", "two-thirds of the council", "66.667 % council"),
        (
            "en",
            "Eighteen soldiers and police officers were killed",
            "18 soldiers",
        ),
        (
            "ar",
            "و250 آلية و٧٥٪ من ٦٠٠ ألف طفل",
            "250 آلية|75 %|600000 طفل",
        ),
        (
            "ar",
            "بكلفة 1.2 مليار دولار وسعة 2.4 مليار متر مكعب",
            "1200000000 usd بكلفة|2400000000 m3",
        ),
        ("ar", "ملياراً ومئتي مليون دولار", "1200000000 usd"),
        ("ar", "بثمانية ملايين ونصف المليون يورو", "8500000 eur"),
        ("ar", "مائة وسبعة وثلاثين شخصا بين ركاب", "137 شخصا"),
        ("ar", "نحو أحد عشر ألف نسمة", "11000 نسمة"),
        ("ar", "خامس لاعب في المركز الرابع", "#5|#4"),
        ("ar", "ثلاثة أرباع الأطفال", "75 % الأطفال"),
        ("ar", "مقتل 5 وإصابة 21 آخرين", "5 مقتل|21 آخرين"),
        ("ar", "لست هنا ولا أبواب", ""),
        ("ar", "وعديدها 2030 عسكريًا", "2030 عسكريًا"),
        (
            "fr",
            "25 000 manifestants et 8,5 millions d’euros",
            "25000 manifestants|8500000 eur",
        ),
        (
            "ru",
            "погибли 16 человек, 2,5 млн долларов",
            "16 человек|2500000 usd",
        ),
        (
            "fr",
            "entre 10 et 15 personnes, les deux tiers des élus, mille deux cents foyers",
            "10..15 personnes|66.667 % élus|1200 foyers",
        ),
        (
            "fr",
            "quatre-vingt-douze véhicules, 118 kilomètres à l’heure, un soldat tué",
            "92 véhicules|118 km/h|1 soldat tué",
        ),
        (
            "ru",
            "двадцать один солдат, две трети голосов, полтора миллиона рублей",
            "21 солдат|66.667 % голосов|1500000 rub",
        ),
        (
            "ru",
            "от 60 до 70 человек, 34 метра в секунду, двести сорок судов",
            "60..70 человек|122.4 km/h|240 судов",
        ),
    ] {
        let shown: Vec<String> = read(language, text).iter().map(shown).collect();
        let shown = shown.join("|");
        if shown != expected {
            wrong.push(format!("{text}: {shown}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spanish_figures() {
    for (text, expected) in [
        (
            "treinta y dos heridos, mil doscientos hogares, 1.250 o 1,250 vehículos",
            "32 heridos|1200 hogares|1250|1250 vehículos",
        ),
        (
            "2,5 millones de euros, tres mil quinientos millones de pesos, 1.234,5 y 1,234.5 toneladas",
            "2500000 eur|3500000000 peso|1234.5|1234.5 t",
        ),
        (
            "entre 10 y 15 personas, dos tercios de los votos, veintidós niñas",
            "10..15 personas|66.667 % votos|22 niñas",
        ),
        (
            "una veintena de heridos, más de un centenar de casas",
            "20 heridos|100 casas",
        ),
    ] {
        let shown: Vec<String> = read("es", text).iter().map(shown).collect();
        assert_eq!(shown.join("|"), expected, "{text}");
    }
    let about = read("es", "una veintena de heridos, más de un centenar de casas");
    let precisions: Vec<Precision> = about.iter().map(|f| f.precision).collect();
    assert_eq!(precisions, [Precision::About, Precision::AtLeast]);
}

fn shown(figure: &Figure) -> String {
    let round = |n: f64| (n * 1000.0).round() / 1000.0;
    let upper = figure
        .upper
        .map_or(String::new(), |u| format!("..{}", round(u)));
    let sign = if figure.ordinal { "#" } else { "" };
    let unit = figure.unit.as_deref().unwrap_or("");
    let about = if figure.ordinal { "" } else { &figure.about };
    let parts = [
        format!("{sign}{}{upper}", round(figure.value)),
        unit.to_owned(),
        about.to_owned(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}
