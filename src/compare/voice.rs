//! Whether two linked claims are put in different mouths.

use crate::claim::{Claim, Speaker};
use crate::language::names::{SAME_NAME, name_similarity};

/// Whether both claims have a speaker and the two are not one. The outlet's own voice is no speaker, and neither is
/// one whom nobody can tell from another (`sources`).
pub(super) fn differs(left: &Claim, right: &Claim) -> bool {
    match (&left.speaker, &right.speaker) {
        (Some(a), Some(b)) => !is_one(a, b),
        _ => false,
    }
}

fn is_one(a: &Speaker, b: &Speaker) -> bool {
    if a.vague && b.vague {
        return true;
    }
    let names = |s: &Speaker| {
        std::iter::once(s.name.clone())
            .chain(s.via.iter().cloned())
            .collect::<Vec<_>>()
    };
    names(a).iter().any(|x| {
        names(b)
            .iter()
            .any(|y| x == y || name_similarity(x, y) >= SAME_NAME)
    })
}
