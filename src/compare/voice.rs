//! Whether two linked claims are put in different mouths.

use crate::claim::{Claim, Speaker};
use crate::language::fold;
use crate::language::names::{SAME_NAME, name_similarity};

/// Whether both claims have a speaker and the two are not one. The outlet's own voice is no speaker, and neither is
/// one whom nobody can tell from another (`sources`). `names` are the spellings that the desk knows to be one name each.
pub(super) fn differs(left: &Claim, right: &Claim, names: &[Vec<String>]) -> bool {
    match (&left.speaker, &right.speaker) {
        (Some(a), Some(b)) => !is_one(a, b, names),
        _ => false,
    }
}

fn is_one(a: &Speaker, b: &Speaker, known: &[Vec<String>]) -> bool {
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
            .any(|y| x == y || name_similarity(x, y) >= SAME_NAME || are_known(x, y, known))
    })
}

/// Whether the desk says that two names are one; a title before a name does not hide it.
fn are_known(one: &str, other: &str, known: &[Vec<String>]) -> bool {
    let words = |name: &str| {
        fold(name)
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let holds = |name: &str, group: &Vec<String>| {
        let name = words(name);
        group
            .iter()
            .map(|spelling| words(spelling))
            .any(|spelling| {
                !spelling.is_empty() && name.windows(spelling.len()).any(|part| part == spelling)
            })
    };
    known
        .iter()
        .any(|group| holds(one, group) && holds(other, group))
}
