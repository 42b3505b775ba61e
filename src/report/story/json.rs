//! Claims by outlets for programs: kind `story` of the JSON report.

use super::brief::Teller;
use super::stance::claims_of;
use crate::report::json::{LabelView, NoteView, SCHEMA, SideView, Tool, english, rounded};
use crate::report::json_brief::BriefView;
use crate::report::outline::brief;
use crate::report::words;
use crate::story::{Against, Said, StoryClaim, StoryLabels, StoryTable, Treatment, letter};
use serde::Serialize;

/// The whole table as one JSON object.
pub(super) fn render(table: &StoryTable) -> String {
    let report = Report {
        schema: SCHEMA,
        kind: "story",
        tool: Tool::own(),
        outlets: table
            .outlets
            .iter()
            .enumerate()
            .map(|(at, side)| OutletView {
                outlet: letter(at),
                side: SideView::of(side),
            })
            .collect(),
        brief: brief(table),
        claims: table
            .claims
            .iter()
            .map(|claim| ClaimView::of(claim, table))
            .collect(),
        framing: table.framing.iter().map(FramingView::of).collect(),
        summary: Summary::of(table),
        notes: table.notes.iter().map(NoteView::of).collect(),
    };
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// In English, as all of the report.
fn brief(table: &StoryTable) -> BriefView {
    let teller = Teller {
        table,
        messages: english(),
        most: brief::MOST,
        place: &|_, _| String::new(),
    };
    BriefView::of(&teller.brief())
}

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    kind: &'static str,
    tool: Tool,
    outlets: Vec<OutletView<'a>>,
    brief: BriefView,
    claims: Vec<ClaimView<'a>>,
    framing: Vec<FramingView<'a>>,
    summary: Summary,
    notes: Vec<NoteView>,
}

#[derive(Serialize)]
struct OutletView<'a> {
    outlet: char,
    #[serde(flatten)]
    side: SideView<'a>,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    outlets: Vec<StanceView<'a>>,
    certainty: f64,
    /// Outlets whose wordings only a third one holds together.
    apart: Vec<[char; 2]>,
    /// Outlets that make it in less detail than the first that makes it.
    less: Vec<char>,
}

impl<'a> ClaimView<'a> {
    fn of(claim: &'a StoryClaim, table: &'a StoryTable) -> Self {
        let stances = claim.stances.iter().enumerate();
        ClaimView {
            outlets: stances
                .map(|(at, stance)| StanceView::of(at, stance, table))
                .collect(),
            certainty: rounded(claim.certainty),
            apart: claim
                .apart
                .iter()
                .map(|&(a, b)| [letter(a), letter(b)])
                .collect(),
            less: claim.less.iter().map(|&outlet| letter(outlet)).collect(),
        }
    }
}

#[derive(Serialize)]
struct StanceView<'a> {
    outlet: char,
    stance: &'static str,
    claims: Vec<&'a str>,
    links: Vec<SaidView<'a>>,
}

impl<'a> StanceView<'a> {
    fn of(outlet: usize, stance: &'a Treatment, table: &'a StoryTable) -> Self {
        let id = |claim: usize| table.outlets[outlet].claims[claim].id.as_str();
        let (name, said): (_, &[Said]) = match stance {
            Treatment::Makes(_) => ("makes", &[]),
            Treatment::Partly(said) => ("partly", said),
            Treatment::Contradicts(said) => ("contradicts", said),
            Treatment::Updates(said) => ("updates", said),
            Treatment::Silent => ("silent", &[]),
        };
        StanceView {
            outlet: letter(outlet),
            stance: name,
            claims: claims_of(stance).map(id).collect(),
            links: said
                .iter()
                .map(|said| SaidView {
                    claim: id(said.claim),
                    maker: letter(said.maker),
                    similarity: rounded(said.chance),
                    differences: said.differences.iter().map(AgainstView::of).collect(),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct SaidView<'a> {
    claim: &'a str,
    maker: char,
    similarity: f64,
    differences: Vec<AgainstView<'a>>,
}

#[derive(Serialize)]
struct AgainstView<'a> {
    kind: &'static str,
    maker: &'a str,
    outlet: &'a str,
}

impl<'a> AgainstView<'a> {
    fn of(against: &'a Against) -> Self {
        AgainstView {
            kind: against.kind.as_str(),
            maker: &against.claim,
            outlet: &against.outlet,
        }
    }
}

#[derive(Serialize)]
struct FramingView<'a> {
    /// Of the outlets that have one.
    labels: Vec<OutletLabel<'a>>,
    reason: String,
    referent: Option<&'static str>,
}

impl<'a> FramingView<'a> {
    fn of(row: &'a StoryLabels) -> Self {
        let labels = row.labels.iter().enumerate();
        let labels = labels.filter_map(|(outlet, label)| {
            let label = LabelView::of(label.as_ref()?);
            let outlet = letter(outlet);
            Some(OutletLabel { outlet, label })
        });
        FramingView {
            labels: labels.collect(),
            reason: words::framing_reason(english(), row.reason),
            referent: row.referent,
        }
    }
}

#[derive(Serialize)]
struct OutletLabel<'a> {
    outlet: char,
    #[serde(flatten)]
    label: LabelView<'a>,
}

#[derive(Serialize)]
struct Summary {
    claims: usize,
    by_all: usize,
    by_several: usize,
    by_one: usize,
    contradicted: usize,
}

impl Summary {
    fn of(table: &StoryTable) -> Self {
        let all = table.outlets.len();
        let of = |wanted: &dyn Fn(usize) -> bool| {
            let claims = table.claims.iter();
            claims
                .filter(|claim| wanted(claim.makers().count()))
                .count()
        };
        Summary {
            claims: table.claims.len(),
            by_all: of(&|n| n == all),
            by_several: of(&|n| n > 1 && n < all),
            by_one: of(&|n| n == 1),
            contradicted: table.claims.iter().filter(|c| c.is_contradicted()).count(),
        }
    }
}
