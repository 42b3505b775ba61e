//! A page's tree as the blocks of text that a browser would set on lines of their own, in the order of the page.
//!
//! What counts as a block is told by the elements' names alone, since style sheets are not read: every element that is
//! not known to stand within a line begins a new block, so that invented elements do too. A single `<br>` ends a block
//! as well: on news pages it parts paragraphs, and where it does not, the next line begins with a small letter.

use super::super::clean::clean;
use super::super::line::{ends_sentence, ends_with_stop};
use super::hints::{self, Region};
use dom_query::{Document, NodeId, NodeRef};

/// Elements that stand within a line.
const INLINE: [&str; 40] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "picture", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "u",
    "var", "wbr",
];
/// Elements whose text is not the page's.
const SILENT: [&str; 12] = [
    "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas",
    "audio", "video",
];

/// A run of text that stands by itself.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Cleaned, never empty.
    pub(super) text: String,
    /// How many of its letters are links, and how many there are.
    pub(super) linked: (usize, usize),
    /// 1 for `<h1>`; 0 for no heading.
    pub(super) level: u8,
    pub(super) marks: Marks,
    /// The blocks that it stands in, outermost first.
    pub(super) path: Vec<Holder>,
    /// The rule by which the shape of the page sets it apart from the report.
    pub(super) apart: Option<&'static str>,
}

/// An element that is a block, and may hold others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Holder {
    pub(super) id: NodeId,
    /// Whether it calls itself an article.
    pub(super) article: bool,
}

/// From so many words on, a block with a full stop is a paragraph.
const FULL: usize = 12;

impl Block {
    /// Whether nearly all of it is links.
    pub(super) fn is_link(&self) -> bool {
        self.linked.0 * 10 >= self.linked.1 * 8
    }

    pub(super) fn words(&self) -> usize {
        self.text.split(' ').count()
    }

    pub(super) fn is_full(&self) -> bool {
        self.words() >= FULL && ends_with_stop(&self.text)
    }

    pub(super) fn is_in(&self, holder: NodeId) -> bool {
        self.path.iter().any(|other| other.id == holder)
    }
}

/// What the elements around a text say of it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is said by an element of its own"
)]
pub(super) struct Marks {
    /// The innermost place, and the element that opened it.
    pub(super) place: Option<(Region, NodeId)>,
    pub(super) caption: bool,
    /// In a figure, beside its caption.
    pub(super) figure: bool,
    pub(super) quote: bool,
    /// Never shown to those who see.
    pub(super) unseen: bool,
    /// Not shown as long as nobody asks for it.
    pub(super) closed: bool,
    /// Was closed, but a reader of the report would open it.
    pub(super) opened: bool,
    /// A link.
    link: bool,
    /// In an article or the like.
    inside: bool,
    level: u8,
}

impl Marks {
    pub(super) fn is_hidden(self) -> bool {
        self.unseen || self.closed
    }
}

/// The blocks of a page.
pub(super) fn blocks(page: &Document) -> Vec<Block> {
    let mut walk = Walk::default();
    let mut steps = vec![Step::Enter(page.root(), Marks::default())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node, marks) => walk.enter(&node, marks, &mut steps),
            Step::Leave(Leaving::Block) => {
                walk.end_block();
                walk.path.pop();
            }
            Step::Leave(Leaving::Link) => walk.after_link = true,
        }
    }
    walk.end_block();
    walk.blocks
}

enum Step<'a> {
    Enter(NodeRef<'a>, Marks),
    Leave(Leaving),
}

enum Leaving {
    Block,
    Link,
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    /// The lines of the block at hand, with how many of their letters are links.
    lines: Vec<(String, usize)>,
    marks: Option<Marks>,
    path: Vec<Holder>,
    /// The last thing was a link: two links without a space between them are two words.
    after_link: bool,
    /// The element that the last image stands in, until a text follows it.
    image: Option<Holder>,
}

impl Walk {
    fn enter<'a>(&mut self, node: &NodeRef<'a>, marks: Marks, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            self.text(&node.text(), marks);
            return;
        }
        let name = node.node_name().map(|name| name.to_string());
        let name = name.as_deref().unwrap_or_default();
        if SILENT.contains(&name) {
            return;
        }
        let mut marks = marks;
        if node.is_element() {
            marks = marked(node, name, marks);
        }
        match name {
            "br" => self.end_line(marks),
            "img" | "picture" | "amp-img" => self.image = self.path.last().copied(),
            "a" | "button" => {
                if self.after_link {
                    self.text(" ", marks);
                }
                steps.push(Step::Leave(Leaving::Link));
            }
            _ => {}
        }
        let is_block = node.is_element() && !INLINE.contains(&name) && name != "br";
        if is_block {
            self.end_block();
            let role = node.attr("role");
            self.path.push(Holder {
                id: node.id,
                article: name == "article" || role.as_deref() == Some("article"),
            });
            steps.push(Step::Leave(Leaving::Block));
        }
        let at = steps.len();
        steps.extend(
            node.children_it(false)
                .map(|child| Step::Enter(child, marks)),
        );
        steps[at..].reverse();
    }

    fn text(&mut self, text: &str, marks: Marks) {
        if !text.trim().is_empty() {
            self.after_link = false;
            self.marks.get_or_insert(marks);
        }
        if self.lines.is_empty() {
            self.lines.push((String::new(), 0));
        }
        if let Some((line, linked)) = self.lines.last_mut() {
            if is_glued(line, text) {
                line.push(' ');
            }
            line.push_str(text);
            *linked += if marks.link { letters(text) } else { 0 };
        }
    }

    /// In a headline a break is a matter of its setting.
    fn end_line(&mut self, marks: Marks) {
        if marks.level > 0 {
            self.text(" ", marks);
        } else {
            self.lines.push((String::new(), 0));
        }
    }

    fn end_block(&mut self) {
        self.after_link = false;
        let lines = std::mem::take(&mut self.lines);
        let Some(marks) = self.marks.take() else {
            return;
        };
        for (text, linked) in joined(lines) {
            let follows_image = self.image.take().is_some_and(|image| {
                let near = self.path.len().saturating_sub(2);
                self.path[near..].contains(&image)
            });
            let mut marks = marks;
            marks.caption |= follows_image && is_caption(&text, marks.level);
            self.blocks.push(Block {
                linked: (linked, letters(&text)),
                level: marks.level,
                marks,
                path: self.path.clone(),
                apart: None,
                text,
            });
        }
    }
}

fn marked(node: &NodeRef, name: &str, mut marks: Marks) -> Marks {
    let attribute = |key| node.attr(key).map(|value| value.to_ascii_lowercase());
    let role = attribute("role").unwrap_or_default();
    let is_frame = matches!(name, "html" | "body" | "main" | "article");
    let classes = match (attribute("class"), attribute("id")) {
        (class, id) if !is_frame && (class.is_some() || id.is_some()) => {
            format!("{} {}", class.unwrap_or_default(), id.unwrap_or_default())
        }
        _ => String::new(),
    };
    let outside = marks.place.is_some_and(|(place, _)| place.is_outside());
    let place = hints::by_name(name, &role, marks.inside).or_else(|| hints::by_class(&classes));
    if let Some(place) = place.filter(|_| !outside) {
        marks.place = Some((place, node.id));
    }
    marks.inside |= matches!(name, "article" | "main") || role == "main" || role == "article";
    marks.caption |= hints::is_caption(name, &classes);
    marks.quote |= hints::is_quote(name, &classes);
    marks.figure |= name == "figure";
    marks.unseen |= hints::is_unseen(&classes);
    marks.closed |=
        node.has_attr("hidden") || hints::is_closed(&attribute("style").unwrap_or_default());
    marks.link |= name == "a";
    marks.level = heading(name).unwrap_or(marks.level);
    marks
}

/// "By Ada Finch" and "Updated today" are two elements that only a style sheet sets apart: a small letter stands right
/// before a capital one.
fn is_glued(before: &str, after: &str) -> bool {
    let small = |c: char| c.is_lowercase();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| word.chars().count() > 2 && word.ends_with(small))
        && after.starts_with(char::is_uppercase)
}

/// The longest caption that is told by its place under a picture alone, in words.
const CAPTION: usize = 25;

fn is_caption(text: &str, level: u8) -> bool {
    level == 0 && text.split(' ').count() <= CAPTION && text.chars().count() > 12
}

fn heading(name: &str) -> Option<u8> {
    let digit = name.strip_prefix('h')?;
    digit.parse().ok().filter(|level| (1..=6).contains(level))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The lines that hold something, those that go on with a small letter joined.
fn joined(lines: Vec<(String, usize)>) -> Vec<(String, usize)> {
    let mut joined: Vec<(String, usize)> = Vec::new();
    for (line, linked) in lines {
        let text = clean(&line);
        if text.is_empty() {
            continue;
        }
        let goes_on = text.starts_with(char::is_lowercase);
        match joined.last_mut() {
            Some((open, within)) if goes_on && !ends_sentence(open) => {
                open.push(' ');
                open.push_str(&text);
                *within += linked;
            }
            _ => joined.push((text, linked)),
        }
    }
    joined
}
