//! Terms in quotation marks that label something: short, no speech and no name.
//!
//! What is said is mostly longer, stands behind a verb of speech or a colon, or ends with a stop inside the marks; a
//! work's or ship's title is capitalised or stands behind a head. A one-word answer in the middle of a sentence is
//! taken for a label.

use super::passage::Passage;
use crate::language::{WordKind, definite_head, head};
use std::ops::Range;

/// The longest label in words.
const LONGEST: usize = 5;

/// The byte ranges of a passage's quoted terms, given its names.
pub(super) fn quoted(passage: &Passage, names: &[Range<usize>]) -> Vec<Range<usize>> {
    let terms = passage.quotations.iter().filter_map(|quotation| {
        let words = passage.words_within(&quotation.inner);
        let short = !words.is_empty() && words.len() <= LONGEST;
        let label = short && !is_speech(passage, &quotation.inner, &words);
        let bytes = passage.bytes(words.clone());
        (label && !is_name(passage, &words, &bytes, names)).then_some(bytes)
    });
    terms.collect()
}

fn is_speech(passage: &Passage, inner: &Range<usize>, words: &Range<usize>) -> bool {
    let text = passage.text[inner.clone()].trim_end();
    let before = words.start.checked_sub(1);
    let first = &passage.words[words.start].form;
    text.ends_with([',', '.', '!', '?', '،', '؟', '…'])
        || passage.gap(words.start).contains(':')
        || before.is_some_and(|w| passage.speech_at(w).is_some())
        || passage.pack.negations.contains(first)
        || passage.pack.pronouns.contains(first)
        || words.clone().any(|w| passage.is_complement(w))
}

fn is_name(
    passage: &Passage,
    words: &Range<usize>,
    bytes: &Range<usize>,
    names: &[Range<usize>],
) -> bool {
    let named: usize = names
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
    let written = |w: usize| passage.is_capitalised(w) && !passage.headline;
    2 * named > bytes.len()
        || before.is_some_and(headed)
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
