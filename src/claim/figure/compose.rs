//! Numbers put together from their words: `مائة وسبعة وثلاثين`, `two and a half million`, `7 آلاف`.
//!
//! A small automaton in the manner of Sproat et al. 2001 ("Normalization of non-standard words"): hundreds and below
//! gather in `current`, a power of ten moves them into `total`, and each power must be smaller than the one before.

use super::digits;
use super::reader::Reader;
use crate::language::Clitic;
use crate::language::figures::NumberKind as Kind;
use std::ops::Range;

/// A number and the words it stands in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub value: f64,
    /// Its words.
    pub words: Range<usize>,
    /// Whether it is in digits only.
    pub digits: bool,
}

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what one reading has seen, each apart"
)]
struct Sum {
    total: f64,
    current: f64,
    /// The last power of ten; 0 before the first.
    scale: f64,
    pieces: usize,
    /// The last piece was a count from 1 to 99, so that a hundred or `عشر` may follow.
    small: bool,
    /// Only `a` or a part of `عشر`'s numbers so far: no number yet.
    waits: bool,
    fractional: bool,
    /// Whether digits came right before.
    after_digits: bool,
    /// Whether digits and a power of ten came right before, so that digits may go on without `and`.
    spaced: bool,
}

enum Piece {
    Digits(f64),
    Number(Kind, f64),
}

/// The count that begins at a word: never an article or a teen's first part alone.
pub(super) fn count(reader: &Reader, start: usize) -> Option<Number> {
    let mut sum = Sum::default();
    let mut end = start;
    let mut complete = None;
    let mut digits = true;
    while let Some((piece, joined, next)) = piece(reader, end, sum.pieces > 0) {
        let is_digits = matches!(piece, Piece::Digits(_));
        if !sum.take(&piece, joined, reader.pack.has_proclitics()) {
            break;
        }
        digits &= is_digits;
        end = next;
        if is_digits {
            end = broken(reader, &mut sum, end);
        }
        if !sum.waits {
            complete = Some((sum.value(), end));
        }
    }
    complete.map(|(value, end)| Number {
        value,
        words: start..end,
        digits: digits && end == start + 1,
    })
}

/// What a fraction in digits may be parts of; `24/7` and most dates are none.
const DENOMINATORS: [f64; 7] = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 16.0];

/// The power of ten that a greater one may follow.
const THOUSAND: f64 = 1000.0;

/// What a number word may be, the likeliest first.
const ORDER: [Kind; 11] = [
    Kind::Teens,
    Kind::Ten,
    Kind::Hundred,
    Kind::Scale,
    Kind::Standing,
    Kind::Dual,
    Kind::Fraction,
    Kind::Count,
    Kind::One,
    Kind::Article,
    Kind::Money,
];

/// `6 1/4`, and `25 000` with a space that does not break.
fn broken(reader: &Reader, sum: &mut Sum, at: usize) -> usize {
    let grouped = |gap: &str| {
        let mut chars = gap.chars();
        let sign = chars.next();
        let space = matches!(sign, Some('\u{A0}' | '\u{202F}' | '\u{2009}'))
            || sign == Some(' ') && reader.pack.numerals.spaced_thousands;
        space && chars.next().is_none()
    };
    let mut end = at;
    let head = reader.form(at - 1).len() <= 3;
    while head
        && reader.is_number(end)
        && reader.form(end).len() == 3
        && reader.form(end).bytes().all(|b| b.is_ascii_digit())
        && grouped(reader.gap(end))
        && sum.current >= 1.0
        && sum.current.fract() == 0.0
    {
        sum.current = sum.current * 1000.0 + reader.form(end).parse().unwrap_or(0.0);
        end += 1;
    }
    let whole = |word: usize| reader.form(word).parse::<f64>().ok();
    let written = reader.gap(end) == " " && reader.gap(end + 1) == "/";
    let parts = whole(end).zip(whole(end + 1)).filter(|_| written);
    if let Some((above, below)) = parts.filter(|(a, b)| a < b && DENOMINATORS.contains(b)) {
        // `$5.12 1/2`: the fraction is one of the last decimal.
        let unit = if sum.current.fract() == 0.0 {
            1.0
        } else {
            0.01
        };
        sum.current += unit * above / below;
        sum.fractional = true;
        end += 2;
    }
    end
}

/// The next piece of a number, whether `and` stands before it, and the word behind it.
fn piece(reader: &Reader, at: usize, inside: bool) -> Option<(Piece, bool, usize)> {
    if inside && !reader.runs_on(at) {
        return None;
    }
    if reader.is_number(at) {
        let value = digits::value(
            reader.form(at),
            reader.pack.numerals.comma_decimal,
            reader.pack.numerals.either_thousands,
        )?;
        return Some((Piece::Digits(value), false, at + 1));
    }
    let separate = reader
        .pack
        .is_apart(reader.form(at), &[Clitic::Conjunction])
        || reader.number(at, Kind::Joiner).is_some();
    if inside && separate {
        let half = reader.number(at + 1, Kind::Article).is_some()
            && reader.number(at + 2, Kind::Fraction).is_some();
        let (piece, _, end) = piece(reader, at + 1 + usize::from(half), true)?;
        return Some((piece, true, end));
    }
    let found = reader.numbers(at);
    let fits = |kind: Kind| found.iter().find(|m| m.rule.kind == kind);
    if fits(Kind::None).is_some() {
        return None;
    }

    let found = ORDER.into_iter().find_map(fits)?;
    if found.rule.kind == Kind::Money && !(inside && is_scale(reader, at, found.end)) {
        return None;
    }
    Some((
        Piece::Number(found.rule.kind, found.rule.value),
        found.joined,
        found.end,
    ))
}

/// Whether a letter behind digits is a power of ten: `$30m`, `1,5 M€`, `300k`, `1.2m voters`; `30m` are metres.
fn is_scale(reader: &Reader, at: usize, end: usize) -> bool {
    let thousand = || {
        let rule = reader.number(at, Kind::Money);
        rule.is_some_and(|m| m.rule.value < 1e6)
    };
    let people =
        || reader.runs_on(end) && reader.pack.numerals.counted.contains_key(reader.form(end));
    super::unit::is_money(reader, at)
        || super::unit::is_money_behind(reader, end)
        || reader.gap(at).is_empty() && (thousand() || people())
}

impl Sum {
    fn value(&self) -> f64 {
        self.total + self.current
    }

    /// Add a piece; false where it cannot follow.
    fn take(&mut self, piece: &Piece, joined: bool, glued: bool) -> bool {
        let first = self.pieces == 0;
        let small = std::mem::take(&mut self.small);
        let power = matches!(piece, Piece::Number(Kind::Scale | Kind::Standing, _));
        let spaced = std::mem::replace(&mut self.spaced, self.after_digits && power);
        self.after_digits = matches!(piece, Piece::Digits(_));
        let taken = match *piece {
            // `2 bin 212`, `5 million 300 thousand`: a whole number behind the power it is less than.
            Piece::Digits(value) => {
                let goes_on = joined || spaced && value.fract() == 0.0 && value < THOUSAND;
                self.take_digits(value, goes_on, first)
            }
            Piece::Number(Kind::Count | Kind::One, value) => {
                self.small = value < 100.0;
                self.take_count(value, joined, first, glued)
            }
            Piece::Number(Kind::Article, value) => {
                self.waits = true;
                self.small = true;
                self.current += value;
                first
            }
            Piece::Number(Kind::Teens, value) => {
                let fits = first || joined && self.fits(1.0, false);
                self.waits = true;
                self.current += value;
                fits
            }
            Piece::Number(Kind::Ten, value) => {
                let low = self.current % 10.0;
                let teen =
                    !joined && (self.waits || small && low > 0.0 && self.current % 100.0 < 10.0);
                if teen {
                    self.current += value;
                    self.waits = false;
                    true
                } else {
                    self.take_count(value, joined, first, glued)
                }
            }
            Piece::Number(Kind::Hundred, value) => {
                self.waits = false;
                let low = self.current % 1000.0;
                if small && !joined && (1.0..100.0).contains(&low) {
                    self.current *= value;
                    true
                } else {
                    (first && glued || joined) && self.current == 0.0 && {
                        self.current = value;
                        true
                    }
                }
            }
            Piece::Number(kind @ (Kind::Scale | Kind::Standing | Kind::Money), value) => {
                self.waits = false;
                self.take_scale(value, kind == Kind::Standing && (first || joined))
            }
            Piece::Number(Kind::Dual, value) => {
                let fits = self.current == 0.0 && (first || joined) && self.below(value);
                self.total += if fits { 2.0 * value } else { 0.0 };
                self.scale = value;
                fits
            }
            Piece::Number(Kind::Fraction, value) => joined && !first && self.take_fraction(value),
            Piece::Number(..) => false,
        };
        self.pieces += 1;
        taken
    }

    fn below(&self, scale: f64) -> bool {
        self.scale == 0.0 || scale < self.scale
    }

    fn take_digits(&mut self, value: f64, joined: bool, first: bool) -> bool {
        let fits = first || joined && self.current == 0.0 && value < self.scale;
        if fits {
            self.current = value;
            self.small = value < 100.0 && !first;
        }
        fits
    }

    fn take_count(&mut self, value: f64, joined: bool, first: bool, glued: bool) -> bool {
        let fits = first || self.fits(value, joined) && (joined || !glued);
        if fits {
            self.current += value;
        }
        fits
    }

    /// Whether a count may be added to what there is: `hundred and five`, `twenty five`, `خمسة وعشرون`.
    fn fits(&self, value: f64, joined: bool) -> bool {
        let low = self.current % 100.0;
        if self.fractional || self.current.fract() != 0.0 {
            false
        } else if self.current == 0.0 {
            self.scale > value
        } else if low == 0.0 {
            value < 100.0
        } else if low < 10.0 {
            joined && (20.0..100.0).contains(&value)
        } else {
            !joined && low >= 20.0 && low % 10.0 == 0.0 && value < 10.0
        }
    }

    fn take_scale(&mut self, value: f64, alone: bool) -> bool {
        let again = (value - self.scale).abs() < 0.5;
        if self.fractional && self.current == 0.0 && again {
            return true;
        }
        // `tres mil quinientos millones`: the greater power counts all that stands before it.
        let after_thousand = (self.scale - THOUSAND).abs() < 0.5 && !alone;
        if after_thousand && value > THOUSAND && self.total < value {
            self.total = self.value() * value;
            self.current = 0.0;
            self.scale = value;
            return true;
        }
        if !self.below(value) || self.current == 0.0 && !alone {
            return false;
        }
        self.total += if self.current == 0.0 {
            1.0
        } else {
            self.current
        } * value;
        self.current = 0.0;
        self.scale = value;
        true
    }

    /// `two and a half million`, `ثمانية ملايين ونصف المليون`.
    fn take_fraction(&mut self, value: f64) -> bool {
        if self.fractional {
            return false;
        }
        self.fractional = true;
        if self.current > 0.0 && self.current.fract() == 0.0 && self.current < 100.0 {
            self.current += value;
            return true;
        }
        if self.current == 0.0 && self.scale > 0.0 {
            self.total += value * self.scale;
            return true;
        }
        false
    }
}
