//! The value of a number in digits: which marks part thousands, and which the decimals.

/// The value of a folded number word; `None` for what is no plain number (a time, a version).
///
/// With both marks the last one is the decimal mark; a mark that stands twice, or a comma before three digits, parts
/// thousands. What it gets wrong: a lone point before three digits is read as the language has it, and some Arabic
/// outlets part thousands with it; where outlets part them with either mark, three decimals (`1,589 euros`) are missed.
pub(super) fn value(form: &str, comma_decimal: bool, either_thousands: bool) -> Option<f64> {
    if let Some(half) = vulgar(form) {
        return Some(half);
    }
    let (point, comma) = (form.matches('.').count(), form.matches(',').count());
    let decimal = match (point, comma) {
        (0, 0) => None,
        (_, 0) if point > 1 => None,
        (0, _) if comma > 1 => None,
        (1, 0) => Some('.').filter(|_| !comma_decimal || !thousands(form, '.')),
        (0, 1) => Some(',').filter(|_| comma_decimal && !either_thousands || !thousands(form, ',')),
        _ if form.rfind('.') > form.rfind(',') => Some('.'),
        _ => Some(','),
    };
    let plain: String = form
        .chars()
        .filter_map(|c| match c {
            c if Some(c) == decimal => Some('.'),
            '.' | ',' => None,
            c => Some(c),
        })
        .collect();
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.') && plain.len() <= 15;
    plain.parse().ok().filter(|_| digits)
}

/// Whether one mark stands before exactly three digits and behind one to three.
fn thousands(form: &str, mark: char) -> bool {
    form.split_once(mark)
        .is_some_and(|(head, tail)| tail.len() == 3 && (1..=3).contains(&head.len()) && head != "0")
}

/// `½` and `6½`.
fn vulgar(form: &str) -> Option<f64> {
    let last = form.chars().next_back()?;
    let part = match last {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        _ => return None,
    };
    let whole = &form[..form.len() - last.len_utf8()];
    let whole: f64 = if whole.is_empty() {
        0.0
    } else {
        whole.parse().ok()?
    };
    Some(whole + part)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn marks_part_thousands_or_decimals() {
        for (form, comma_decimal, expected) in [
            ("2030", false, Some(2030.0)),
            ("2,030", false, Some(2030.0)),
            ("2.5", false, Some(2.5)),
            ("2,5", false, Some(2.5)),
            ("2.030", true, Some(2030.0)),
            ("2.030", false, Some(2.03)),
            ("1,234,567", false, Some(1_234_567.0)),
            ("1.234.567", false, Some(1_234_567.0)),
            ("1.234,5", true, Some(1234.5)),
            ("1,234.5", false, Some(1234.5)),
            ("0,125", false, Some(0.125)),
            ("6½", false, Some(6.5)),
            ("10:40", false, None),
            ("²", false, None),
        ] {
            assert_eq!(value(form, comma_decimal, false), expected, "{form}");
        }
    }

    #[test]
    fn either_mark_parts_thousands_where_outlets_differ() {
        for (form, expected) in [
            ("1.250", 1250.0),
            ("1,250", 1250.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("2,5", 2.5),
            ("2.5", 2.5),
            ("0,125", 0.125),
        ] {
            assert_eq!(value(form, true, true), Some(expected), "{form}");
        }
    }
}
