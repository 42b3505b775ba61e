//! What a language's figures and dates are made of: number words, units, hedges and the words around dates.

use super::folder::Folder;
use super::named::named;
use super::property::{Properties, Property};
use super::table::{rows, variants};
use std::collections::HashMap;

named! {
    /// What a number word does.
    NumberKind, "no such kind of number",
    /// A number below a thousand: `eleven`, `مئتان`.
    Count = "count",
    /// The number one, which is a pronoun as often as a count.
    One = "one",
    /// `a`, before a hundred, a scale or a part.
    Article = "article",
    /// `عشر`: ten, or the ending of a number between ten and twenty.
    Ten = "ten",
    /// A word that counts only before `عشر`.
    Teens = "teens",
    /// A hundred.
    Hundred = "hundred",
    /// A power of ten that needs a count before it: `million`, `آلاف`.
    Scale = "scale",
    /// A power of ten that may stand alone for one of it: `ألف`.
    Standing = "standing",
    /// Two of a power of ten: `ألفان`.
    Dual = "dual",
    /// A power of ten only in a sum of money, or glued to the digits: `$30m`, `300k`.
    Money = "money",
    /// A share: `half`.
    Fraction = "fraction",
    /// A share that shows only by its vowels: `خُمس`.
    Voweled = "voweled",
    /// A share that needs a count before it: `thirds`.
    Part = "part",
    /// Joins a number's words: `and`.
    Joiner = "joiner",
    /// Joins them within one word: `zweiunddreißig`.
    Welded = "welded",
    /// From this many on, and not ten times as many: `dozens`.
    Vague = "vague",
    /// About so many: `une centaine`.
    Rough = "rough",
    /// What follows is a name, not a count: `number 17`.
    Label = "label",
    /// What follows is an age: `aged 34`.
    Aged = "aged",
    /// A number before it is an age: `34 years old`.
    Old = "old",
    /// A number beside it is an earthquake's magnitude.
    Magnitude = "magnitude",
    /// What follows is below zero: `minus`.
    Minus = "minus",
    /// What stands before it is below zero: `5 degrees below zero`.
    BelowZero = "below_zero",
    /// Joins two counts to a share: `nine in ten`.
    Among = "among",
    /// A place in a row: `third`.
    Ordinal = "ordinal",
    /// The ending of an ordinal in digits: `21st`.
    Suffix = "suffix",
    /// Two of a thing: `جنديان`.
    Pair = "pair",
    /// Joins a share and what it is of.
    Of = "of",
    /// No number, though it has the words of one: `half time`.
    None = "none",
}

/// A number word or phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// Its words, folded.
    pub words: Vec<String>,
    /// What it does.
    pub kind: NumberKind,
    /// Its value.
    pub value: f64,
}

/// A unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its words, folded.
    pub words: Vec<String>,
    /// The base unit: `m`, `t`, `h`, `%`, `usd`.
    pub base: &'static str,
    /// How many of the base unit it is.
    pub factor: f64,
    /// How many the word alone says: 2 for a dual (`ساعتان`), else none.
    pub count: Option<f64>,
}

named! {
    /// How exact a figure is, by a phrase beside it.
    HedgeKind, "no such precision",
    /// About.
    About = "about",
    /// At least, more than.
    AtLeast = "at_least",
    /// At most, fewer than.
    AtMost = "at_most",
    /// Between this and the next.
    Range = "range",
}

/// A phrase that says how exact a figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hedge {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Whether it stands before the figure.
    pub before: bool,
    /// What it says.
    pub kind: HedgeKind,
}

named! {
    /// What a word beside a date does.
    DateKind, "no such kind of date word",
    /// A word of the calendar that is as often something else: `may`.
    Unsure = "unsure",
    /// Before a year: `in`, `عام`.
    Year = "year",
    /// Before a month or weekday: `since`.
    Hint = "hint",
    /// The half of the day; the number is how many hours it adds: `pm`.
    Half = "half",
    /// As above, of words that also say when something was: `9:30 in the evening`, `مساء`.
    PartOfDay = "part_of_day",
    /// Before an hour: `الساعة`.
    Hour = "hour",
    /// Before what is short of the hour: `إلا`.
    Minus = "minus",
    /// A time of day, in minutes: `noon`.
    Clock = "clock",
    /// Behind the hour, before minutes in digits: `18h40`.
    OfHour = "of_hour",
    /// Before a full hour in digits: `vers 18 heures`.
    FromHour = "from_hour",
    /// Behind a year: `1998 года`.
    OfYear = "of_year",
    /// Behind a year of the Islamic calendar: `1439هـ`.
    OfHijri = "of_hijri",
    /// Between the first and the last day of a span: `12 to 19 June`.
    Until = "until",
    /// A decade; the number is its first year: `nineties`.
    Decade = "decade",
    /// Behind the first year of a decade: `1990s`.
    OfDecade = "of_decade",
    /// Before the first year of a decade: `les années 1990`.
    BeforeDecade = "before_decade",
    /// Before a decade in two digits, which is an age without it: `the 90s`, but `his 50s`.
    DecadeArticle = "decade_article",
    /// The clock of the place: `local time`.
    LocalTime = "local_time",
    /// The clock of a zone; the number is how many minutes it is ahead of Greenwich: `GMT`.
    Zone = "zone",
    /// As above, in winter; in summer it is an hour more: `ET`.
    SeasonalZone = "seasonal_zone",
}

/// A word beside a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateWord {
    /// Its words, folded.
    pub words: Vec<String>,
    /// What it does.
    pub kind: DateKind,
    /// Minutes of a clock time or a zone, hours of a half of the day, the first year of a decade.
    pub number: i16,
}

/// Rules by the first word of their phrase, the longest first.
pub type ByFirst<T> = HashMap<String, Vec<T>>;

/// What a language's figures and dates are made of.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says how a language writes numbers, apart from the others"
)]
pub struct Numerals {
    /// Number words.
    pub numbers: ByFirst<Numeral>,
    /// Units.
    pub units: ByFirst<Unit>,
    /// Phrases of exactness.
    pub hedges: ByFirst<Hedge>,
    /// Words beside dates.
    pub dates: ByFirst<DateWord>,
    /// Kinds of counted things: what is dead, hurt, a soldier.
    pub counted: HashMap<String, &'static str>,
    /// Whether the decimal mark is a comma.
    pub comma_decimal: bool,
    /// Whether a space parts thousands: `25 000`, in Arabic that of the Maghreb too.
    pub spaced_thousands: bool,
    /// Whether outlets part thousands with either mark: `1.250` in Madrid and Buenos Aires, `1,250` in Mexico and Lima.
    pub either_thousands: bool,
    /// Whether a stop behind digits makes a place in a row of them: `der 21. Angriff`.
    pub ordinal_stop: bool,
}

impl Numerals {
    /// Whether a word joins a part and what it is of: `of`, `من`.
    pub(crate) fn is_of(&self, form: &str) -> bool {
        let rules = self.numbers.get(form).map_or(&[][..], Vec::as_slice);
        rules
            .iter()
            .any(|n| n.kind == NumberKind::Of && n.words.len() == 1)
    }

    /// Read the tables of a language.
    pub(super) fn read(folder: &Folder, properties: &Properties) -> Numerals {
        let mut rules: Vec<Numeral> = numbers(folder.table("numbers")).collect();
        rules.extend(welded(&rules));
        let is_stop = |n: &Numeral| n.kind == NumberKind::Suffix && n.words[0] == ".";
        Numerals {
            ordinal_stop: rules.iter().any(is_stop),
            numbers: super::pack::by_first(rules.into_iter(), |n| &n.words),
            units: super::pack::by_first(units(folder.table("units")), |u| &u.words),
            hedges: super::pack::by_first(hedges(folder.table("approximations")), |h| &h.words),
            dates: super::pack::by_first(dates(folder.table("dates")), |d| &d.words),
            counted: counted(folder.table("counted")),
            comma_decimal: properties.has(Property::DecimalComma),
            spaced_thousands: properties.has(Property::SpacedThousands),
            either_thousands: properties.has(Property::EitherThousands),
        }
    }
}

fn numbers(table: &'static str) -> impl Iterator<Item = Numeral> {
    rows(table).flat_map(|[words, kind, value, ..]: [&str; 5]| {
        let (kind, value) = (NumberKind::named(kind), number(value));
        variants(words).map(move |words| Numeral { words, kind, value })
    })
}

/// The numbers that a language writes as one word, where its table has a word that welds them: `zweiunddreißig`,
/// `dreihundertfünfzig`, `zwölftausend`. Of those above two thousand only the round ones.
fn welded(rules: &[Numeral]) -> Vec<Numeral> {
    let Some(weld) = rules.iter().find(|n| n.kind == NumberKind::Welded) else {
        return Vec::new();
    };
    let simple = |value: u32| -> Option<&str> {
        let counts = [NumberKind::One, NumberKind::Count, NumberKind::Standing];
        let rule = rules.iter().find(|n| {
            counts.contains(&n.kind)
                && (n.value - f64::from(value)).abs() < 0.1
                && n.words.len() == 1
        });
        rule.map(|n| n.words[0].as_str())
    };
    let small = |value: u32| -> Option<String> {
        let tens = || {
            let (ten, one) = (simple(value / 10 * 10)?, simple(value % 10)?);
            Some(format!("{one}{}{ten}", weld.words[0]))
        };
        simple(value).map(str::to_owned).or_else(tens)
    };
    let times = |count: u32, power: u32| -> Option<String> {
        let lead = if count > 1 {
            small(count)?
        } else {
            String::new()
        };
        Some(lead + simple(power)?)
    };
    let whole = |value: u32| -> Option<String> {
        let mut word = String::new();
        let mut rest = value;
        if rest >= 1000 {
            let thousands = rest / 1000;
            let rounded = thousands >= 100 && thousands.is_multiple_of(100);
            let hundreds = || Some(times(thousands / 100, 100)? + simple(1000)?);
            word += &if rounded {
                hundreds()
            } else {
                times(thousands, 1000)
            }?;
            rest %= 1000;
        }
        if rest >= 100 {
            word += &times(rest / 100, 100)?;
            rest %= 100;
        }
        if rest > 0 {
            word += &small(rest)?;
        }
        Some(word)
    };
    let below = (21..2000).chain((2000..10_000).step_by(100));
    let above = (10_000..100_000)
        .step_by(1000)
        .chain((100_000..1_000_000).step_by(100_000));
    let values = below.chain(above).filter(|value| simple(*value).is_none());
    let found = values.filter_map(|value| {
        Some(Numeral {
            words: vec![whole(value)?],
            kind: NumberKind::Count,
            value: f64::from(value),
        })
    });
    found.collect()
}

fn units(table: &'static str) -> impl Iterator<Item = Unit> {
    rows(table).flat_map(|[words, base, factor, ..]: [&str; 5]| {
        let (count, factor) = match factor.split_once('*') {
            Some((count, factor)) => (Some(number(count)), number(factor)),
            None => (None, number(factor)),
        };
        variants(words).map(move |words| Unit {
            words,
            base,
            factor,
            count,
        })
    })
}

fn hedges(table: &'static str) -> impl Iterator<Item = Hedge> {
    rows(table).flat_map(|[words, place, kind, _]: [&str; 4]| {
        let kind = HedgeKind::named(kind);
        let before = place == "before";
        variants(words).map(move |words| Hedge {
            words,
            before,
            kind,
        })
    })
}

fn dates(table: &'static str) -> impl Iterator<Item = DateWord> {
    rows(table).flat_map(|[words, kind, minutes, _]: [&str; 4]| {
        let kind = DateKind::named(kind);
        let number = minutes
            .parse()
            .unwrap_or_else(|_| panic!("not a number: {minutes}"));
        variants(words).map(move |words| DateWord {
            words,
            kind,
            number,
        })
    })
}

fn counted(table: &'static str) -> HashMap<String, &'static str> {
    rows(table)
        .flat_map(|[words, class, _]: [&str; 3]| variants(words).map(move |w| (w.join(" "), class)))
        .collect()
}

fn number(cell: &str) -> f64 {
    cell.parse()
        .unwrap_or_else(|_| panic!("not a number: {cell}"))
}
