//! Articles in markdown, as clippers and extractors save them: paragraphs, the first heading of the first level as
//! headline, and what a block of metadata above them says.

use super::given::{Given, Role};
use super::page::{bare, day};
use super::sniff::has_ending;
use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};
use std::path::Path;

/// Whether a file's name says that it is markdown.
pub(super) fn is_named(source: &str) -> bool {
    has_ending(Path::new(source), &["md", "markdown"])
}

/// What is open: a run of text, and what it will be.
struct Open<'a> {
    text: &'a str,
    given: Given,
    /// The run at hand, with where it begins.
    run: String,
    at: Option<usize>,
    role: Role,
    picture: Option<String>,
    front: Option<String>,
    /// Where the last line was counted, and its number.
    counted: (usize, usize),
}

/// The article in a markdown text.
pub(super) fn read(text: &str) -> Given {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH;
    let mut open = Open {
        text,
        given: Given::default(),
        run: String::new(),
        at: None,
        role: Role::Text,
        picture: None,
        front: None,
        counted: (0, 1),
    };
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        open.event(event, span.start);
    }
    open.end();
    open.given
}

impl Open<'_> {
    fn event(&mut self, event: Event, at: usize) {
        match event {
            Event::Text(words) | Event::Code(words) => self.words(&words, at),
            Event::Html(markup) | Event::InlineHtml(markup) => self.words(&bare(&markup), at),
            Event::SoftBreak | Event::HardBreak => self.words(" ", at),
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => {
                self.front = Some(String::new());
            }
            Event::End(TagEnd::MetadataBlock(_)) => self.metadata(),
            Event::Start(Tag::Image { .. }) => self.picture = Some(String::new()),
            Event::End(TagEnd::Image) => {
                let line = self.line(at);
                let words = self.picture.take().unwrap_or_default();
                self.given.push(Some(line), &words, Role::Out("picture"));
            }
            Event::Start(tag) => self.start(&tag),
            Event::End(end) if !is_inline(end) => self.end(),
            Event::Rule => self.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        if is_inline(tag.to_end()) {
            return;
        }
        self.end();
        self.role = match tag {
            Tag::Heading {
                level: HeadingLevel::H1,
                ..
            } => Role::Title,
            Tag::FootnoteDefinition(_) => Role::Out("footnote"),
            _ => Role::Text,
        };
    }

    fn words(&mut self, words: &str, at: usize) {
        if let Some(front) = &mut self.front {
            front.push_str(words);
        } else if let Some(picture) = &mut self.picture {
            picture.push_str(words);
        } else {
            self.at.get_or_insert(at);
            self.run.push_str(words);
        }
    }

    fn end(&mut self) {
        let run = std::mem::take(&mut self.run);
        let line = self.at.take().map(|at| self.line(at));
        self.given.push(line, &run, self.role);
        self.role = Role::Text;
    }

    /// Runs come in order, so each line is counted once.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = self.counted;
        let between = self.text.get(from..at).unwrap_or_default();
        let line = line + between.matches('\n').count();
        self.counted = (at.max(from), line);
        line
    }

    /// `title: …` and the like; what is not known stays out of the report, listed.
    fn metadata(&mut self) {
        let front = self.front.take().unwrap_or_default();
        for line in front.lines() {
            let (key, value) = line.split_once(':').unwrap_or(("", line));
            let value = value.trim().trim_matches(['"', '\'']);
            if value.is_empty() {
                continue;
            }
            let meta = &mut self.given.meta;
            let known = value.to_owned();
            match key.trim().to_ascii_lowercase().as_str() {
                "title" => meta.title = Some(known),
                "author" | "authors" | "byline" => meta.author = Some(known),
                "sitename" | "site" | "outlet" | "publisher" => meta.outlet = Some(known),
                "date" | "published" | "publish_date" => meta.published = day(value),
                "lang" | "language" => meta.language = Some(known),
                _ => {}
            }
            self.given.push(None, line, Role::Out("metadata"));
        }
    }
}

fn is_inline(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
    use super::{is_named, read};
    use crate::article::Kind;
    use crate::article::own::Own;

    #[test]
    fn paragraphs_headings_pictures_and_metadata() {
        let given = read(
            "---\ntitle: \"إضراب\"\nauthor: سناء\ndate: 2024-05-21\nsitename: الرصيف\n---\n# إضراب في *الميناء*\n\nقال **العمال**\nإنهم [مضربون](http://x.y).\n\n![صورة](a.png)\n\n- أولا\n- ثانيا\n\n> اقتباس\n",
        );
        let paragraphs = given.paragraphs(&Own::new(&[]));
        let lines: Vec<(Option<usize>, Kind, &str)> = paragraphs
            .iter()
            .skip(4)
            .map(|p| (p.line, p.kind, p.text.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                (Some(7), Kind::Title, "إضراب في الميناء"),
                (Some(9), Kind::Body, "قال العمال إنهم مضربون."),
                (Some(12), Kind::Boilerplate, "صورة"),
                (Some(14), Kind::Body, "أولا"),
                (Some(15), Kind::Body, "ثانيا"),
                (Some(17), Kind::Body, "اقتباس"),
            ]
        );
        assert_eq!(given.meta.outlet.as_deref(), Some("الرصيف"));
        assert_eq!(given.meta.published.as_deref(), Some("2024-05-21"));
        assert!(is_named("a/B.MD") && !is_named("a.txt"));
    }
}
