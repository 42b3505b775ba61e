//! Terms in quotation marks that label something: short, no speech and no name.
//!
//! What is said is mostly longer, stands behind a verb of speech or a colon, or ends with a stop inside the marks; a
//! work's or ship's title is capitalised or stands behind a head, and a newspaper is told things (`قال لـ«المدار»`). A one-word answer in the middle of a sentence is
//! taken for a label.

use super::passage::Passage;
use crate::language::arabic::morphology::ends_with_object;
use crate::language::frequency::{zipf, zipf_unglued};
use crate::language::{Class, Clitic, Labels, Property, Role, WordKind, definite_head, head};
use std::ops::Range;

/// The longest label in words.
const LONGEST: usize = 5;

/// A word commoner than this begins no label.
const COMMON: f32 = 5.8;
/// A word commoner than this is no label alone, unless it judges.
const TELLING: f32 = 4.0;

/// The byte ranges of a passage's quoted terms, given its names.
pub(super) fn quoted(
    passage: &Passage,
    names: &[Range<usize>],
    labels: &Labels,
) -> Vec<Range<usize>> {
    let terms = passage.quotations.iter().filter_map(|quotation| {
        let words = passage.words_within(&quotation.inner);
        let short = !words.is_empty() && words.len() <= LONGEST;
        let label = short
            && !is_speech(passage, &quotation.inner, &words)
            && (words.len() > 1 || tells(passage, words.start, labels));
        let bytes = passage.bytes(words.clone());
        (label && !is_name(passage, &words, &bytes, names)).then_some(bytes)
    });
    terms.collect()
}

/// Whether one word alone may be a label: it judges, or is rare.
fn tells(passage: &Passage, word: usize, labels: &Labels) -> bool {
    let rare = zipf_unglued(passage.pack, &passage.words[word].form);
    labels.sense(&passage.words, word).is_some() || rare.is_some_and(|z| z < TELLING)
}

fn is_speech(passage: &Passage, inner: &Range<usize>, words: &Range<usize>) -> bool {
    let text = passage.text[inner.clone()].trim_end();
    let before = words.start.checked_sub(1);
    let first = &passage.words[words.start].form;
    text.ends_with([',', '.', '!', '?', '،', '؟', '…'])
        || passage.gap(words.start).contains(':')
        || before.is_some_and(|w| {
            // `called “a disgrace”` gives a label.
            let speech = passage.speech_at(w);
            speech.is_some_and(|speech| speech.role != Role::Quotes)
        })
        || !passage.pack.has(Class::Privative, first)
            && zipf(passage.pack.tag, first).is_some_and(|z| z >= COMMON)
        || words.clone().any(|w| is_clausal(passage, w))
        || passage.pack.is(Property::VerbFirst) && acts_on(passage, words)
}

/// An Arabic verb with its object before its subject: `استهدفها الإرهاب`.
fn acts_on(passage: &Passage, words: &Range<usize>) -> bool {
    let form = passage.words[words.start].form.as_str();
    let subject = passage.words[words.clone()].get(1);
    ends_with_object(form)
        && subject.is_some_and(|s| passage.pack.begins(&s.form, &[Clitic::Article]))
}

/// Words that a clause has and a label has not.
fn is_clausal(passage: &Passage, word: usize) -> bool {
    let (form, pack) = (&passage.words[word].form, passage.pack);
    passage.is_complement(word)
        || pack.has(Class::Negation, form) && !pack.has(Class::Privative, form)
        || pack.has(Class::Pronoun, form)
        || pack.has(Class::Relative, form)
        || pack.has(Class::FiniteVerb, form)
}

fn is_name(
    passage: &Passage,
    words: &Range<usize>,
    bytes: &Range<usize>,
    names: &[Range<usize>],
) -> bool {
    let covered: usize = names
        .iter()
        .map(|n| {
            n.end
                .min(bytes.end)
                .saturating_sub(n.start.max(bytes.start))
        })
        .sum();
    let before = words
        .start
        .checked_sub(1)
        .map(|w| passage.words[w].form.as_str());
    let headed = |form: &str| {
        head(passage.pack, form)
            .or_else(|| definite_head(passage.pack, form))
            .is_some()
    };
    let apart = before.is_some_and(|form| passage.pack.is_apart(form, &[Clitic::Dative]));
    let addressed = apart
        && passage
            .pack
            .begins(&passage.words[words.start].form, &[Clitic::Article]);
    let written = |w: usize| passage.is_capitalised(w) && !passage.headline;
    2 * covered > bytes.len()
        || before.is_some_and(headed)
        || addressed
        || words.clone().all(written)
        || words
            .clone()
            .all(|w| passage.words[w].kind == WordKind::Number)
}

#[cfg(test)]
mod tests {
    use crate::article::{ReadOptions, parse};
    use crate::claim::quoted_terms;

    #[test]
    fn labels_are_told_from_speech_and_names() {
        for (text, wanted) in [
            (
                "قال الوزير إن البلاد تعرضت لـ”إرهاب دولي” في الشهر الماضي من هذا العام.",
                vec!["إرهاب دولي"],
            ),
            (
                "غرقت العبارة «نور البحر» قرب الجزيرة مساء أمس وعلى متنها عشرات الركاب.",
                vec![],
            ),
            (
                "قال: «لا نعلم شيئا» ثم غادر القاعة مع الوفد المرافق له دون تعليق.",
                vec![],
            ),
            (
                "Officials called it a “terrorist threat” on Monday in the capital of the country.",
                vec!["terrorist threat"],
            ),
            (
                "“We won,” the coach of the team said on Monday after the match in the town.",
                vec![],
            ),
        ] {
            let article =
                parse(text.as_bytes(), "test", &ReadOptions::default()).expect("plain text");
            let found: Vec<&str> = quoted_terms(&article)
                .into_iter()
                .map(|t| &article.paragraphs[t.paragraph].text[t.span])
                .collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
