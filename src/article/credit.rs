//! Who made the report, told by a line's shape and place: byline, agencies and place, date line, photo credit.
//!
//! Phrases that say so anywhere ("Reporting by …", `المصدر:`) are in the tables; here are the lines that only their
//! shape gives away, such as `خوست – شبكة الهندوكوش` or "Claire Zammit in Valletta and …". Shape is weak evidence, so
//! it counts only above the first paragraph of the report or below the last one, and never for a sentence.
//! What it gets wrong: below a headline, a second headline of two or three words may be taken for a name.

use super::cues::{Cue, is, is_date, is_name, is_year, parts};
use super::line::{Case, Line, Word};
use super::pattern::is_number;
use crate::language::arabic::morphology::is_definite;

/// Where a line stands in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinePosition {
    /// Nothing of the report is above it.
    Top,
    /// The same, and the next line may well be the headline.
    Kicker,
    /// Only the headline and credits are above it.
    BelowTitle,
    /// Between the headline and the first full paragraph.
    Head,
    /// Among the paragraphs.
    Inside,
    /// Below the last full paragraph.
    Tail,
}

/// The longest credit line, in words.
const LONGEST: usize = 18;
/// The longest line of place, date and agency, in words.
const DATELINE: usize = 10;

/// The rule by which a line is a credit, if one holds.
pub(super) fn credit(line: &Line, place: LinePosition) -> Option<&'static str> {
    if line.words.is_empty() || line.words.len() > LONGEST {
        return None;
    }
    let parts = parts(line);
    if line.ends_sentence() && !has_abbreviation(line) {
        // Agencies set a stop after place and date: "MOSCOW, 12 May - Northwire."
        let dated = line.words.len() <= DATELINE && is_dated(&parts, place);
        dated.then_some("date line")
    } else if is_photo_credit(line) {
        Some("photo credit")
    } else if parts.iter().all(|part| is_date(part)) {
        Some("date")
    } else if place == LinePosition::Inside {
        None
    } else if is_byline(line, &parts) {
        Some("byline")
    } else if is_dated(&parts, place) {
        Some("date line")
    } else if is_agency_line(line, &parts, place) {
        Some("agency and place")
    } else if is_in_brackets(line) {
        Some("in brackets")
    } else if place == LinePosition::Tail && are_initials(line) {
        Some("initials")
    } else if place == LinePosition::Kicker && is_outlet(line, &parts) {
        Some("outlet")
    } else if place == LinePosition::BelowTitle {
        below_title(line, &parts)
    } else if place == LinePosition::Head && is_place_and_person(line, &parts) {
        // Below a second headline.
        Some("place and outlet")
    } else {
        None
    }
}

/// What only its place under the headline gives away.
fn below_title(line: &Line, parts: &[&[Word]]) -> Option<&'static str> {
    if is_place_and_outlet(line, parts) {
        Some("place and outlet")
    } else if is_outlet(line, parts) || is_numbered(line, parts) {
        Some("outlet")
    } else if is_role_line(line) {
        Some("role")
    } else if parts.iter().all(|part| are_people_in_places(part)) {
        Some("names and places")
    } else if let [name] = parts
        && (2..=3).contains(&name.len())
        && is_name(name)
        && !name
            .iter()
            .any(|word| word.case == Case::Caseless && (is(word, Cue::Link) || is(word, Cue::Time)))
    {
        Some("name below the headline")
    } else {
        None
    }
}

/// `p.m.` and `г.` end in a stop that ends no sentence.
fn has_abbreviation(line: &Line) -> bool {
    line.words.last().is_some_and(|word| is(word, Cue::Time))
}

/// `© وكالة أوراسيا / إيغور بلوتنيكوف`; a year or rights beside the sign are in the tables.
fn is_photo_credit(line: &Line) -> bool {
    line.words[0].form == "©" && (2..=12).contains(&line.words.len())
}

/// "By Priya Nandakumar and Tom Esslin", `بقلم محمد علي`, "By our foreign staff and agencies".
fn is_byline(line: &Line, parts: &[&[Word]]) -> bool {
    let [first, name @ ..] = parts[0] else {
        return false;
    };
    if is(first, Cue::With) {
        return !name.is_empty()
            && line.words.len() <= 6
            && name.iter().all(|w| w.case == Case::Capital);
    }
    let staff = name
        .iter()
        .any(|word| is(word, Cue::Role) || is(word, Cue::Agency));
    let caseless = name.iter().all(|word| word.case == Case::Caseless);
    // "By Ada Finch Updated 3 hours ago": two elements of a page on one line.
    let dated = |word: &Word| is_number(word) || is(word, Cue::Time);
    let name = match name.iter().position(dated) {
        Some(at) if at > 1 && !caseless && is_date(&name[at..]) => &name[..at],
        _ => name,
    };
    is(first, Cue::Byline)
        && !name.is_empty()
        && (is_name(name) && (!caseless || line.words.len() <= 5)
            || staff && !caseless && name.iter().all(is_link_or_capital_or_role))
}

fn is_link_or_capital_or_role(word: &Word) -> bool {
    word.case == Case::Capital
        || is(word, Cue::Link)
        || is(word, Cue::Role)
        || is(word, Cue::Agency)
}

/// A date, and beside it only names.
fn is_dated(parts: &[&[Word]], place: LinePosition) -> bool {
    let names_a_day = |word: &Word| {
        is(word, Cue::Month)
            || is(word, Cue::Weekday)
            || is_number(word) && word.form.matches('.').count() == 2
            || is_year(&word.form)
    };
    let is_name = |part: &&[Word]| part.len() <= 6 && is_name(part);
    !matches!(place, LinePosition::Top | LinePosition::Inside)
        && parts.len() <= 6
        && parts
            .iter()
            .any(|part| is_date(part) || is_place_and_date(part))
        && parts.iter().any(|part| part.iter().any(names_a_day))
        && parts.iter().all(|part| {
            let placed = is_place_and_date(part);
            is_date(part) || is_name(part) || placed || is_count(part) || is_role(part)
        })
}

/// `4 712 просмотров`, `27 commentaires`.
fn is_count(part: &[Word]) -> bool {
    part.split_last().is_some_and(|(last, numbers)| {
        !numbers.is_empty() && numbers.iter().all(is_number) && !is_number(last)
    })
}

/// `enviada especial`.
fn is_role(part: &[Word]) -> bool {
    part.len() <= 3 && part.first().is_some_and(|word| is(word, Cue::Role))
}

/// `الدوحة في 14 مارس`.
fn is_place_and_date(part: &[Word]) -> bool {
    let begins = |word: &Word| is_number(word) || is(word, Cue::Month) || is(word, Cue::Weekday);
    part.iter()
        .position(begins)
        .is_some_and(|at| (1..=4).contains(&at) && is_name(&part[..at]) && is_date(&part[at..]))
}

/// An agency or a desk, and beside it only names. Above everything else it must come first: "Putin warns West - AP"
/// is a headline with its outlet.
fn is_agency_line(line: &Line, parts: &[&[Word]], place: LinePosition) -> bool {
    let cued = |part: &[Word]| {
        part.iter()
            .any(|word| is(word, Cue::Agency) || is(word, Cue::Role))
    };
    let names = |part: &&[Word]| part.len() <= 6 && is_name(part);
    let above = matches!(place, LinePosition::Top | LinePosition::Kicker);
    let first = !above || cued(parts[0]) && parts.len() > 1;
    let short = parts.len() > 1 || line.words.len() <= 5;
    let signed =
        place == LinePosition::Tail && parts.len() > 1 && line.words.len() <= 3 && cued(parts[0]);
    signed || first && short && parts.iter().any(|part| cued(part)) && parts.iter().all(names)
}

/// `(رويترز)`.
fn is_in_brackets(line: &Line) -> bool {
    let text = line.text;
    text.starts_with(['(', '['])
        && text.ends_with([')', ']'])
        && line.words.len() <= 4
        && is_name(&line.words)
}

/// `خوست – شبكة الهندوكوش`, `بغداد / رافد الساعدي`, `لندن: «المدار»`, `الرياض: خالد الدوسري`.
fn is_place_and_outlet(line: &Line, parts: &[&[Word]]) -> bool {
    let names = parts.iter().all(|part| part.len() <= 4 && is_name(part));
    let cut_right = !line.text.contains(':') || is_place_and_name(line, parts);
    (2..=4).contains(&parts.len())
        && names
        && line.words.len() <= 10
        && !line.text.contains([',', '،'])
        && cut_right
}

/// A colon mostly parts a speaker from his words; only a short name, or one in quotation marks, may follow a place.
fn is_place_and_name(line: &Line, parts: &[&[Word]]) -> bool {
    let [place, name] = parts else { return false };
    let in_marks = line.text.ends_with(['»', '"', '”', '“']);
    let quotes = line.text.contains(['«', '»', '"', '”', '“']);
    place.len() <= 3
        && name.len() <= 3
        && (in_marks || !quotes && place.len() <= 2 && name.len() == 2)
}

/// `الرياض: خالد الدوسري`; `واشنطن: العقوبات قادمة` is a second headline.
fn is_place_and_person(line: &Line, parts: &[&[Word]]) -> bool {
    let [place, name] = parts else { return false };
    line.text.contains(':')
        && place.len() == 1
        && is_name(place)
        && is_name(name)
        && is_place_and_name(line, parts)
        && !is_definite(&name[0].form)
}

/// `النهار 24`, "Channel 4": a station with its number, and nothing beside it.
fn is_numbered(line: &Line, parts: &[&[Word]]) -> bool {
    let [name] = parts else { return false };
    let [name @ .., number] = name else {
        return false;
    };
    let small = |word: &Word| is_number(word) && word.form.len() <= 3 && !word.form.contains(':');
    let capital = name.iter().all(|w| w.case != Case::Small);
    (1..=2).contains(&name.len())
        && small(number)
        && capital
        && is_name(name)
        && line.text.ends_with(char::is_numeric)
}

/// The name of an outlet, which has a word in it that names of outlets have: `صحيفة المرسى`, "Orley Herald".
fn is_outlet(line: &Line, parts: &[&[Word]]) -> bool {
    let [name] = parts else { return false };
    let has_more = name.len() > 1 || line.text.contains(['«', '"', '“']);
    name.len() <= 4
        && has_more
        && is_name(name)
        && name.iter().any(|word| is(word, Cue::Outlet))
        && !name.iter().any(|word| word.case == Case::Small)
}

/// `س.ك`, "ab/cd", "ab/dpa": who wrote and who edited it, below the text.
fn are_initials(line: &Line) -> bool {
    let few = |word: &Word| word.form.chars().count() <= 2 && word.case != Case::Number;
    let short = |word: &Word| few(word) || is(word, Cue::Agency);
    let joined =
        (1..line.words.len()).all(|n| matches!(line.gap(n).trim(), "." | "/" | "-" | "./"));
    (2..=6).contains(&line.words.len())
        && line.words.iter().all(short)
        && line.words.iter().any(few)
        && joined
}

/// "State political reporter".
fn is_role_line(line: &Line) -> bool {
    let role = |word: &Word| is(word, Cue::Role) && word.case != Case::Caseless;
    (2..=5).contains(&line.words.len()) && line.words.last().is_some_and(role)
}

/// "Claire Zammit in Valletta and Sami Jebali in Ras Erramla".
fn are_people_in_places(part: &[Word]) -> bool {
    let mut people = 0;
    let whole = part.split(|word| is(word, Cue::Coordinator)).all(|one| {
        people += 1;
        let mut halves = one.splitn(2, |word| word.case == Case::Small);
        let (person, town) = (halves.next().unwrap_or_default(), halves.next());
        let capitals = |words: &[Word]| words.iter().all(|word| word.case == Case::Capital);
        (2..=3).contains(&person.len())
            && capitals(person)
            && town.is_none_or(|town| (1..=3).contains(&town.len()) && capitals(town))
    });
    whole && (people > 1 || part.iter().any(|word| word.case == Case::Small))
}

#[cfg(test)]
mod tests {
    use super::{LinePosition, credit};
    use crate::article::line::Line;
    use crate::language::credit::cues;

    fn below(text: &str) -> Option<&'static str> {
        credit(&Line::new(text), LinePosition::BelowTitle)
    }

    #[test]
    fn every_row_has_a_credit_line_and_a_line_that_is_none() {
        let wrong: Vec<&str> = cues()
            .flat_map(|row| [(row.example, true), (row.counter, false)])
            .filter(|(text, wanted)| below(text).is_some() != *wanted)
            .map(|(text, _)| text)
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn shapes_of_credit_lines() {
        for (text, rule) in [
            ("خوست – شبكة الهندوكوش", "place and outlet"),
            ("المرسى 24", "outlet"),
            ("Canal 9", "outlet"),
            ("صحيفة المرسى", "outlet"),
            ("بغداد / رافد الساعدي", "place and outlet"),
            ("عمّان - الضحى - ليث أبو عرقوب", "place and outlet"),
            ("لندن: «المدار»", "place and outlet"),
            ("By our foreign staff and agencies", "byline"),
            (
                "By Priya Nandakumar and Tom Esslin | Wednesday 8.15am",
                "byline",
            ),
            ("By Ada Finch Updated 3 hours ago", "byline"),
            ("With Pacific Wire", "byline"),
            ("SENTINEL STAFF | May 8", "date line"),
            (
                "إسلام آباد: مراسل «المرصد» – الاثنين 11 نوفمبر 2024",
                "date line",
            ),
            ("© وكالة أوراسيا / إيغور بلوتنيكوف", "photo credit"),
            ("الراصد نيوز – وكالات", "agency and place"),
            (
                "Claire Zammit in Valletta and Sami Jebali in Ras Erramla",
                "names and places",
            ),
            ("Jane Doe", "name below the headline"),
            ("(Litoral)", "in brackets"),
            ("Среда, 12 мая 2024, 10:15", "date"),
            ("Yeni Ufuk / BİNGÖL - 08.03.2025 10:30", "date line"),
            (
                "14 октября 2025, 19:20 | Происшествия | Анна Ворошнина | 4 712 просмотров",
                "date line",
            ),
            (
                "Yesenia Quispe, enviada especial · 08/06/2025 07:15 a. m.",
                "date line",
            ),
            (
                "Imogen Hartley, reporting from Port Amra, and Luis Ferrand in Lima",
                "agency and place",
            ),
        ] {
            assert_eq!(below(text), Some(rule), "{text}");
        }
    }

    #[test]
    fn captions_second_headlines_and_sentences_are_no_credits() {
        for text in [
            "بوعزاوي رفقة والده في مقر النادي (الملعب الرقمي)",
            "The Rostami family at their kitchen table in Jetty Road, Port Lennard. Picture: Dana Whitlock",
            "Council votes tonight – residents furious",
            "Premier names retired judge to lead inquiry",
            "By noon on Friday the water had reached the second floor",
            "غضب في الشارع والحكومة تلوّح بالقضاء",
            "Тысячи людей вышли на улицы",
            "2030",
        ] {
            assert_eq!(below(text), None, "{text}");
        }
    }

    #[test]
    fn among_paragraphs_only_dates_and_photo_credits_count() {
        let inside = |text| credit(&Line::new(text), LinePosition::Inside);
        assert_eq!(inside("Kyiv – Reuters"), None);
        assert_eq!(inside("10.15am"), Some("date"));
    }

    #[test]
    fn a_place_and_a_person_below_a_second_headline_are_a_credit() {
        let head = |text| credit(&Line::new(text), LinePosition::Head);
        assert_eq!(head("مسقط: نادر الشوا"), Some("place and outlet"));
        assert_eq!(head("واشنطن: العقوبات قادمة"), None);
        assert_eq!(head("موسكو: لن ننسحب"), None);
    }

    #[test]
    fn a_headline_with_its_outlet_is_no_credit() {
        let top = |text| credit(&Line::new(text), LinePosition::Top);
        assert_eq!(top("Putin Warns West - AP"), None);
        assert_eq!(
            top("وكالات – الثورة – حرر التقرير الإخباري ريم صالح:"),
            Some("agency and place")
        );
    }
}
