//! A worksheet that an editor has filled in, as locks: each status is the editor's word on the claims of its row.

use super::Trouble;
use super::locks::place;
use crate::sheets::{Checked, Status, checked};
use crate::{Lock, Place, has_ending};
use std::path::Path;

const HOW: &str = "the columns of the claims hold A5.2 and B3.1, as storydiff wrote them; an empty status leaves a finding as it is found";

/// Whether a file of locks is a worksheet, by its ending.
pub(super) fn is_sheet(path: &Path) -> bool {
    has_ending(path, &["csv", "xlsx"])
}

/// The editor's words in a worksheet.
pub(super) fn locks(path: &Path, bytes: &[u8]) -> Result<Vec<Lock>, Trouble> {
    let trouble = |why: String| Trouble::Sheet {
        path: path.display().to_string(),
        why,
        hint: HOW,
    };
    let rows = checked(bytes).map_err(|unread| trouble(unread.to_string()))?;
    let mut all = Vec::new();
    for row in rows {
        let words = of_row(&row).map_err(|why| trouble(format!("row {}: {why}", row.row)))?;
        all.extend(words);
    }
    Ok(all)
}

/// One word for each pair of the row's claims. A row of one claim needs none to be apart from the other article's.
fn of_row(row: &Checked) -> Result<Vec<Lock>, String> {
    let lefts = places(&row.claims[0], 'A')?;
    let rights = places(&row.claims[1], 'B')?;
    let (keep, verdict) = match row.status {
        Status::Is(verdict) => (true, Some(verdict)),
        Status::Apart => (false, None),
    };
    let is_alone = lefts.is_empty() || rights.is_empty();
    if keep && is_alone {
        return Err(format!(
            "{:?} is said of two claims, and this row has one; write the other one into its column",
            row.word
        ));
    }
    let pairs = lefts.iter().flat_map(|left| {
        let lock = |right: &Place| Lock {
            left: *left,
            right: *right,
            keep,
            verdict,
        };
        rights.iter().map(lock)
    });
    Ok(pairs.collect())
}

/// The places in a cell, all of one article.
fn places(cell: &str, letter: char) -> Result<Vec<Place>, String> {
    let names = cell.split([',', '\u{60C}', ';']).map(str::trim);
    let names = names.filter(|name| !name.is_empty());
    let found = names.map(|name| match place(name) {
        Some((of, place)) if of == letter => Ok(place),
        _ => Err(format!("{name:?} is no claim of {letter}")),
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::{Checked, Status, of_row};
    use crate::Verdict;

    fn row(left: &str, right: &str, status: Status) -> Result<Vec<String>, String> {
        let row = Checked {
            row: 2,
            claims: [left, right].map(str::to_owned),
            status,
            word: "said".to_owned(),
        };
        let locks = of_row(&row)?;
        Ok(locks.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_status_is_a_word_on_the_claims_of_its_row() {
        let is = Status::Is(Verdict::Conflict);
        let said = |locks: &[&str]| Ok(locks.iter().map(|lock| (*lock).to_owned()).collect());
        assert_eq!(row("A5.2", "B3.1", is), said(&["A5.2=B3.1 conflict"]));
        assert_eq!(row("A5.2", "B3.1", Status::Apart), said(&["A5.2!=B3.1"]));
        let two = said(&["A1.1=B3.1 conflict", "A1.2=B3.1 conflict"]);
        assert_eq!(row("A1.1, A1.2", "B3.1", is), two);
        assert_eq!(row("A5.2", "", Status::Apart), said(&[]));
        for (left, right) in [("A5.2", ""), ("", "B1.1"), ("B5.2", "B1.1"), ("A5.2", "x")] {
            assert!(row(left, right, is).is_err(), "{left} {right}");
        }
    }
}
