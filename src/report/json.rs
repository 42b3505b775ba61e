//! The JSON report: the contract with programs.

use super::json_brief::BriefView;
use super::messages::{Messages, Ui};
use super::outline::brief::{self, Brief};
use super::outline::pair::Pair;
use super::{View, words};
use crate::article::{Article, Kind, Note};
use crate::claim::{Claim, Figure, Speaker};
use crate::model::{
    Comparison, Difference, Encoding, Finding, Framing, Gloss, Label, Reading, Row, Side,
    Spellings, Verdict,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of the report's shape; a breaking change raises it.
pub(super) const SCHEMA: u32 = 2;

/// The whole report as one JSON object.
pub(super) fn render(comparison: &Comparison, view: &View) -> String {
    let report = Report::of(comparison, view);
    let mut text =
        serde_json::to_string_pretty(&report).expect("strings and numbers always serialise");
    text.push('\n');
    text
}

#[derive(Serialize)]
pub(super) struct Report<'a> {
    schema: u32,
    tool: Tool,
    /// How meaning was found, as `--encoder` names it.
    encoder: &'static str,
    left: SideView<'a>,
    right: SideView<'a>,
    brief: BriefView,
    alignment: Vec<RowView<'a>>,
    findings: Vec<FindingView<'a>>,
    names: Vec<NamesView<'a>>,
    framing: Vec<FramingView<'a>>,
    glosses: Vec<GlossView<'a>>,
    summary: Summary,
    reader: Option<ReaderView<'a>>,
    notes: Vec<NoteView>,
}

impl<'a> Report<'a> {
    pub(super) fn of(comparison: &'a Comparison, view: &View) -> Self {
        Report {
            schema: SCHEMA,
            tool: Tool::own(),
            encoder: match comparison.encoding {
                Encoding::Embedded => "embedded",
                Encoding::None => "none",
            },
            left: SideView::of(&comparison.left),
            right: SideView::of(&comparison.right),
            brief: brief(comparison, view),
            alignment: comparison.alignment.iter().map(RowView::of).collect(),
            findings: comparison
                .findings
                .iter()
                .filter(|f| view.shows(f.verdict))
                .map(|f| FindingView::of(f, comparison))
                .collect(),
            names: comparison.names.iter().map(NamesView::of).collect(),
            framing: comparison.framing.iter().map(FramingView::of).collect(),
            glosses: comparison.glosses.iter().map(GlossView::of).collect(),
            summary: Summary::of(comparison),
            reader: comparison
                .reading
                .as_ref()
                .map(|reading| ReaderView::of(reading, comparison)),
            notes: comparison.notes.iter().map(NoteView::of).collect(),
        }
    }
}

/// In English, as all of the report.
fn brief(comparison: &Comparison, view: &View) -> BriefView {
    let view = View {
        ui: Ui::En,
        ..view.clone()
    };
    BriefView::of(&Brief::of(&Pair::new(comparison, &view), brief::MOST))
}

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub(super) fn own() -> Tool {
        Tool {
            name: "storydiff",
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

#[derive(Serialize)]
pub(super) struct SideView<'a> {
    name: &'a str,
    source: &'a str,
    language: &'a str,
    title: Option<&'a str>,
    credit: Option<&'a str>,
    published: Option<&'a str>,
    sha256: Option<&'a str>,
    paragraphs: Vec<ParagraphView<'a>>,
    claims: Vec<ClaimView<'a>>,
}

impl<'a> SideView<'a> {
    pub(super) fn of(side: &'a Side) -> Self {
        let Article {
            name,
            source,
            language,
            title,
            credit,
            published,
            sha256,
            paragraphs,
            ..
        } = &side.article;
        SideView {
            name,
            source,
            language,
            title: title.as_deref(),
            credit: credit.as_deref(),
            published: published.as_deref(),
            sha256: sha256.as_deref(),
            paragraphs: paragraphs
                .iter()
                .map(|p| ParagraphView {
                    line: p.line,
                    kind: kind(p.kind),
                    text: &p.text,
                    rule: p.rule.as_deref(),
                })
                .collect(),
            claims: side.claims.iter().map(ClaimView::of).collect(),
        }
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Title => "title",
        Kind::Body => "body",
        Kind::Credit => "credit",
        Kind::Boilerplate => "boilerplate",
    }
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    line: Option<usize>,
    kind: &'static str,
    text: &'a str,
    rule: Option<&'a str>,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    id: &'a str,
    paragraph: usize,
    text: &'a str,
    quoted: bool,
    speaker: Option<SpeakerView<'a>>,
    figures: Vec<FigureView<'a>>,
    names: &'a [String],
}

impl<'a> ClaimView<'a> {
    fn of(claim: &'a Claim) -> Self {
        ClaimView {
            id: &claim.id,
            paragraph: claim.paragraph,
            text: &claim.text,
            quoted: claim.quoted,
            speaker: claim.speaker.as_ref().map(SpeakerView::of),
            figures: claim
                .figures
                .iter()
                .filter(|f| !f.ordinal)
                .map(FigureView::of)
                .collect(),
            names: &claim.names,
        }
    }
}

#[derive(Serialize)]
struct SpeakerView<'a> {
    name: &'a str,
    verb: &'a str,
    stance: &'static str,
    in_text: bool,
    sure: bool,
    via: &'a [String],
    vague: bool,
}

impl<'a> SpeakerView<'a> {
    fn of(speaker: &'a Speaker) -> Self {
        SpeakerView {
            name: &speaker.name,
            verb: &speaker.verb,
            stance: speaker.stance.as_str(),
            in_text: speaker.in_text,
            sure: speaker.sure,
            via: &speaker.via,
            vague: speaker.vague,
        }
    }
}

#[derive(Serialize)]
struct FigureView<'a> {
    text: &'a str,
    value: f64,
    unit: Option<&'a str>,
    about: &'a str,
}

impl<'a> FigureView<'a> {
    fn of(figure: &'a Figure) -> Self {
        FigureView {
            text: &figure.text,
            value: figure.value,
            unit: figure.unit.as_deref(),
            about: &figure.about,
        }
    }
}

#[derive(Serialize)]
struct RowView<'a> {
    left: &'a [usize],
    right: &'a [usize],
    similarity: f64,
    /// Near-verbatim text: likely one wire copy.
    wire: bool,
}

impl<'a> RowView<'a> {
    fn of(row: &'a Row) -> Self {
        RowView {
            left: &row.left,
            right: &row.right,
            similarity: rounded(row.similarity),
            wire: row.wire,
        }
    }
}

#[derive(Serialize)]
struct FindingView<'a> {
    verdict: &'static str,
    left: Vec<&'a str>,
    right: Vec<&'a str>,
    similarity: f64,
    reasons: Vec<String>,
    differences: Vec<DifferenceView<'a>>,
    locked: bool,
    /// Whose word it rests on.
    decided_by: &'static str,
}

impl<'a> FindingView<'a> {
    fn of(finding: &'a Finding, comparison: &'a Comparison) -> Self {
        let ids = |side: &'a Side, claims: &[usize]| {
            claims.iter().map(|&n| side.claims[n].id.as_str()).collect()
        };
        FindingView {
            verdict: finding.verdict.as_str(),
            left: ids(&comparison.left, &finding.left),
            right: ids(&comparison.right, &finding.right),
            similarity: rounded(finding.similarity),
            reasons: finding
                .reasons
                .iter()
                .map(|r| words::reason(english(), r))
                .collect(),
            differences: finding.differences.iter().map(DifferenceView::of).collect(),
            locked: finding.locked,
            decided_by: finding.by.as_str(),
        }
    }
}

/// What a second reader was asked and said.
#[derive(Serialize)]
struct ReaderView<'a> {
    host: &'a str,
    model: &'a str,
    asked: usize,
    answered: usize,
    unasked: usize,
    thrown: usize,
    tokens: [u64; 2],
    millis: u64,
    pairs: Vec<ReadPairView<'a>>,
    speakers: Vec<ReadSpeakerView<'a>>,
}

#[derive(Serialize)]
struct ReadPairView<'a> {
    left: &'a str,
    right: &'a str,
    engine: Option<&'static str>,
    reader: &'static str,
}

#[derive(Serialize)]
struct ReadSpeakerView<'a> {
    claim: &'a str,
    engine: Option<&'a str>,
    reader: &'a str,
}

impl<'a> ReaderView<'a> {
    fn of(reading: &'a Reading, comparison: &'a Comparison) -> Self {
        let pairs = reading.pairs.iter().map(|pair| ReadPairView {
            left: &comparison.left.claims[pair.left].id,
            right: &comparison.right.claims[pair.right].id,
            engine: pair.engine.map(Verdict::as_str),
            reader: pair.reader.as_str(),
        });
        let speakers = reading.speakers.iter().map(|found| ReadSpeakerView {
            claim: &found.claim,
            engine: found.engine.as_deref(),
            reader: &found.reader,
        });
        ReaderView {
            host: &reading.host,
            model: &reading.model,
            asked: reading.asked,
            answered: reading.answered,
            unasked: reading.unasked,
            thrown: reading.thrown,
            tokens: reading.tokens,
            millis: reading.millis,
            pairs: pairs.collect(),
            speakers: speakers.collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct DifferenceView<'a> {
    kind: &'static str,
    left: &'a str,
    right: &'a str,
}

impl<'a> DifferenceView<'a> {
    pub(super) fn of(difference: &'a Difference) -> Self {
        DifferenceView {
            kind: difference.kind.as_str(),
            left: &difference.left,
            right: &difference.right,
        }
    }
}

#[derive(Serialize)]
struct NamesView<'a> {
    left: &'a [String],
    right: &'a [String],
}

impl<'a> NamesView<'a> {
    fn of(names: &'a Spellings) -> Self {
        NamesView {
            left: &names.left,
            right: &names.right,
        }
    }
}

#[derive(Serialize)]
struct GlossView<'a> {
    term: &'a str,
    gloss: &'a str,
}

impl<'a> GlossView<'a> {
    fn of(gloss: &'a Gloss) -> Self {
        GlossView {
            term: &gloss.term,
            gloss: &gloss.gloss,
        }
    }
}

#[derive(Serialize)]
struct FramingView<'a> {
    left: Option<LabelView<'a>>,
    right: Option<LabelView<'a>>,
    reason: String,
    referent: Option<&'static str>,
}

impl<'a> FramingView<'a> {
    fn of(framing: &'a Framing) -> Self {
        FramingView {
            left: framing.left.as_ref().map(LabelView::of),
            right: framing.right.as_ref().map(LabelView::of),
            reason: words::framing_reason(english(), framing.reason),
            referent: framing.referent,
        }
    }
}

#[derive(Serialize)]
pub(super) struct LabelView<'a> {
    term: &'a str,
    count: usize,
    quoted: bool,
    speakers: &'a [String],
    own_voice: bool,
    paragraphs: &'a [usize],
}

impl<'a> LabelView<'a> {
    pub(super) fn of(label: &'a Label) -> Self {
        LabelView {
            term: &label.term,
            count: label.count,
            quoted: label.quoted,
            speakers: &label.speakers,
            own_voice: label.own_voice,
            paragraphs: &label.paragraphs,
        }
    }
}

/// How many findings have each verdict, in the fixed order of the verdicts.
#[derive(Serialize)]
struct Summary(#[serde(serialize_with = "in_order")] Vec<(&'static str, usize)>);

impl Summary {
    fn of(comparison: &Comparison) -> Self {
        let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
        for finding in &comparison.findings {
            *counts.entry(finding.verdict).or_default() += 1;
        }
        Summary(
            Verdict::ALL
                .iter()
                .map(|v| (v.as_str(), counts.get(v).copied().unwrap_or(0)))
                .collect(),
        )
    }
}

fn in_order<S: serde::Serializer>(
    counts: &[(&'static str, usize)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(counts.iter().copied())
}

#[derive(Serialize)]
pub(super) struct NoteView {
    kind: &'static str,
    text: String,
}

impl NoteView {
    pub(super) fn of(note: &Note) -> Self {
        NoteView {
            kind: words::note_kind(note),
            text: words::note(english(), note),
        }
    }
}

/// Programs read it, so its words are English whatever the language of the reports for people.
pub(super) fn english() -> Messages {
    Messages::of(Ui::En)
}

/// Three decimals: enough to compare, and the same on every machine.
pub(super) fn rounded(similarity: f32) -> f64 {
    (f64::from(similarity) * 1000.0).round() / 1000.0
}
