//! What a claim says of its words: which it denies, at which pole of a concept it stands, whether it is still to come.
//!
//! Shared by the rules on polarity, casualties and modality. A negation covers the few weighty words behind it, up to
//! the next sign; a verb of denial covers all that is said. What it gets wrong: double negation, irony, and
//! conditions (`would not, unless …`).

use crate::claim::{Claim, Stance};
use crate::language::{Class, Pack, fold};
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

/// For each word of a claim, whether it is content that its speaker denies. A verb of denial counts only as an attribution
/// cue: whoever is denied service, or denies a request, contradicts nobody.
pub(super) fn rejected(claim: &Claim, tokens: &[Token], pack: &Pack) -> Vec<bool> {
    let speaker = claim.speaker.as_ref();
    let denier = speaker.filter(|s| s.stance == Stance::Denies && s.sure);
    let whole = denier.is_some_and(|s| !s.in_text);
    let cue = denier.and_then(|s| fold(&s.verb).split_whitespace().next().map(str::to_owned));
    let is_cue = |token: &Token| {
        let form = fold(&claim.text[token.span.clone()]);
        let bare = pack.without_conjunction(&form);
        let mut forms = [Some(form.as_str()), bare].into_iter().flatten();
        forms.any(|f| pack.has(Class::Denial, f) || cue.as_deref() == Some(f))
    };
    let from = tokens.iter().position(is_cue);
    // Who denies is no part of what is denied.
    let name = denier.map_or_else(String::new, |s| fold(&s.name));
    let names = |token: &Token| {
        let form = fold(&claim.text[token.span.clone()]);
        name.split_whitespace().any(|word| word == form)
    };
    (0..tokens.len())
        .map(|at| whole || from.is_some_and(|cue| at > cue && !names(&tokens[at])))
        .collect()
}

/// Whether a claim has a verb of denial in it, whoever denies what: it states nothing that another denial contradicts.
pub(super) fn tells_of_a_denial(claim: &Claim, pack: &Pack) -> bool {
    let denies = |form: &str| {
        let cues = pack.speech.get(form).into_iter().flatten();
        let mut alone = cues.filter(|cue| cue.words.len() == 1 && cue.closing.is_empty());
        pack.has(Class::Denial, form) || alone.any(|cue| cue.stance == Stance::Denies)
    };
    let mut words = claim.words.iter();
    words.any(|word| {
        let bare = pack.without_conjunction(&word.form);
        denies(&word.form) || bare.is_some_and(denies)
    })
}

/// Whether a negation before this word denies nothing: `لا يزال` (still), `not only`, `no more than`.
pub(super) fn is_idle(next: &str, pack: &Pack) -> bool {
    pack.contrast.is_idle(next)
}

/// Where a claim says that something is still to come: the words that begin with such a sign.
pub(super) fn plans(claim: &Claim, tokens: &[Token], pack: &Pack) -> Vec<usize> {
    let forms: Vec<String> = tokens
        .iter()
        .map(|t| fold(&claim.text[t.span.clone()]))
        .collect();
    (0..forms.len())
        .filter(|&at| pack.plans_at(&forms[at..]))
        .collect()
}

/// A concept, at which pole of it a word stands, and the word.
pub(super) type Pole = (&'static str, bool, usize);

/// The concepts that a claim names.
pub(super) fn poles(tokens: &[Token], stem: impl Fn(&Token) -> String, pack: &Pack) -> Vec<Pole> {
    let stems: Vec<String> = tokens.iter().map(stem).collect();
    let weighs = |at: &usize| tokens[*at].weight > 0.0;
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(weighs) {
        let told = pack.contrast.poles(&stems[at..]);
        found.extend(told.iter().map(|&(concept, pole)| (concept, pole, at)));
    }
    found
}
