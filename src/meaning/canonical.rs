//! Figures and dates in one spelling, so that `نحو ستة عشر` meets `16` and `كانون الثاني` meets `January`.
//!
//! All words of a figure and its unit become one term, and so does each part of a date but the weekday. A value is
//! spelled with three significant digits, shares with two, so that a third meets 33 per cent.

use crate::claim::{Claim, Figure, Moment};
use crate::language::{Pack, Word, WordKind, words};
use std::ops::Range;

/// The words of a claim, those of its figures and dates put together.
pub(super) fn terms(claim: &Claim, pack: &Pack) -> Vec<Word> {
    let mut known = known(claim);
    known.sort_by_key(|(span, _)| span.start);
    let mut known = known.into_iter().peekable();
    let mut found: Vec<Word> = Vec::new();
    let mut covered = 0;
    for word in words(&claim.text, pack) {
        while let Some((span, form)) = known.next_if(|(span, _)| span.start <= word.span.start) {
            covered = covered.max(span.end);
            found.push(term(span, form));
        }
        if word.span.start >= covered {
            found.push(word);
        }
    }
    found
}

fn term(span: Range<usize>, form: String) -> Word {
    Word {
        span,
        kind: WordKind::Number,
        stem: form.clone(),
        form,
    }
}

/// Where the figures and dates of a claim stand, in their one spelling.
fn known(claim: &Claim) -> Vec<(Range<usize>, String)> {
    let figures = claim.figures.iter().map(|f| (f.span.clone(), spelled(f)));
    let parts = claim.times.iter().flat_map(|t| &t.parts);
    let times = parts.filter_map(|part| {
        let form = match part.moment {
            Moment::Year(n) => format!("#year:{n}"),
            Moment::Month(n) => format!("#month:{n}"),
            Moment::Day(n) => format!("#day:{n}"),
            Moment::Clock(clock) => {
                format!("#time:{}:{:02}", clock.minutes / 60, clock.minutes % 60)
            }
            Moment::Hijri(date) => format!(
                "#hijri:{}-{}-{}",
                date.year.unwrap_or(0),
                date.month.unwrap_or(0),
                date.day.unwrap_or(0)
            ),
            Moment::Weekday(_) | Moment::Relative(_) => return None,
        };
        Some((part.span.clone(), form))
    });
    figures.chain(times).collect()
}

fn spelled(figure: &Figure) -> String {
    let value = match (figure.ordinal, figure.unit.as_deref()) {
        (true, _) => return format!("#th:{}", figure.value),
        (_, Some("%")) => significant(figure.value, 1),
        (_, Some(_)) => significant(figure.value, 2),
        (_, None) => figure.value,
    };
    let unit = figure
        .unit
        .as_deref()
        .map_or(String::new(), |u| format!(":{u}"));
    let upper = figure.upper.map_or(String::new(), |u| format!("-{u}"));
    format!("#{value}{upper}{unit}")
}

/// A value with so many digits behind its first.
fn significant(value: f64, digits: usize) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let spelled = format!("{value:.digits$e}");
    spelled.parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ReadOptions, parse};
    use crate::claim;
    use crate::language::pack;

    fn forms(language: &str, text: &str) -> Vec<String> {
        let options = ReadOptions {
            language: Some(language.to_owned()),
            ..ReadOptions::default()
        };
        let article = parse(text.as_bytes(), "", &options).expect("text can be read");
        let (claims, _) = claim::find(&article, 'L');
        let mut found: Vec<String> = claims
            .iter()
            .flat_map(|c| terms(c, pack(language)))
            .map(|w| w.form)
            .filter(|f| f.starts_with('#'))
            .collect();
        found.sort();
        found
    }

    #[test]
    fn figures_meet_across_spellings_and_languages() {
        for (one, other) in [
            (
                ("ar", "قتل نحو ستة عشر جنديا هناك"),
                ("en", "There 16 soldiers were killed"),
            ),
            (
                ("ar", "انخفضت بنسبة ثلث الحصة"),
                ("en", "It fell by 33 per cent"),
            ),
            (
                ("ar", "خلال أسبوعين من ذلك"),
                ("en", "within 14 days of that"),
            ),
            (
                ("ar", "في كانون الثاني/يناير الماضي"),
                ("en", "It was in January again"),
            ),
            (
                ("ar", "في الساعة الحادية عشرة إلا ثلثا ليلا"),
                ("en", "It was at 10.40pm then"),
            ),
            (
                ("ar", "ثماني درجات فقط هناك"),
                ("en", "It was 8 degrees there"),
            ),
        ] {
            let (left, right) = (forms(one.0, one.1), forms(other.0, other.1));
            assert!(!left.is_empty(), "{}", one.1);
            assert_eq!(left, right, "{} {}", one.1, other.1);
        }
    }
}
