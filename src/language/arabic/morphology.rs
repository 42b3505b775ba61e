//! What the shape of a folded Arabic word shows: the article, a glued preposition, gender, an adjective of relation, a
//! verbal noun, an object in the accusative.
//!
//! Unvowelled words are ambiguous; where a shape alone does not tell, frequencies do: what is left without the letter in
//! question must be the commoner word (`بتوفير` holds `توفير`, `بوتين` holds nothing). It misses what frequencies do not
//! know, and takes a rare name with such a shape for a noun unless a table lists it.

use crate::language::Clitic::{self, Article, Comparative, Conjunction, Dative, Preposition};
use crate::language::frequency::zipf;
use crate::language::pack;

const TAG: &str = "ar";
/// The ending of several people that are no subject.
pub(crate) const OBLIQUE_PLURAL: &str = "يين";
/// The ending of several women or things.
pub(crate) const FEMININE_PLURAL: &str = "ات";
/// The ending of an indefinite object.
pub(crate) const ACCUSATIVE: char = 'ا';
/// What is left of a word without a clitic is at least this common (Zipf). Set by eye on the words behind verbs of speech
/// in 120 reports of five outlets, 2026-11-27.
const KNOWN: f32 = 3.0;
/// The same for a verbal noun or an object, whose shape names share.
const COMMON: f32 = 3.5;

/// A word without the definite article, which may stand behind the conjunction.
pub(crate) fn without_article(form: &str) -> Option<&str> {
    const SHORTEST: usize = 2;
    let with = |run: &[Clitic]| pack(TAG).after(run, form);
    let rest = with(&[Article]).or_else(|| with(&[Conjunction, Article]))?;
    (letters(rest) >= SHORTEST && rest != "له").then_some(rest)
}

pub(crate) fn is_definite(form: &str) -> bool {
    without_article(form).is_some()
}

/// `والدفاع`: the conjunction before an article.
pub(crate) fn is_joined_definite(form: &str) -> bool {
    pack(TAG)
        .after(&[Conjunction], form)
        .is_some_and(is_definite)
}

/// `للجنة`: the preposition and the article in one.
pub(crate) fn is_dative_definite(form: &str) -> bool {
    pack(TAG).after(&[Dative, Article], form).is_some()
}

/// A word without the preposition that is glued to it: `لشهود`, `بتوفير`, `للبيان` (which holds the article).
pub(crate) fn without_preposition(form: &str) -> Option<String> {
    const SHORTEST: usize = 3;
    let long = |rest: &&str| letters(rest) >= SHORTEST;
    if let Some(rest) = pack(TAG).after(&[Dative, Article], form).filter(long) {
        return Some(format!("ال{rest}"));
    }
    let rest = pack(TAG)
        .cut(form, &[Preposition, Dative, Comparative])
        .next()?;
    // `كلير` has a letter of its own more often than the preposition.
    let doubtful = pack(TAG).begins(form, &[Comparative]);
    let article = is_definite(rest) && letters(rest) > SHORTEST + 1;
    let known = letters(rest) >= SHORTEST && known(rest) >= KNOWN && known(rest) > known(form);
    (article || known && !doubtful).then(|| rest.to_owned())
}

/// `لمستشفى`, `للجنة`: the preposition that joins an office to where it is held.
pub(crate) fn is_dative(form: &str) -> bool {
    pack(TAG).begins(form, &[Dative]) && without_preposition(form).is_some()
}

/// What a noun is without the possessor cut off it, before whom the ending of a woman or a body changes: `مديرته` holds
/// `مديرة`.
pub(crate) fn unpossessed(bare: &str) -> impl Iterator<Item = String> {
    let woman = bare.strip_suffix('ت').map(|stem| format!("{stem}ه"));
    woman.into_iter().chain([bare.to_owned()])
}

/// The letter of a person before a verb in the present: `تغادر`, `يغادر`, `نغادر`.
pub(crate) fn is_present(form: &str) -> bool {
    letters(form) > 3 && form.starts_with(['ت', 'ي', 'ن'])
}

/// A verb without the object cut off it: `اعتبرت`, `ينفي`.
pub(crate) fn is_verbal(bare: &str) -> bool {
    letters(bare) >= 4 && (bare.ends_with('ت') || bare.starts_with(['ي', 'ت']))
}

/// `استهدفها`: it ends with an object that no noun ends with in the singular.
pub(crate) fn ends_with_object(form: &str) -> bool {
    form.ends_with("ها") || form.ends_with("هم")
}

/// What is left of a word without one of the endings of the dual, the plural, the feminine, or a pronoun.
pub(crate) fn without_ending(form: &str, shortest: usize) -> &str {
    // The longest first.
    const ENDINGS: [&str; 21] = [
        "هما", "كما", "تين", "تان", "اته", "ات", "ون", "ين", "ان", "ها", "هم", "هن", "كم", "نا",
        "وا", "يه", "ته", "تي", "ه", "ي", "ا",
    ];
    let bare = ENDINGS.iter().find_map(|e| {
        form.strip_suffix(e)
            .filter(|rest| letters(rest) >= shortest)
    });
    bare.unwrap_or(form)
}

/// Whether a word is a listed one with an ending of gender, number, case or a possessor.
pub(crate) fn is_form_of(form: &str, listed: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "", "ا", "ه", "ي", "يه", "يا", "ين", "ون", "ان", "ات", "تين", "ها", "هم", "تها",
    ];
    const FEMININE: [&str; 7] = ["ه", "ات", "تين", "تان", "تها", "تهم", "ته"];
    let (base, endings) = match listed.strip_suffix('ه') {
        Some(base) => (base, FEMININE.as_slice()),
        None => (listed, ENDINGS.as_slice()),
    };
    form.strip_prefix(base)
        .is_some_and(|ending| endings.contains(&ending))
}

/// Whether two spellings of a name without its article differ in no more than an ending of adjectives and plurals.
pub(crate) fn is_inflected(one: &str, other: &str) -> bool {
    const ENDINGS: [&str; 10] = ["ي", "يه", "يين", "يون", "يا", "ا", "ان", "ين", "ات", "ه"];
    let ends = |longer: &str, shorter: &str| {
        let rest = longer.strip_prefix(shorter);
        rest.is_some_and(|rest| ENDINGS.contains(&crate::language::fold(rest).as_str()))
    };
    one == other || ends(one, other) || ends(other, one)
}

/// The endings of an adjective, which nouns have as well.
pub(crate) fn may_be_adjective(form: &str) -> bool {
    ["يه", "ي", "يين", "يا", "ه"]
        .iter()
        .any(|e| form.ends_with(e))
}

/// A written word that ends with a possessor: `مديرته`, `مكتبها`.
pub(crate) fn is_possessed(written: &str) -> bool {
    let ends = written.ends_with('ه') && !written.ends_with("لله") || written.ends_with("ها");
    ends && letters(written) >= 4
}

/// A written name without the preposition glued to its first word.
pub(crate) fn bare_name(name: &str) -> String {
    let bare = |run: &[Clitic]| pack(TAG).after(run, name);
    bare(&[Dative, Article]).map_or_else(
        || bare(&[Dative]).unwrap_or(name).to_owned(),
        |rest| format!("ال{rest}"),
    )
}

/// Another word with the conjunction glued to it: `وبكين`, not `وزارة`.
pub(crate) fn is_conjoined(form: &str) -> bool {
    let rest = pack(TAG).after(&[Conjunction], form);
    rest.is_some_and(|rest| is_definite(rest) || known(rest) >= KNOWN && known(rest) > known(form))
}

/// `الوزارة`, `سلطات`.
pub(crate) fn is_feminine(form: &str) -> bool {
    form.ends_with('ه') || form.ends_with("ات")
}

/// An adjective of relation: `التونسية`, `أمني`, `الكنديين`.
pub(crate) fn is_relational(form: &str) -> bool {
    const SHORTEST: usize = 4;
    let bare = without_article(form).unwrap_or(form);
    let ending = ["ي", "يه", "يين", "يون", "يات"];
    letters(bare) >= SHORTEST && ending.iter().any(|e| bare.ends_with(e))
}

/// The shape of a participle, which may be an adjective: `المسلحة`, `مطلع`; not of a verbal noun (`المصالحة`).
pub(crate) fn is_participle(form: &str) -> bool {
    let bare = without_article(form).unwrap_or(form);
    bare.starts_with('م') && letters(bare) >= 4 && !is_shaped(bare, "م.ا..ه")
}

/// An object in the accusative: `وقفا`, `قرارا`.
pub(crate) fn is_accusative(form: &str) -> bool {
    let stem = form.strip_suffix(ACCUSATIVE).filter(|s| letters(s) >= 3);
    stem.is_some_and(|stem| known(stem) >= COMMON && known(stem) > known(form))
}

/// `المواطنين`: several people or things that are no subject, for a subject's plural ends otherwise.
pub(crate) fn is_oblique_plural(form: &str) -> bool {
    const SHORTEST: usize = 6;
    without_article(form).is_some_and(|bare| bare.ends_with("ين") && letters(bare) >= SHORTEST)
}

/// The shape of a verbal noun that is in common use: `استعادة`, `تشكيل`, `المصالحة`.
pub(crate) fn is_verbal_noun(form: &str) -> bool {
    const SHAPES: [&str; 8] = [
        "ت..ي.",
        "ا..ا.",
        "ا.ت.ا.",
        "ان..ا.",
        "است..ا.",
        "است.ا.ه",
        "م.ا..ه",
        "ا.ا.ه",
    ];
    let bare = without_article(form).unwrap_or(form);
    SHAPES.iter().any(|shape| is_shaped(bare, shape)) && known(form) >= COMMON
}

/// Whether a verb's subject is a woman or a body: `قالت`, `تؤكد`. `is_verb` tells which forms are verbs, for `تابع` has
/// the letters of `تؤكد`.
pub(crate) fn is_feminine_verb(form: &str, is_verb: impl Fn(&str) -> bool) -> bool {
    let present = form.strip_prefix('ت').map(|rest| format!("ي{rest}"));
    form.ends_with('ت') || present.is_some_and(|masculine| is_verb(&masculine))
}

fn is_shaped(form: &str, shape: &str) -> bool {
    letters(form) == letters(shape)
        && form
            .chars()
            .zip(shape.chars())
            .all(|(c, s)| s == '.' || c == s)
}

fn letters(form: &str) -> usize {
    form.chars().count()
}

fn known(form: &str) -> f32 {
    zipf(TAG, form).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_tell_words_apart() {
        for (asks, yes, no) in [
            (
                is_definite as fn(&str) -> bool,
                "الوزاره والدفاع",
                "وزاره الله",
            ),
            (is_conjoined, "وبكين والوزير", "وزاره وكاله"),
            (is_relational, "التونسيه امني", "الزراعه الحادثه"),
            (is_participle, "المسلحه مطلعه", "المصالحه الاعلي"),
            (is_accusative, "وقفا قرارا", "روسيا ليبيا"),
            (is_oblique_plural, "المواطنين الصحافيين", "الصين فلسطين"),
            (is_verbal_noun, "استعاده تشكيل المصالحه", "ترامب سمير"),
            (
                |w| without_preposition(w).is_some(),
                "لشهود بتوفير للبيان بالرد",
                "بوتين لافروف بلدان",
            ),
            (
                |w| is_feminine_verb(w, |v| v == "يقول"),
                "قالت تقول",
                "تابع قال",
            ),
        ] {
            for word in yes.split(' ') {
                assert!(asks(word), "{word}");
            }
            for word in no.split(' ') {
                assert!(!asks(word), "{word}");
            }
        }
    }
}
