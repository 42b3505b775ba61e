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
#[expect(clippy::too_many_lines, reason = "a table")]
fn figures_of_the_news() {
    let mut wrong = Vec::new();
    for (language, text, expected) in [
        (
            "en",
            "some 17 kilometres off the coast, in seas of about 10 feet",
            "17000 m|3.048 m seas",
        ),
        (
            "en",
            "The $180 million battery costs $30m and $5.12 1/2 a bushel",
            "180000000 usd battery costs|30000000 usd|5.125 usd",
        ),
        (
            "en",
            "A 71-year-old man died after four hours and a half",
            "71 age man died|4.5 h",
        ),
        ("en", "nine customers in ten were back", "90 %"),
        ("en", "Dee Marlow, 34, heard 12 calls", "#34 age|12 calls"),
        (
            "fr",
            "une centaine d’habitants, deux centaines de camions",
            "100 habitants|200 camions",
        ),
        ("en", "voted 6-3 on it", "6|3"),
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
        // Sign.
        (
            "en",
            "grew by -0.3 per cent, minus 5 degrees, 5 degrees below zero, −$5m",
            "-0.3 %|-5 °|-5 °|-5000000 usd",
        ),
        (
            "en",
            "fell by 3 per cent; -3 people; won 6-3",
            "3 %|3 people|6|3",
        ),
        (
            "es",
            "al menos 60 personas, menos 0,3 por ciento",
            "60 personas|-0.3 %",
        ),
        // Scale.
        (
            "en",
            "300k phones, 1.2m voters, 30m of rope, Rs 5 crore, 2 lakh homes",
            "300000 phones|1200000 voters|30 m rope|50000000 rupee|200000 homes",
        ),
        (
            "en",
            "USD 5 million, A$5m, US$3bn, EUR 20, €4b",
            "5000000 usd|5000000 aud|3000000000 usd|20 eur|4000000000 eur",
        ),
        (
            "ar",
            "1.2 مليار دولار، 1.2 مليون دولار، ثلاثة بلايين دولار، مليوني دولار",
            "1200000000 usd|1200000 usd|3000000000 usd|2000000 usd",
        ),
        (
            "fr",
            "1,5 M€ ; 2,5 millions d’euros ; 30 k€ ; 3 Mds€",
            "1500000 eur|2500000 eur|30000 eur|3000000000 eur",
        ),
        (
            "de",
            "3 Mio. € und 4 Mrd. Euro; 5 Millionen Euro",
            "3000000 eur|4000000000 eur|5000000 eur",
        ),
        (
            "ru",
            "5 тыс. рублей и 3 млн долларов",
            "5000 rub|3000000 usd",
        ),
        (
            "tr",
            "2 bin 212 kişi, 2 milyon 500 bin euro, 1037 kişi",
            "2212 kişi|2500000 eur|1037 kişi",
        ),
        (
            "en",
            "5 million 300 thousand homes; a $5 million 2016 plan",
            "5300000 homes|5000000 usd",
        ),
        // Thousands parted by spaces.
        ("ar", "مقتل 1 200 شخص و25 000 جريح", "1200 شخص|25000 جريح"),
        (
            "ar",
            "مقتل 1 200 شخص و25\u{202F}000 جريح",
            "1200 شخص|25000 جريح",
        ),
        (
            "fr",
            "En tout 1 200 000 électeurs, en 2016 200 cas",
            "1200000 électeurs|200 cas",
        ),
        ("en", "1 200 men", "1|200 men"),
        // Names, ages, and what else counts nothing.
        (
            "en",
            "said Channel 4 and France 24 of an F-16, Covid-19",
            "#4",
        ),
        (
            "en",
            "the Apollo 11 landed, a Boeing 737; in Syria 400 fighters; the Group of Seven",
            "400 fighters",
        ),
        (
            "en",
            "on 9/11 it was 24/7, an under-21 team and the mid-30s",
            "",
        ),
        (
            "en",
            "A 71-year-old man, aged 34, 46 years old, Ann Bole (34), in her 50s",
            "71 age man|34 age|46 age|34",
        ),
        (
            "en",
            "in room No. 17 and #4; the twenty-first attack",
            "#17|#4|#21",
        ),
        ("ar", "فرانس 24 والقناة 12 وإف-16 وكوفيد-19", "#24|#12|#19"),
        (
            "ar",
            "عن عمر ناهز 80 عاما، يبلغ من العمر 34 عاما، سليم (25 عاما)",
            "80 age|34 age|25 age",
        ),
        (
            "fr",
            "un homme âgé de 34 ans, Paul (46 ans), 5 ans de prison",
            "1 homme âgé|34 age|46 age|43830 h prison",
        ),
        (
            "de",
            "ein 34-jähriger Fahrer, 5 Jahre Haft",
            "34 age Fahrer|43830 h Haft",
        ),
        // Money, hours, parts.
        (
            "en",
            "a $3 million ad, worth $1.5m, a two-hour talk, a two-in-three chance",
            "3000000 usd ad|1500000 usd|2 h talk|66.667 % chance",
        ),
        (
            "ar",
            "أول عشر سفارات، عامان، قتيلين، منذ عامين، بين الدولتين",
            "#1|10 سفارات|17532 h|2 قتيلين|17532 h",
        ),
        ("tr", "%5 arttı", "5 % arttı"),
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
