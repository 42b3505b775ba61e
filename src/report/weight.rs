//! Which claims weigh most, for reasons that anyone can check: a figure (3), a named speaker (1), a name (1), a place in
//! the first third of the report (1), a beginning where a sentence or a quotation begins (1). A stub or a bare introduction (`The minister said on Monday that`) never does, nor
//! does a headline, which is shown anyway.

use crate::article::Kind;
use crate::claim::Claim;
use crate::model::Side;

/// Fewer words than this are a stub.
const WORDS: usize = 4;

/// The claims of these that weigh most, the weightiest first, equals in reading order.
pub(super) fn weightiest(side: &Side, claims: impl Iterator<Item = usize>) -> Vec<usize> {
    let weighed = claims.filter_map(|claim| Some((weight(side, claim)?, claim)));
    let mut weighed: Vec<(usize, usize)> = weighed.collect();
    weighed.sort_by_key(|&(weight, claim)| (std::cmp::Reverse(weight), claim));
    weighed.into_iter().map(|(_, claim)| claim).collect()
}

fn weight(side: &Side, at: usize) -> Option<usize> {
    let claim = &side.claims[at];
    let kind = side.article.paragraphs[claim.paragraph].kind;
    if kind != Kind::Body || is_stub(claim) || introduces(claim, side.claims.get(at + 1)) {
        return None;
    }
    let paragraphs = side.article.paragraphs.iter().enumerate();
    let bodies = paragraphs.filter(|(_, paragraph)| paragraph.kind == Kind::Body);
    let (before, all) = bodies.fold((0, 0), |(before, all), (n, _)| {
        (before + usize::from(n < claim.paragraph), all + 1)
    });
    let figure = claim
        .figures
        .iter()
        .any(|f| !f.ordinal && f.unit.as_deref() != Some("age"));
    let named = claim.speaker.as_ref().is_some_and(|speaker| !speaker.vague);
    let reasons = [
        named,
        !claim.names.is_empty(),
        before * 3 < all,
        begins(side, claim),
    ];
    Some(3 * usize::from(figure) + reasons.into_iter().filter(|&reason| reason).count())
}

/// Whether it begins a sentence, or what somebody said: no clause that hangs on the one before it.
fn begins(side: &Side, claim: &Claim) -> bool {
    let paragraph = &side.article.paragraphs[claim.paragraph].text;
    let before = paragraph[..claim.span.start].trim_end();
    let quoted = claim.text.starts_with(['"', '“', '”', '«', '„']);
    let told = !claim.attribution.is_empty() && claim.attribution.end <= claim.span.start;
    quoted || told || before.is_empty() || before.ends_with(['.', '!', '?', '؟', ':', '…'])
}

fn is_stub(claim: &Claim) -> bool {
    let words = claim.text.split_whitespace();
    let words = words.filter(|word| word.contains(char::is_alphanumeric));
    words.count() < WORDS
}

/// Whether a claim only says who speaks in the next one: it names the verb, has no end of its own, and the next claim goes
/// on with the same speaker.
fn introduces(claim: &Claim, next: Option<&Claim>) -> bool {
    let open = !claim.text.ends_with(|c: char| !c.is_alphanumeric()) || claim.text.ends_with(':');
    let says = claim
        .speaker
        .as_ref()
        .is_some_and(|speaker| speaker.in_text);
    let same = |next: &Claim| {
        let name = |claim: &Claim| claim.speaker.as_ref().map(|speaker| speaker.name.clone());
        next.paragraph == claim.paragraph && name(next) == name(claim)
    };
    open && says && next.is_some_and(same)
}
