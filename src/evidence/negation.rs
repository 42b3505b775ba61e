//! What a claim says of its words: which it denies, at which pole of a concept it stands, whether it is still to come.
//!
//! Shared by the rules on polarity, casualties and modality. A negation covers the few weighty words behind it, up to
//! the next sign; a verb of denial covers all that is said. What it gets wrong: double negation, irony, and
//! conditions (`would not, unless …`).

use crate::claim::{Claim, Stance};
use crate::language::{Class, Pack, Speech, fold};
use crate::meaning::Token;

/// How many words behind a negation it covers.
const COVERED: usize = 4;

/// For each word of a claim, whether it is denied.
pub(super) fn denied(claim: &Claim, tokens: &[Token], pack: &Pack) -> Vec<bool> {
    let mut found = rejected(claim, tokens, pack);
    for (at, token) in tokens.iter().enumerate() {
        let form = fold(&claim.text[token.span.clone()]);
        let next = tokens
            .get(at + 1)
            .map(|t| fold(&claim.text[t.span.clone()]));
        if !pack.negates(&form) || next.is_some_and(|next| is_idle(&next, pack)) {
            continue;
        }
        let mut left = COVERED;
        for next in at + 1..tokens.len() {
            // Parts of one date share their words: there is no gap between them.
            let gap = tokens[next - 1].span.end..tokens[next].span.start;
            let gap = claim.text.get(gap).unwrap_or_default();
            if left == 0 || is_parted(gap) {
                break;
            }
            found[next] = !found[next];
            left -= 1;
        }
    }
    found
}

/// Whether a sign between two words parts what they say.
pub(super) fn is_parted(gap: &str) -> bool {
    gap.contains([',', '،', ';', '؛', ':', '.'])
}

/// For each word of a claim, whether a verb of denial (`نفى`, `denied`) covers it.
pub(super) fn rejected(claim: &Claim, tokens: &[Token], pack: &Pack) -> Vec<bool> {
    let verb = tokens
        .iter()
        .position(|t| is_denial(&fold(&claim.text[t.span.clone()]), pack));
    let whole = says_no(claim);
    (0..tokens.len())
        .map(|at| whole || verb.is_some_and(|v| at > v))
        .collect()
}

/// Whether the claim's own attribution is a verb of denial that was taken off before it.
fn says_no(claim: &Claim) -> bool {
    let mut speaker = claim.speaker.iter();
    !claim.attribution.is_empty() && speaker.any(|s| s.stance == Stance::Denies)
}

fn is_denial(form: &str, pack: &Pack) -> bool {
    let bare = pack.without_conjunction(form);
    [Some(form), bare].into_iter().flatten().any(|f| {
        pack.has(Class::Denial, f)
            || pack.speech.get(f).is_some_and(|list| {
                let alone = |s: &Speech| s.words.len() == 1 && s.closing.is_empty();
                list.iter().any(|s| alone(s) && s.stance == Stance::Denies)
            })
    })
}

/// Whether a negation before this word denies nothing: `لا يزال` (still), `not only`, `no more than`.
pub(super) fn is_idle(next: &str, pack: &Pack) -> bool {
    pack.contrast.is_idle(next)
}

/// Whether the claim tells of what is still to come.
pub(super) fn is_planned(claim: &Claim, tokens: &[Token], pack: &Pack) -> bool {
    let forms: Vec<String> = tokens
        .iter()
        .map(|t| fold(&claim.text[t.span.clone()]))
        .collect();
    (0..forms.len()).any(|at| pack.plans_at(&forms[at..]))
}

/// The concepts that a claim names, each with its pole and the word.
pub(super) fn poles(
    tokens: &[Token],
    stem: impl Fn(&Token) -> String,
    pack: &Pack,
) -> Vec<(&'static str, bool, usize)> {
    let stems: Vec<String> = tokens.iter().map(stem).collect();
    let weighs = |at: &usize| tokens[*at].weight > 0.0;
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(weighs) {
        let told = pack.contrast.poles(&stems[at..]);
        found.extend(told.iter().map(|&(concept, pole)| (concept, pole, at)));
    }
    found
}
