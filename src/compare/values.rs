//! Differing values of two linked claims: figures first, then dates, tolls that one says there are not, what one denies
//! or turns round, and the country; each side's words are kept for the report.

use super::background::is_background;
use super::country::countries;
use super::figures::{
    Change, Disagreement, Linked, figures, has_moved_on, shares_differ, tolls_differ,
};
use super::links::Candidate;
use super::no_toll::no_toll;
use super::polarity::polarity;
use super::time::times;
use super::{Difference, DifferenceKind, Finding, Mark, MarkKind, Side, Verdict};
use crate::language::pack;
use crate::meaning::Story;
use std::ops::Range;

/// A differing value, ready for a finding.
pub(super) struct Value {
    /// Conflict or development.
    pub verdict: Verdict,
    difference: Difference,
    marks: [Mark; 2],
}

/// What a left and a right claim, linked, differ in by value. `trust` says how sure it is, by what is not words, that
/// they tell the same, 0 to 1.
pub(super) fn differing(
    left: &Side,
    right: &Side,
    story: &Story,
    at: (usize, usize),
    trust: f32,
) -> Option<Value> {
    let linked = linked(left, right, story, at, trust);
    // The toll of an older event, told by the way, is no other toll of this one.
    let of_one_time = is_background(left, at.0) == is_background(right, at.1);
    let figure = of_one_time.then(|| figures(&linked)).flatten();
    let figure = figure.map(|mut found| {
        let risen =
            || has_moved_on(left, at.0, &found.left) || has_moved_on(right, at.1, &found.right);
        if found.change == Change::Conflict && risen() {
            found.change = Change::Development;
        }
        (DifferenceKind::Figure, found)
    });
    let time = || times(&linked).map(|found| (DifferenceKind::Date, found));
    let toll = || no_toll(&linked).map(|found| (DifferenceKind::Figure, found));
    let denied = || polarity(&linked).map(|found| (DifferenceKind::Polarity, found));
    let place = || countries(&linked, left, right).map(|found| (DifferenceKind::Name, found));
    let (kind, found) = figure
        .or_else(time)
        .or_else(toll)
        .or_else(denied)
        .or_else(place)?;
    Some(value(&linked, kind, found))
}

/// How sure it is that two tolls of one fate, in claims that are nearly linked, are of one event.
const TOLL_TRUST: f32 = 0.42;

/// Whether two claims that are hardly near enough to be linked are about one thing all the same, since they contradict
/// each other so plainly: two tolls of one fate, or, where one is the other's nearest, a toll that has moved on, two
/// shares, or a denial of what the other states.
pub(super) fn disputed(left: &Side, right: &Side, story: &Story, candidate: Candidate) -> bool {
    let Candidate {
        at,
        nearest,
        mutual,
    } = candidate;
    if is_background(left, at.0) || is_background(right, at.1) {
        return false;
    }
    let trusted = linked(left, right, story, at, TOLL_TRUST);
    let toll = tolls_differ(&trusted)
        .then(|| figures(&trusted))
        .flatten()
        .map(|found| found.change);
    toll == Some(Change::Conflict)
        || nearest && toll == Some(Change::Development)
        || mutual && shares_differ(&trusted)
        || no_toll(&trusted).is_some()
        || nearest && polarity(&linked(left, right, story, at, 0.0)).is_some()
}

fn linked<'a>(
    left: &'a Side,
    right: &'a Side,
    story: &'a Story,
    at: (usize, usize),
    trust: f32,
) -> Linked<'a> {
    Linked {
        story,
        at,
        claims: (&left.claims[at.0], &right.claims[at.1]),
        packs: (pack(&left.article.language), pack(&right.article.language)),
        trust,
    }
}

fn value(linked: &Linked, kind: DifferenceKind, found: Disagreement) -> Value {
    let (left, right) = linked.claims;
    let mark = |claim: usize, span: Range<usize>| Mark {
        claim,
        span,
        kind: MarkKind::Value,
    };
    Value {
        verdict: match found.change {
            Change::Conflict => Verdict::Conflict,
            Change::Development => Verdict::Development,
        },
        difference: Difference {
            kind,
            left: left.text[found.left.clone()].to_owned(),
            right: right.text[found.right.clone()].to_owned(),
        },
        marks: [
            mark(linked.at.0, found.left),
            mark(linked.at.1, found.right),
        ],
    }
}

impl Value {
    /// Whether it is figures or dates that differ.
    pub(super) fn is_measured(&self) -> bool {
        let kind = self.difference.kind;
        matches!(kind, DifferenceKind::Figure | DifferenceKind::Date)
    }

    /// Put it first among a finding's differences, and mark it in place of what stood there.
    pub(super) fn tell(self, finding: &mut Finding) {
        finding
            .differences
            .retain(|d| d.left != self.difference.left || d.right != self.difference.right);
        finding.differences.insert(0, self.difference);
        for (marks, own) in finding.marks.iter_mut().zip(self.marks) {
            marks.retain(|m| {
                m.claim != own.claim || m.span.end <= own.span.start || own.span.end <= m.span.start
            });
            marks.push(own);
            marks.sort_by_key(|m| (m.claim, m.span.start));
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::article::{ReadOptions, parse};
    use crate::claim::{self, Claim};
    use crate::language::words;

    /// One side whose whole text is one claim.
    fn side(language: &str, text: &str) -> Side {
        let options = ReadOptions {
            language: Some(language.to_owned()),
            ..ReadOptions::default()
        };
        let article = parse(text.as_bytes(), "", &options).expect("text can be read");
        let text = article.paragraphs[0].text.clone();
        let pack = pack(language);
        let found = words(&text, pack);
        let claim = Claim {
            id: "X1".to_owned(),
            paragraph: 0,
            span: 0..text.len(),
            attribution: 0..0,
            asides: Vec::new(),
            quoted: false,
            speaker: None,
            figures: claim::figures(&text, &found, pack),
            times: claim::times(&text, &found, pack),
            names: Vec::new(),
            text,
        };
        Side {
            article,
            claims: vec![claim],
        }
    }

    /// What differs by value in two texts of one claim each; `trust` as in [`differing`].
    pub fn asked(
        languages: (&str, &str),
        left: &str,
        right: &str,
        trust: f32,
    ) -> Option<(Verdict, String, String)> {
        let (left, right) = (side(languages.0, left), side(languages.1, right));
        let story = Story::new(
            (&left.article, &left.claims),
            (&right.article, &right.claims),
            None,
        );
        let value = differing(&left, &right, &story, (0, 0), trust)?;
        Some((value.verdict, value.difference.left, value.difference.right))
    }

    #[test]
    fn values_that_cannot_both_be_right() {
        for (language, left, right, values) in [
            (
                "en",
                "The fighting cost the lives of 16 members of the forces",
                "The fighting cost the lives of eighteen members of the forces",
                ("16", "eighteen"),
            ),
            (
                "en",
                "Crews counted eleven towers on the ground",
                "Seven towers came down, crews said",
                ("eleven", "Seven"),
            ),
            (
                "en",
                "Four people were hurt when the plane came down",
                "Five of the six people on board were hurt when the plane came down",
                ("Four", "Five"),
            ),
            (
                "en",
                "The batch reached the kingdom on 28 April",
                "The batch reached the kingdom on 26 April",
                ("28 April", "26 April"),
            ),
            (
                "en",
                "Police put participation in the strike at 92 per cent",
                "Participation in the strike was no more than 60 per cent, police said",
                ("92 per cent", "60 per cent"),
            ),
            (
                "ar",
                "مقتل 7 فلسطينيين وإصابة 250 في احتجاجات",
                "مقتل 7 وإصابة 351 في احتجاجات فلسطينية",
                ("250", "351"),
            ),
            (
                "ar",
                "بيشكيك عرضت ملء البحيرة على مدى أربع سنوات",
                "بيشكيك تقترح ملء البحيرة في خمسة أعوام",
                ("أربع سنوات", "خمسة أعوام"),
            ),
        ] {
            let expected = Some((Verdict::Conflict, values.0.to_owned(), values.1.to_owned()));
            assert_eq!(asked((language, language), left, right, 0.0), expected);
            let mirrored = Some((Verdict::Conflict, values.1.to_owned(), values.0.to_owned()));
            assert_eq!(asked((language, language), right, left, 0.0), mirrored);
        }
    }

    #[test]
    fn a_toll_that_moved_on_is_an_update() {
        for (left, right) in [
            (
                "Two people died when the ferry sank",
                "Ferry toll rises to three people dead",
            ),
            (
                "Four others are still missing after the wreck",
                "Three people are missing after the wreck",
            ),
            (
                "Arrests had reached 7,939 people by Monday",
                "Police said 9,900 people were arrested by 11 January",
            ),
        ] {
            let found = asked(("en", "en"), left, right, 0.0).map(|f| f.0);
            assert_eq!(found, Some(Verdict::Development), "{left} | {right}");
        }
    }

    #[test]
    fn a_toll_that_the_body_says_has_risen_is_an_update_in_the_headline() {
        let read = |text: &str| parse(text.as_bytes(), "", &ReadOptions::default()).expect("text");
        let left =
            read("Fire on a freighter in the port: one dead\n\nThe freighter burnt all night.");
        let right = read(
            "Two dead after fire on a freighter in the port\n\nThe toll has risen to two dead.",
        );
        let found = crate::compare(&left, &right, &crate::Options::default());
        let headline = found
            .findings
            .iter()
            .find(|f| f.left == [0] && f.right == [0]);
        assert_eq!(
            headline.map(|f| f.verdict),
            Some(Verdict::Development),
            "{:?}",
            found.findings
        );
    }

    #[test]
    fn values_that_can_both_be_right_are_silent() {
        for (languages, left, right) in [
            (
                ("en", "en"),
                "He put its strength at 2,030 soldiers",
                "He put its strength at some 2,000 soldiers",
            ),
            (
                ("en", "en"),
                "At least 10 people were killed in the blast",
                "The blast killed 12 people",
            ),
            (
                ("en", "en"),
                "Dozens of residents stood outside City Hall",
                "About 60 residents stood outside City Hall",
            ),
            (
                ("en", "en"),
                "It would cut its share of water by 33 per cent",
                "It would cut its share of water by a third",
            ),
            (
                ("en", "en"),
                "The gate took 14 ships and 60 workers",
                "The gate took 60 workers",
            ),
            (
                ("en", "en"),
                "The attack killed 5 people",
                "The attack injured 21 people",
            ),
            (
                ("en", "en"),
                "The report is due within two weeks",
                "The report is due in 14 days",
            ),
            (
                ("en", "en"),
                "The tower is 210 metres high",
                "The tower is 689 feet high",
            ),
            (
                ("en", "en"),
                "The line broke at 6.42pm on Tuesday",
                "The line broke at 6.42 on Tuesday",
            ),
            (
                ("en", "en"),
                "At the hospital one of the two generators failed to start",
                "Fourteen patients of the hospital were moved when a generator failed",
            ),
            (
                ("ar", "ar"),
                "انطلقت اليوم الثلاثاء المحادثات في المدينة",
                "انفضت أمس الأربعاء المحادثات في المدينة",
            ),
            (
                ("fr", "tr"),
                "Bingöl n'a pas oublié mai 2003 : un séisme de magnitude 6,4 y avait fait 176 morts",
                "Bingöl, 22 Mayıs 1971'de de 6,8 büyüklüğündeki depremle sarsılmış, 878 kişi yaşamını yitirmişti",
            ),
            (
                ("en", "en"),
                "In 2023 it was fined 1.2 million soles over the roof",
                "In 2023 it was fined £240,000 over the roof",
            ),
            (
                ("en", "en"),
                "It was the third attack on the town",
                "It was the fourth attack on the town",
            ),
            (("ar", "en"), "قتل ستة عشر جنديا", "16 soldiers were killed"),
            (("ar", "ar"), "في كانون الثاني من عام 2022", "في يناير 2022"),
            (("ar", "ar"), "وصلت اليوم الثلاثاء", "وصلت أمس الثلاثاء"),
        ] {
            assert_eq!(asked(languages, left, right, 0.0), None, "{left} | {right}");
        }
    }

    /// Pairs of headlines with the figure kept or changed; they are no part of the project.
    #[test]
    fn changed_figures_are_found_and_kept_ones_are_not() {
        let Ok(table) = std::fs::read_to_string("../shared/data/figures-ar.tsv") else {
            return;
        };
        let (mut found, mut conflicts, mut alarms, mut same) = (0, 0, 0, 0);
        let mut wrong = Vec::new();
        for row in table.lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let told = asked(("ar", "ar"), columns[1], columns[2], 1.0);
            let is_conflict = columns[0] == "conflict";
            let said = told.as_ref().is_some_and(|t| t.0 == Verdict::Conflict);
            *(if is_conflict {
                &mut conflicts
            } else {
                &mut same
            }) += 1;
            *(if is_conflict { &mut found } else { &mut alarms }) += usize::from(said);
            if said != is_conflict {
                wrong.push(format!("{row} {told:?}"));
            }
        }
        let report = wrong.join("\n");
        assert!(
            100 * found >= 95 * conflicts,
            "{found} of {conflicts} found\n{report}"
        );
        assert!(
            100 * alarms <= 2 * same,
            "{alarms} of {same} alarms\n{report}"
        );
    }
}
