//! A text that is a claim already.

use super::attribution::attributions;
use super::clause::{Clause, clauses};
use super::name::{self, Cast};
use super::speaker::Speakers;
use super::{Claim, claim, passages, within};
use crate::article::Article;

/// All that the first paragraph of the report says as one claim, however many clauses it has; its speaker is the
/// first one. `None` where it has no words. `letter` begins the claim's id.
#[must_use]
pub fn whole(article: &Article, letter: char) -> Option<Claim> {
    let passages = passages(article);
    let (index, passage) = passages.first().filter(|(_, p)| !p.words.is_empty())?;
    let mut speakers = Speakers::of_article([passage].into_iter());
    let mut found = Vec::new();
    let mut speaker = None;
    for sentence in passage.sentences() {
        let attributions = attributions(passage, &sentence, |name| {
            speakers.speaks(name, passage.pack)
        });
        let clauses = clauses(passage, &sentence, &attributions);
        let said_by = speakers.of(passage, &sentence, &clauses, &attributions);
        speaker = speaker.or_else(|| said_by.into_iter().flatten().next());
        found.extend(attributions);
    }
    let all = Clause {
        words: 0..passage.words.len(),
        attribution: 0..0,
    };
    let claim = claim(passage, *index, &all, &found, format!("{letter}1"));
    let names = name::names(passage, &Cast::of([passage].into_iter()));
    Some(Claim {
        speaker,
        names: within(&names, &claim.span, passage.text),
        ..claim
    })
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::article::single;

    #[test]
    fn a_statement_of_many_clauses_is_one_claim() {
        let text = "The minister said on Monday that 16 people had died. He added that the port was closed.";
        let claim = whole(&single(text, Some("en")), 'L').expect("words");
        assert_eq!(claim.text, text);
        assert_eq!(
            claim.speaker.map(|s| s.name).as_deref(),
            Some("The minister")
        );
        assert_eq!(claim.figures.len(), 1);
        assert!(!claim.asides.is_empty());
        assert_eq!(whole(&single("— !", None), 'L'), None);
    }
}
