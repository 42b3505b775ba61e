//! What an editor wrote into a worksheet: for each row with a status, the claims that it is about.
//!
//! Columns are found by what stands above them, in any language of a report, so that an editor may move, add and remove
//! others.

use super::status::{LANGUAGES, Status, folded, known, meant};
use super::{opened, separated};
use crate::article::is_zip;
use crate::report::messages::{Arg, Messages, Msg};

/// A row that the editor has judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checked {
    /// Its number, as a spreadsheet shows it.
    pub row: usize,
    /// What stands under the claims of A and of B: `A5.2`.
    pub claims: [String; 2],
    /// What the editor found, and the word for it.
    pub status: Status,
    /// As it was written.
    pub word: String,
}

/// Why a worksheet cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unread {
    #[error("is damaged, or no worksheet")]
    Damaged,
    #[error("is no UTF-8 text: save it as CSV UTF-8, or as .xlsx")]
    Encoding,
    #[error("holds more than a worksheet can")]
    TooLarge,
    #[error(
        "has no columns named {0}: the first row must be that of the worksheet that storydiff wrote"
    )]
    Head(String),
    #[error("row {row}: {word:?} is no status; known are {known}")]
    Word {
        row: usize,
        word: String,
        known: String,
    },
}

/// Where the columns stand that are read.
struct Columns {
    claims: [usize; 2],
    status: usize,
}

/// The rows of a file with a status in them.
pub(crate) fn checked(bytes: &[u8]) -> Result<Vec<Checked>, Unread> {
    let rows = if is_zip(bytes) {
        opened::read(bytes)?
    } else {
        separated::read(bytes)?
    };
    let mut numbered = (1..).zip(&rows);
    let found = numbered.find_map(|(_, row)| columns(row));
    let columns =
        found.ok_or_else(|| Unread::Head(heads(Messages::of(LANGUAGES[0])).join(", ")))?;
    let judged = numbered.filter_map(|(number, row)| judged(number, row, &columns));
    judged.collect()
}

/// The heads of the claims of A, of those of B, and of the status.
fn heads(messages: Messages) -> [String; 3] {
    let claims = |side| {
        let side = messages.say(side);
        messages.fill(Msg::SheetClaims, &[("side", Arg::Text(&side))])
    };
    [
        claims(Msg::SideA),
        claims(Msg::SideB),
        messages.say(Msg::SheetStatus),
    ]
}

fn columns(row: &[String]) -> Option<Columns> {
    LANGUAGES.into_iter().find_map(|ui| {
        let heads = heads(Messages::of(ui));
        let at = |head: &String| row.iter().position(|cell| folded(cell) == folded(head));
        let [left, right, status] = heads.each_ref().map(at);
        Some(Columns {
            claims: [left?, right?],
            status: status?,
        })
    })
}

fn judged(number: usize, row: &[String], columns: &Columns) -> Option<Result<Checked, Unread>> {
    let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
    let word = cell(columns.status);
    if word.is_empty() {
        return None;
    }
    Some(match meant(word) {
        Some(status) => Ok(Checked {
            row: number,
            claims: columns.claims.map(|at| cell(at).to_owned()),
            status,
            word: word.to_owned(),
        }),
        None => Err(Unread::Word {
            row: number,
            word: word.to_owned(),
            known: known(),
        }),
    })
}
