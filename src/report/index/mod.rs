//! Many pairs on one page: which to look at first.
//!
//! Entry: [`render`] over [`Entry`]s, one a pair. An entry is also a line of JSON ([`Entry::line`], [`Entry::parse`]), so
//! that a run that was cut short can be gone on with, and programs need not read pages.

mod entry;

pub use entry::{Entry, Told, Values};

use super::markdown::escape;
use super::messages::{Arg, Messages, Msg, Ui};
use super::words;
use crate::model::Verdict;
use askama::Template;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::cmp::Reverse;

/// What stands for itself in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The verdicts that have a column of their own, the gravest first: by these pairs are ranked.
const RANKED: [Verdict; 3] = [
    Verdict::Conflict,
    Verdict::Development,
    Verdict::SourceDiffers,
];

/// The verdicts of claims that both have.
const SHARED: [Verdict; 5] = [
    Verdict::Same,
    Verdict::Reworded,
    Verdict::LeftAdds,
    Verdict::RightAdds,
    Verdict::Overlap,
];

/// The formats of an index page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// GitHub-flavoured markdown.
    Markdown,
    /// One HTML file.
    Html,
}

/// The index page: pairs with conflicts first, the most of them at the top, then those with updates, then the rest;
/// at the end what could not be compared. Ties stay in the order of `entries`.
#[must_use]
pub fn render(entries: &[Entry], page: Page, ui: Ui) -> String {
    let index = Index::of(entries, ui);
    let text = match page {
        Page::Markdown => Markdown { index: &index }.render(),
        Page::Html => Html { index: &index }.render(),
    };
    // Writing to a string cannot fail.
    text.unwrap_or_default() + "\n"
}

#[derive(Template)]
#[template(path = "index.md", escape = "none")]
struct Markdown<'a> {
    index: &'a Index,
}

#[derive(Template)]
#[template(path = "index.html")]
struct Html<'a> {
    index: &'a Index,
}

/// What both pages show.
struct Index {
    messages: Messages,
    summary: String,
    rows: Vec<Row>,
    failures: Vec<(String, String)>,
}

struct Row {
    number: String,
    name: String,
    link: String,
    /// Whose reports they are, and of which day.
    outlets: [String; 2],
    headlines: [String; 2],
    /// In the order of the columns: conflicts, updates, other speakers, shared, only left, only right.
    counts: [String; 6],
    /// The values of the first conflict: `16 against 19`.
    conflict: String,
    /// What each calls the same thing.
    labels: String,
}

impl Index {
    fn of(entries: &[Entry], ui: Ui) -> Index {
        let messages = Messages::of(ui);
        let compared = entries
            .iter()
            .filter_map(|e| Some((e, e.outcome.as_ref().ok()?)));
        let mut compared: Vec<_> = compared.collect();
        compared.sort_by_key(|(_, told)| Reverse(RANKED.map(|verdict| told.count(verdict))));
        let disputed = compared
            .iter()
            .filter(|(_, told)| told.count(Verdict::Conflict) > 0);
        let failures = entries
            .iter()
            .filter_map(|e| Some((e, e.outcome.as_ref().err()?)));
        let failures: Vec<_> = failures
            .map(|(e, wrong)| (e.id.clone(), wrong.clone()))
            .collect();
        let counts = [
            ("n", Arg::Count(compared.len())),
            ("conflicts", Arg::Count(disputed.count())),
            ("failed", Arg::Count(failures.len())),
        ];
        Index {
            messages,
            summary: messages.fill(Msg::IndexSummary, &counts),
            rows: compared
                .iter()
                .enumerate()
                .map(|(at, (entry, told))| Row::of(at + 1, entry, told, messages))
                .collect(),
            failures,
        }
    }

    fn say(&self, msg: Msg) -> String {
        self.messages.say(msg)
    }

    fn lang(&self) -> &'static str {
        self.messages.ui().tag()
    }

    fn dir(&self) -> &'static str {
        if self.messages.ui().is_rtl() {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// The headings behind number, pair and outlets.
    fn headings(&self) -> Vec<String> {
        let verdicts = RANKED.map(|v| self.messages.say(words::verdict(v)));
        let only = [Verdict::OnlyLeft, Verdict::OnlyRight];
        let only = only.map(|v| self.messages.say(words::verdict(v)));
        let mut headings: Vec<String> = verdicts.into();
        headings.insert(1, self.say(Msg::IndexFirstConflict));
        headings.insert(2, self.say(Msg::IndexLabel));
        headings.push(self.say(Msg::IndexShared));
        headings.extend(only);
        headings
    }
}

impl Row {
    fn of(number: usize, entry: &Entry, told: &Told, messages: Messages) -> Row {
        let [conflicts, updates, speakers] = RANKED.map(|verdict| told.count(verdict));
        let shared = SHARED.map(|verdict| told.count(verdict)).iter().sum();
        let only = [Verdict::OnlyLeft, Verdict::OnlyRight].map(|verdict| told.count(verdict));
        let against = |values: &Option<Values>| {
            let fill = |Values { left, right }: &Values| {
                let args = [("a", Arg::Text(left)), ("b", Arg::Text(right))];
                messages.fill(Msg::Against, &args)
            };
            values.as_ref().map(fill).unwrap_or_default()
        };
        let outlet = |name: &str, day: &Option<String>| match day {
            Some(day) => format!("{name} · {day}"),
            None => name.to_owned(),
        };
        let counts = [conflicts, updates, speakers, shared, only[0], only[1]];
        Row {
            number: messages.number(number),
            name: entry.id.clone(),
            link: utf8_percent_encode(&told.report, PLAIN).to_string(),
            outlets: [
                outlet(&told.left, &told.published[0]),
                outlet(&told.right, &told.published[1]),
            ],
            headlines: told.headlines.clone().map(Option::unwrap_or_default),
            counts: counts.map(|n| messages.number(n)),
            conflict: against(&told.conflict),
            labels: against(&told.labels),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn entry(id: &str, counts: &[(Verdict, usize)]) -> Entry {
        let summary: BTreeMap<String, usize> = counts
            .iter()
            .map(|(verdict, n)| (verdict.as_str().to_owned(), *n))
            .collect();
        let told = Told {
            report: format!("pairs/{id}.html"),
            left: "Mail".to_owned(),
            right: "الميناء".to_owned(),
            summary,
            conflict: counts
                .iter()
                .any(|(v, _)| *v == Verdict::Conflict)
                .then(|| Values {
                    left: "16 <b>".to_owned(),
                    right: "19|20".to_owned(),
                }),
            headlines: [Some("Ferry <i>sinks".to_owned()), None],
            published: [None, Some("2026-03-01".to_owned())],
            labels: None,
        };
        Entry {
            id: id.to_owned(),
            outcome: Ok(told),
        }
    }

    fn entries() -> Vec<Entry> {
        let failed = Entry::failed("broken", "has no right.*");
        vec![
            entry("calm", &[(Verdict::Same, 3)]),
            failed,
            entry("one", &[(Verdict::Conflict, 1), (Verdict::Reworded, 2)]),
            entry("a b", &[(Verdict::Conflict, 2), (Verdict::OnlyLeft, 4)]),
            entry("late", &[(Verdict::Development, 1)]),
        ]
    }

    #[test]
    fn pairs_with_most_conflicts_come_first_on_both_pages() {
        for page in [Page::Markdown, Page::Html] {
            let text = render(&entries(), page, Ui::En);
            let at = |what: &str| {
                text.find(what)
                    .unwrap_or_else(|| panic!("no {what}: {text}"))
            };
            assert!(at("pairs/a%20b.html") < at("pairs/one.html"));
            assert!(at("pairs/one.html") < at("pairs/late.html"));
            assert!(at("pairs/late.html") < at("pairs/calm.html"));
            assert!(at("pairs/calm.html") < at("has no right."));
        }
    }

    #[test]
    fn nothing_of_an_article_acts() {
        let html = render(&entries(), Page::Html, Ui::Ar);
        assert!(html.contains("dir=\"rtl\"") && !html.contains("<b>"));
        let markdown = render(&entries(), Page::Markdown, Ui::En);
        assert!(
            markdown.contains("16 &lt;b&gt; against 19\\|20"),
            "{markdown}"
        );
        assert!(markdown.contains("Mail<br>Ferry &lt;i&gt;sinks | الميناء · 2026-03-01 |"));
    }
}
