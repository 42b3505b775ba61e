//! Whether a claim tells of an older event by the way: `… since 1998, when eight people died off Sfax`.
//!
//! Such a clause begins with a word that joins it to a year right before it, or with one that points back to a year of the
//! claim before (`тогда`, `حينها`). Its toll is not the toll of today's event.
//! What it gets wrong: an older event that is dated by a name (`since the tsunami, when …`).

use crate::claim::{Claim, Moment, TimePart};
use crate::language::{Class, Word, pack};
use crate::model::Side;

/// Whether the claim at `at` hangs on a year, one of its own or one that ends the claim before it.
pub(super) fn is_background(side: &Side, at: usize) -> bool {
    let claim = &side.claims[at];
    let before = at.checked_sub(1).map(|before| &side.claims[before]);
    let before = before.filter(|b| b.paragraph == claim.paragraph);
    let behind_a_year = before.is_some_and(ends_in_a_year);
    // Most claims have no year about them: those are not cut into words.
    let dated_before = before.is_some_and(|b| years(b).next().is_some());
    if !dated_before && years(claim).next().is_none() {
        return false;
    }
    let pack = pack(&side.article.language);
    let words = &claim.words;
    let joins = |word: &Word| pack.has(Class::ClauseOpener, &word.form);
    let points_back = |word: &Word| pack.has(Class::BackReference, &word.form);
    if dated_before && words.first().is_some_and(points_back) {
        return true;
    }
    let next = |end: usize| words.iter().find(|word| word.span.start >= end);
    behind_a_year && words.first().is_some_and(joins)
        || years(claim).any(|year| next(year.span.end).is_some_and(joins))
}

/// The years that a claim gives.
pub(super) fn years(claim: &Claim) -> impl Iterator<Item = &TimePart> {
    let parts = claim.times.iter().flat_map(|time| &time.parts);
    parts.filter(|part| matches!(part.moment, Moment::Year(_)))
}

fn ends_in_a_year(claim: &Claim) -> bool {
    let said = claim.text.trim_end_matches(|c: char| !c.is_alphanumeric());
    years(claim).any(|year| year.span.end >= said.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ReadOptions, parse};
    use crate::claim;

    #[test]
    fn a_clause_behind_a_year_is_background() {
        for (text, wanted) in [
            (
                "It is the worst accident since 1998, when eight people died in a collision off Sfax.",
                true,
            ),
            (
                "It is the worst accident in years, when eight people died in a collision off Sfax.",
                false,
            ),
            (
                "The ferry was built in 1998. Eight people died in a collision off Sfax.",
                false,
            ),
            (
                "В 2022 году самолёт выкатился за пределы полосы. Тогда обошлось без пострадавших.",
                true,
            ),
            (
                "وهو أسوأ حادث منذ عام 1998، حين قتل ثمانية أشخاص في تصادم قبالة صفاقس.",
                true,
            ),
        ] {
            let article =
                parse(text.as_bytes(), "", &ReadOptions::default()).expect("text can be read");
            let (claims, _) = claim::find(&article, 'L');
            let side = Side { article, claims };
            let found = (0..side.claims.len()).any(|at| is_background(&side, at));
            assert_eq!(found, wanted, "{text} {:?}", side.claims);
        }
    }
}
