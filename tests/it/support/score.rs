//! How well a comparison agrees with the one that people made of the same story: the measures of `docs/quality.md`.
//!
//! They read the JSON report, as any other program would. A claim of the tool and one of the gold annotation are held
//! to be one where they share at least half of the shorter one's characters.

use super::spans::{Place, alike, fold, overlap, place};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The two sides, as both files name them.
const SIDES: [&str; 2] = ["left", "right"];
/// Verdicts that say that content is shared.
const SHARED: [&str; 7] = [
    "same",
    "reworded",
    "left_adds",
    "right_adds",
    "overlap",
    "development",
    "source_differs",
];

/// The measures in the order of the table.
pub const MEASURES: [&str; 12] = [
    "paragraph F1",
    "verdict macro-F1",
    "link F1",
    "link P",
    "link R",
    "conflict P",
    "conflict R",
    "speaker",
    "framing R",
    "names R",
    "boilerplate F1",
    "uncovered",
];

/// Counts of one story; they add up to those of many.
#[derive(Debug, Clone, Default)]
pub struct Counts(BTreeMap<String, usize>);

impl Counts {
    fn add(&mut self, key: &str, count: usize) {
        *self.0.entry(key.to_owned()).or_default() += count;
    }

    fn get(&self, key: &str) -> usize {
        self.0.get(key).copied().unwrap_or(0)
    }

    /// Add the counts of another story.
    pub fn extend(&mut self, other: &Counts) {
        for (key, count) in &other.0 {
            self.add(key, *count);
        }
    }

    /// Claims of the tool that do not stand in the text as they are given.
    pub fn not_verbatim(&self) -> usize {
        self.get("claims not verbatim")
    }

    /// The value of each of [`MEASURES`]; `None` where there was nothing to measure.
    pub fn row(&self) -> [Option<f64>; 12] {
        let groups = ["shared", "conflict", "only"].map(|group| self.f1(group));
        let known: Vec<f64> = groups.into_iter().flatten().collect();
        let macro_f1 = (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64);
        let (precision, recall) = (
            self.ratio("link tp", "link said"),
            self.ratio("partnered", "linked"),
        );
        [
            self.f1("paragraph"),
            macro_f1,
            harmonic(precision, recall),
            precision,
            recall,
            self.ratio("conflict right", "conflict said"),
            self.ratio("conflict hit", "conflict gold"),
            self.ratio("speaker hit", "speaker gold"),
            self.ratio("framing hit", "framing gold"),
            self.ratio("names hit", "names gold"),
            self.f1("boilerplate"),
            self.ratio("chars none", "chars"),
        ]
    }

    fn ratio(&self, part: &str, whole: &str) -> Option<f64> {
        let whole = self.get(whole);
        (whole > 0).then(|| self.get(part) as f64 / whole as f64)
    }

    fn f1(&self, what: &str) -> Option<f64> {
        let [tp, fp, fn_] = ["tp", "fp", "fn"].map(|kind| self.get(&format!("{kind} {what}")));
        (tp + fp + fn_ > 0).then(|| 2.0 * tp as f64 / (2 * tp + fp + fn_) as f64)
    }

    /// True positives, false positives and false negatives of a set.
    fn sets<T: Ord>(&mut self, what: &str, said: &BTreeSet<T>, truth: &BTreeSet<T>) {
        self.add(&format!("tp {what}"), said.intersection(truth).count());
        self.add(&format!("fp {what}"), said.difference(truth).count());
        self.add(&format!("fn {what}"), truth.difference(said).count());
    }
}

fn harmonic(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    let (x, y) = (a.unwrap_or(0.0), b.unwrap_or(0.0));
    (a.is_some() || b.is_some()).then(|| {
        if x + y > 0.0 {
            2.0 * x * y / (x + y)
        } else {
            0.0
        }
    })
}

/// A report beside the gold annotation of the same two texts.
pub struct Scored<'a> {
    /// `gold.json`.
    pub gold: &'a Value,
    /// The JSON report.
    pub report: &'a Value,
    /// The lines of `left.txt` and of `right.txt`.
    pub lines: [Vec<&'a str>; 2],
}

impl<'a> Scored<'a> {
    /// All counts of this story.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        let sides = [0, 1].map(|side| self.side(side));
        self.paragraphs(&mut counts);
        for (side, claims) in sides.iter().enumerate() {
            counts.add("claims not verbatim", claims.not_verbatim);
            self.verdicts(side, claims, &mut counts);
            speakers(claims, &mut counts);
            self.boilerplate(side, &mut counts);
        }
        self.links(&sides, &mut counts);
        self.framing(&mut counts);
        self.names(&mut counts);
        counts
    }

    fn side(&self, side: usize) -> Claims<'a> {
        let mut claims = Claims::default();
        for claim in list(&self.gold["claims"][SIDES[side]]) {
            let line = number(&claim["line"]);
            let at = place(self.lines[side][line - 1], string(&claim["text"]));
            let at = at.expect("a gold claim stands in its line");
            claims.gold.push((claim, Place { line, at }));
        }
        for claim in list(&self.report[SIDES[side]]["claims"]) {
            let line = self.line(side, &claim["paragraph"]);
            match place(self.lines[side][line - 1], string(&claim["text"])) {
                Some(at) => claims.found.push((claim, Place { line, at })),
                None => claims.not_verbatim += 1,
            }
        }
        claims
    }

    /// The line of one of the report's paragraphs.
    fn line(&self, side: usize, index: &Value) -> usize {
        number(&self.report[SIDES[side]]["paragraphs"][number(index)]["line"])
    }

    fn paragraphs(&self, counts: &mut Counts) {
        let mut said = BTreeSet::new();
        for row in list(&self.report["alignment"]) {
            for left in list(&row["left"]) {
                let right = list(&row["right"]).iter();
                said.extend(right.map(|right| (self.line(0, left), self.line(1, right))));
            }
        }
        let graded = list(&self.gold["paragraphs"]).iter();
        let graded: BTreeMap<(usize, usize), usize> = graded
            .map(|p| ((number(&p[0]), number(&p[1])), number(&p[2])))
            .collect();
        // Pairs that only touch (grade 1) count neither way.
        said.retain(|pair| graded.get(pair) != Some(&1));
        let strong = graded.into_iter().filter(|(_, grade)| *grade == 2);
        counts.sets("paragraph", &said, &strong.map(|(pair, _)| pair).collect());
    }

    /// Shared, conflict or only: of every character that stands in a gold claim.
    fn verdicts(&self, side: usize, claims: &Claims, counts: &mut Counts) {
        for (claim, Place { line, at }) in &claims.gold {
            let links = list(&self.gold["links"]).iter();
            let relations: Vec<&str> = links
                .filter(|link| link[SIDES[side]] == claim["id"])
                .map(|link| string(&link["relation"]))
                .collect();
            let wanted = strongest(relations.iter().map(|r| {
                if *r == "conflict" {
                    "conflict"
                } else {
                    "shared"
                }
            }))
            .unwrap_or("only");
            for character in at.clone() {
                let here = claims
                    .found
                    .iter()
                    .filter(|(_, p)| p.line == *line && p.at.contains(&character));
                let groups = here.flat_map(|(found, _)| self.groups(side, &found["id"]));
                let got = strongest(groups).unwrap_or("none");
                counts.add("chars", 1);
                if got == wanted {
                    counts.add(&format!("tp {wanted}"), 1);
                } else {
                    counts.add(&format!("fn {wanted}"), 1);
                    counts.add(&format!("fp {got}"), 1);
                }
                counts.add("chars none", usize::from(got == "none"));
            }
        }
    }

    /// What the findings with a claim say of it.
    fn groups(&self, side: usize, id: &Value) -> impl Iterator<Item = &'a str> {
        let findings = list(&self.report["findings"]).iter();
        let with = findings.filter(move |f| list(&f[SIDES[side]]).contains(id));
        let groups: Vec<&str> = with.map(|f| group(string(&f["verdict"]))).collect();
        groups.into_iter()
    }

    fn links(&self, sides: &[Claims; 2], counts: &mut Counts) {
        let gold = list(&self.gold["links"]);
        let mut hit: BTreeSet<[&str; 2]> = BTreeSet::new();
        let mut settled: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for finding in list(&self.report["findings"]) {
            let own = SIDES.map(|side| list(&finding[side]));
            if own.iter().any(|claims| claims.is_empty()) {
                continue;
            }
            let meets = |link: &&Value| {
                (0..2).all(|side| {
                    let touching = sides[side].touching(&link[SIDES[side]]);
                    touching
                        .iter()
                        .any(|claim| own[side].contains(&claim["id"]))
                })
            };
            let matched: Vec<&Value> = gold.iter().filter(meets).collect();
            counts.add("link said", 1);
            counts.add("link tp", usize::from(!matched.is_empty()));
            hit.extend(
                matched
                    .iter()
                    .map(|link| SIDES.map(|side| string(&link[side]))),
            );
            if finding["verdict"] == "conflict" {
                let disputes: Vec<_> = matched.iter().filter(|link| is_conflict(link)).collect();
                counts.add("conflict said", 1);
                counts.add("conflict right", usize::from(!disputes.is_empty()));
                settled.extend(disputes.into_iter().map(|link| dispute(link)));
            }
        }
        for (side, name) in SIDES.iter().enumerate() {
            let linked: BTreeSet<&str> = gold.iter().map(|link| string(&link[*name])).collect();
            let partnered: BTreeSet<&str> = hit.iter().map(|pair| pair[side]).collect();
            counts.add("linked", linked.len());
            counts.add("partnered", partnered.len());
        }
        let disputes: BTreeSet<_> = gold
            .iter()
            .filter(|link| is_conflict(link))
            .map(dispute)
            .collect();
        counts.add("conflict gold", disputes.len());
        counts.add("conflict hit", settled.len());
    }

    fn framing(&self, counts: &mut Counts) {
        for frame in list(&self.gold["framing"]) {
            let agrees = |side: &str, label: &Value| match frame[side].as_str() {
                None => label[side].is_null(),
                Some(term) => label[side]["term"]
                    .as_str()
                    .is_some_and(|said| alike(said, term)),
            };
            let labels = list(&self.report["framing"]);
            let hit = labels
                .iter()
                .any(|label| SIDES.iter().all(|side| agrees(side, label)));
            counts.add("framing gold", 1);
            counts.add("framing hit", usize::from(hit));
        }
    }

    fn names(&self, counts: &mut Counts) {
        for pair in list(&self.gold["names"]) {
            let holds = |found: &Value, side: usize| {
                let wanted = fold(string(&pair[side]));
                list(&found[SIDES[side]])
                    .iter()
                    .any(|name| fold(string(name)).contains(&wanted))
            };
            let names = list(&self.report["names"]);
            let hit = names.iter().any(|found| holds(found, 0) && holds(found, 1));
            counts.add("names gold", 1);
            counts.add("names hit", usize::from(hit));
        }
    }

    fn boilerplate(&self, side: usize, counts: &mut Counts) {
        let paragraphs = list(&self.report[SIDES[side]]["paragraphs"]).iter();
        let left_out = paragraphs.filter(|p| p["kind"] == "boilerplate" || p["kind"] == "credit");
        let said: BTreeSet<usize> = left_out.map(|p| number(&p["line"])).collect();
        let truth = list(&self.gold["boilerplate"][SIDES[side]]).iter();
        counts.sets("boilerplate", &said, &truth.map(number).collect());
    }
}

/// The claims of one side, each with its place in the text.
#[derive(Default)]
struct Claims<'a> {
    gold: Vec<(&'a Value, Place)>,
    found: Vec<(&'a Value, Place)>,
    not_verbatim: usize,
}

impl<'a> Claims<'a> {
    /// The tool's claims that are one with a gold claim.
    fn touching(&self, gold_id: &Value) -> Vec<&'a Value> {
        let gold = self.gold.iter().find(|(claim, _)| claim["id"] == *gold_id);
        let (_, wanted) = gold.expect("gold links name gold claims");
        let meets =
            |place: &Place| place.line == wanted.line && overlap(&wanted.at, &place.at) >= 0.5;
        let found = self.found.iter().filter(|(_, place)| meets(place));
        found.map(|(claim, _)| *claim).collect()
    }
}

fn speakers(claims: &Claims, counts: &mut Counts) {
    for (claim, _) in &claims.gold {
        let found = claims.touching(&claim["id"]).into_iter();
        let said_by: Vec<Option<&str>> = found.flat_map(|f| voices(&f["speaker"])).collect();
        let hit = match claim["speaker"].as_str() {
            None => !said_by.is_empty() && said_by.iter().all(Option::is_none),
            Some(truth) => said_by.iter().flatten().any(|name| alike(name, truth)),
        };
        counts.add("speaker gold", 1);
        counts.add("speaker hit", usize::from(hit));
    }
}

/// Everyone in whose mouth a claim is put; `None` is the outlet's own voice.
fn voices(speaker: &Value) -> Vec<Option<&str>> {
    if speaker.is_null() {
        return vec![None];
    }
    let via = list(&speaker["via"]).iter().map(|v| Some(string(v)));
    std::iter::once(Some(string(&speaker["name"])))
        .chain(via)
        .collect()
}

fn group(verdict: &str) -> &str {
    match verdict {
        shared if SHARED.contains(&shared) => "shared",
        "only_left" | "only_right" => "only",
        other => other,
    }
}

/// A conflict outweighs what is shared, and that a claim that stands alone.
fn strongest<'v>(groups: impl Iterator<Item = &'v str>) -> Option<&'v str> {
    groups.min_by_key(|group| {
        ["conflict", "shared", "only"]
            .iter()
            .position(|g| g == group)
    })
}

fn is_conflict(link: &Value) -> bool {
    link["relation"] == "conflict"
}

/// Links about the same two values are one dispute.
fn dispute(link: &Value) -> BTreeSet<String> {
    list(&link["about"])
        .iter()
        .map(|value| fold(string(value)))
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn number(value: &Value) -> usize {
    let number = value.as_u64().expect("a number");
    usize::try_from(number).expect("a small number")
}
