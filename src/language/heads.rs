//! Words whose complement is a name: `مدينة`, `شركة`.
//!
//! For scripts without capital letters only; where there are capitals, they show names better.

use super::table::{rows, variants};
use super::{Clitic, Pack};
use std::collections::HashMap;

/// What a head says of the name behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// A place: its name may carry the article (`مدينة الموصل`).
    Place,
    /// A body, a ship, a medium: with an article only in quotation marks (`وكالة الأنباء` is no name).
    Body,
}

/// The heads of a language, by the word.
pub(super) fn read(table: &'static str) -> HashMap<String, Head> {
    rows(table)
        .flat_map(|[words, kind, _]| {
            let head = if kind == "place" {
                Head::Place
            } else {
                Head::Body
            };
            variants(words).map(move |words| (words.join(" "), head))
        })
        .collect()
}

/// What a folded word says of the words behind it, clitics before it aside.
#[must_use]
pub fn head(pack: &Pack, form: &str) -> Option<Head> {
    let before = [Clitic::Conjunction, Clitic::Preposition, Clitic::Dative];
    pack.readings(form, &before)
        .find_map(|word| exact_head(pack, word))
}

/// The same for a head without any clitic.
#[must_use]
pub fn exact_head(pack: &Pack, form: &str) -> Option<Head> {
    pack.heads.get(form).copied()
}

/// The same for a head with the article: only a name in quotation marks stands behind it (`السد` is followed by
/// anything).
#[must_use]
pub fn definite_head(pack: &Pack, form: &str) -> Option<Head> {
    pack.without_article(form)
        .find_map(|word| exact_head(pack, word))
}

#[cfg(test)]
mod tests {
    use super::{Head, definite_head, head};
    use crate::language::pack;

    #[test]
    fn heads_are_found_behind_clitics() {
        for (form, wanted) in [
            ("مدينه", Some(Head::Place)),
            ("بمدينه", Some(Head::Place)),
            ("العباره", Some(Head::Body)),
            ("كتاب", None),
        ] {
            assert_eq!(head(pack("ar"), form), wanted, "{form}");
        }
        assert_eq!(head(pack("en"), "مدينه"), None);
        assert_eq!(definite_head(pack("ar"), "والشركه"), Some(Head::Body));
        assert_eq!(head(pack("ar"), "والشركه"), None);
    }
}
