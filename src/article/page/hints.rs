//! What the name of an element and its classes say of the text in it.
//!
//! Class names are no standard, but a few words recur on most news sites. They decide nothing alone: a place such as
//! `Related` takes a text from the report only if it is links or a short line as well.

/// What a part of a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    /// Menus.
    Navigation,
    /// Above and below all articles of the site.
    Margin,
    /// Beside the article.
    Aside,
    /// Fields to fill in, dialogues.
    Form,
    /// What readers wrote.
    Comments,
    /// Links to other articles.
    Related,
    /// Share bars, subscriptions, tags, advertisements.
    Furniture,
}

impl Region {
    /// The rule under which its text is listed.
    pub(super) fn rule(self) -> &'static str {
        match self {
            Region::Navigation => "navigation",
            Region::Margin => "page margin",
            Region::Aside => "beside the article",
            Region::Form => "form",
            Region::Comments => "comments",
            Region::Related => "related links",
            Region::Furniture => "page furniture",
        }
    }

    /// Whether nothing in it is the report, whatever it looks like.
    pub(super) fn is_outside(self) -> bool {
        !matches!(self, Region::Related | Region::Furniture)
    }
}

/// What names of classes begin with or hold, and what that means.
const PLACES: [(Region, &[&str]); 3] = [
    (
        Region::Comments,
        &[
            "comments",
            "comment-list",
            "commentlist",
            "disqus",
            "reactions",
        ],
    ),
    (
        Region::Related,
        &[
            "related",
            "recommend",
            "more-on",
            "see-also",
            "read-more",
            "readmore",
            "read-also",
            "rich-link",
            "most-read",
            "mostread",
            "popular",
            "teaser",
            "outbrain",
            "taboola",
            "lire-aussi",
            "leer-mas",
            "onward",
            "also-like",
            "ilgili",
        ],
    ),
    (
        Region::Furniture,
        &[
            "share",
            "social",
            "newsletter",
            "subscribe",
            "advert",
            "ad-slot",
            "breadcrumb",
            "cookie",
            "consent",
            "tagcloud",
            "post-tags",
            "article-tags",
            "story-tags",
            "toolbar",
            "print-",
            "font-size",
            "rating",
        ],
    ),
];
const CAPTIONS: [&str; 9] = [
    "caption",
    "img-desc",
    "image-desc",
    "photo-desc",
    "photo-text",
    "media__description",
    "imgdesc",
    "cutline",
    "photo-legend",
];
const QUOTES: [&str; 1] = ["quote"];
const HIDDEN: [&str; 4] = [
    "screen-reader",
    "visually-hidden",
    "visuallyhidden",
    "sr-only",
];

/// The place that an element opens, by its name and role. `inside`: it stands in an article.
pub(super) fn by_name(name: &str, role: &str, inside: bool) -> Option<Region> {
    match (name, role) {
        ("nav", _) | (_, "navigation") => Some(Region::Navigation),
        (_, "banner" | "contentinfo") => Some(Region::Margin),
        ("header" | "footer", _) if !inside => Some(Region::Margin),
        ("aside", _) | (_, "complementary") => Some(Region::Aside),
        ("form" | "dialog" | "select" | "textarea", _) | (_, "dialog" | "search") => {
            Some(Region::Form)
        }
        ("button", _) => Some(Region::Furniture),
        _ => None,
    }
}

/// The place that the classes name.
pub(super) fn by_class(classes: &str) -> Option<Region> {
    PLACES
        .iter()
        .find(|(_, words)| has(classes, words))
        .map(|&(place, _)| place)
}

pub(super) fn is_caption(name: &str, classes: &str) -> bool {
    name == "figcaption" || has(classes, &CAPTIONS)
}

pub(super) fn is_quote(name: &str, classes: &str) -> bool {
    name == "blockquote" || has(classes, &QUOTES)
}

/// Whether it is for those alone who hear the page.
pub(super) fn is_unseen(classes: &str) -> bool {
    has(classes, &HIDDEN) || classes.split(' ').any(|class| class == "vh")
}

/// Whether a browser does not show it, unless a script changes that.
pub(super) fn is_closed(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn has(classes: &str, words: &[&str]) -> bool {
    words.iter().any(|word| classes.contains(word))
}
