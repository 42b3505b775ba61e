//! What a page says of its article: headline, outlet, author, day, language.
//!
//! JSON-LD comes first, then `OpenGraph`, then the older tags, microdata, and last what readers see. The headline that
//! stands on the page beats all of them, since the others are often written for search engines.

use super::super::clean::clean;
use super::content::squeezed;
use super::walk::Block;
use super::{date, jsonld};
use dom_query::Document;

/// What is known of an article beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Meta {
    pub(in super::super) title: Option<String>,
    pub(in super::super) outlet: Option<String>,
    pub(in super::super) author: Option<String>,
    /// As given, until it is read as a day.
    pub(in super::super) published: Option<String>,
    /// As given.
    pub(in super::super) language: Option<String>,
    /// The whole text, a paragraph a line, where the page repeats it.
    pub(in super::super) body: Option<String>,
    /// The lead, where the page repeats it.
    pub(in super::super) lead: Option<String>,
    /// Whether it says that not all of it is free to read.
    pub(in super::super) paid: bool,
}

const TITLES: [&str; 4] = ["og:title", "twitter:title", "dc.title", "title"];
const OUTLETS: [&str; 6] = [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "copyright",
];
const AUTHORS: [&str; 5] = [
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "byl",
];
const DAYS: [&str; 11] = [
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "og:published_time",
    "article:modified_time",
];

/// All that a page says of its article.
pub(super) fn read(page: &Document) -> Meta {
    let tags = tags(page);
    let tag = |names: &[&str]| {
        let given = |name: &&str| tags.iter().find(|(key, _)| key == *name);
        names.iter().find_map(given).map(|(_, value)| value.clone())
    };
    let named = |names: &[&str]| tag(names).filter(|name| !name.contains("://"));
    let data = jsonld::read(page);
    let attribute = |selector: &str, key: &str| {
        let found = page.select_single(selector);
        found
            .attr(key)
            .map(|value| clean(&value))
            .filter(|value| !value.is_empty())
    };
    let in_time = || {
        attribute("[itemprop=datePublished]", "content")
            .or_else(|| attribute("[itemprop=datePublished]", "datetime"))
            .or_else(|| attribute("time[datetime]", "datetime"))
    };
    let in_address = || {
        let link = attribute("link[rel=canonical]", "href").or_else(|| tag(&["og:url"]))?;
        date::of_address(&link)
    };
    Meta {
        title: data.title.or_else(|| tag(&TITLES)),
        outlet: data.outlet.or_else(|| named(&OUTLETS)),
        author: data.author.or_else(|| named(&AUTHORS)),
        published: data
            .published
            .or_else(|| tag(&DAYS))
            .or_else(in_time)
            .and_then(|given| date::day(&given))
            .or_else(in_address),
        language: attribute("html", "lang")
            .or(data.language)
            .or_else(|| tag(&["og:locale", "content-language", "language"])),
        body: data.body,
        lead: data
            .lead
            .or_else(|| tag(&["og:description", "description"])),
        paid: data.paid || tag(&["article:content_tier"]).is_some_and(|tier| tier == "locked"),
    }
}

/// The names of the `meta` elements in small letters, and their values, in order.
fn tags(page: &Document) -> Vec<(String, String)> {
    let metas = page.select("meta[content]");
    let tag = |node: &dom_query::NodeRef| {
        let key = ["property", "name", "itemprop", "http-equiv"]
            .into_iter()
            .find_map(|key| node.attr(key))?;
        let value = clean(&node.attr("content")?);
        (!value.is_empty()).then(|| (key.trim().to_ascii_lowercase(), value))
    };
    metas.nodes().iter().filter_map(tag).collect()
}

/// The page's own title, as browsers show it.
pub(super) fn window_title(page: &Document) -> Option<String> {
    let title = clean(&page.select_single("head title").text());
    (!title.is_empty()).then_some(title)
}

/// What parts a headline from its outlet in a window's title.
const BETWEEN: [&str; 10] = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " ~ ", " · ", " • ", ": ",
];

/// The headline, the block that shows it, and the outlet as far as the window's title tells.
pub(super) fn headline(
    blocks: &[Block],
    meta: &Meta,
    window: Option<&str>,
) -> (Option<String>, Option<usize>, Option<String>) {
    let given: Vec<String> = [meta.title.as_deref(), window]
        .into_iter()
        .flatten()
        .map(squeezed)
        .collect();
    let is_given = |block: &&usize| {
        let text = squeezed(&blocks[**block].text);
        !text.is_empty() && given.iter().any(|given| given.contains(&text))
    };
    let long = |n: &&usize| blocks[**n].text.split(' ').count() >= 3;
    let shown: Vec<usize> = (0..blocks.len())
        .filter(|&n| !blocks[n].marks.is_hidden() && blocks[n].apart.is_none())
        .collect();
    let headings = || shown.iter().filter(|&&n| blocks[n].level > 0);
    let at = headings()
        .filter(long)
        .filter(is_given)
        .max_by_key(|&&n| (blocks[n].linked.1, std::cmp::Reverse(n)))
        .or_else(|| {
            let mut first = headings().filter(|&&n| blocks[n].level == 1).filter(long);
            first.find(|&&n| blocks[n].marks.place.is_none())
        })
        .or_else(|| {
            let texts = shown.iter().filter(long).filter(is_given);
            texts.max_by_key(|&&n| (blocks[n].linked.1, std::cmp::Reverse(n)))
        })
        .copied();
    let parts = window.map(parts).unwrap_or_default();
    let title = match at {
        Some(at) => Some(blocks[at].text.clone()),
        None => meta
            .title
            .as_deref()
            .or(window)
            .map(|title| without_outlet(title, meta.outlet.as_deref())),
    };
    let outlet = title.as_deref().and_then(|title| beside(&parts, title));
    (title, at, outlet)
}

/// A window's title cut where it may be cut.
fn parts(window: &str) -> Vec<&str> {
    let mut parts = vec![window];
    for between in BETWEEN {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(between))
            .collect();
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The last part of the window's title that is no part of the headline, else the first.
fn beside(parts: &[&str], title: &str) -> Option<String> {
    let title = squeezed(title);
    let is_else = |part: &&&str| {
        let part = squeezed(part);
        !part.is_empty() && !title.contains(&part)
    };
    let found = match parts {
        [.., last] if is_else(&last) => Some(last),
        [first, ..] if is_else(&first) => Some(first),
        _ => None,
    };
    found.map(|part| part.trim().to_owned())
}

fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let Some(outlet) = outlet else {
        return title.to_owned();
    };
    let cut = BETWEEN.iter().find_map(|between| {
        let end = title
            .strip_suffix(outlet)
            .and_then(|rest| rest.strip_suffix(between));
        end.or_else(|| {
            title
                .strip_prefix(outlet)
                .and_then(|rest| rest.strip_prefix(between))
        })
    });
    cut.unwrap_or(title).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{beside, parts, without_outlet};

    #[test]
    fn the_outlet_stands_beside_the_headline_in_the_windows_title() {
        for (window, title, outlet) in [
            ("سرقة قطع أثرية | المدار", "سرقة قطع أثرية", Some("المدار")),
            ("المدار - سرقة قطع أثرية", "سرقة قطع أثرية", Some("المدار")),
            (
                "Fire: two dead - The Post",
                "Fire: two dead",
                Some("The Post"),
            ),
            ("Fire: two dead", "Fire: two dead", None),
        ] {
            assert_eq!(beside(&parts(window), title).as_deref(), outlet, "{window}");
        }
    }

    #[test]
    fn an_outlet_is_cut_from_a_headline_that_the_page_does_not_show() {
        assert_eq!(
            without_outlet("Two dead - The Post", Some("The Post")),
            "Two dead"
        );
        assert_eq!(
            without_outlet("The Post: Two dead", Some("The Post")),
            "Two dead"
        );
        assert_eq!(
            without_outlet("Two dead - The Post", None),
            "Two dead - The Post"
        );
    }
}
