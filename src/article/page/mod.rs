//! Web pages, saved or fetched: the report in them, what they say of it, and all the rest, listed.
//!
//! Entry: [`read`]. Nothing that a reader of the page would see is lost: what is no part of the report is in a
//! paragraph of its own, under the rule that took it out. Style sheets and scripts are not run, so a text that only
//! they show is not there.

mod apart;
mod content;
mod date;
mod guard;
mod hints;
mod jsonld;
mod meta;
mod sort;
mod walk;

use super::kinds::kinds;
use super::line::ends_with_stop;
use super::own::Own;
use super::paragraphs::paragraphs;
use super::{Kind, Paragraph};
use content::Content;
pub(super) use date::{day, of_address as day_of_address};
use dom_query::Document;
pub(super) use meta::Meta;
use sort::Head;

/// What a page holds.
pub(super) struct Page {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) meta: Meta,
    /// No main text was found: all of the page was read.
    pub(super) whole: bool,
    /// It loads scripts, which may put more text on it.
    pub(super) scripted: bool,
}

/// The page in `html`.
pub(super) fn read(html: &str, own: &Own) -> Page {
    if !guard::is_bounded(html) {
        return Page {
            paragraphs: kinds(paragraphs(bare(html).lines()), own),
            meta: Meta::default(),
            whole: true,
            scripted: false,
        };
    }
    let page = Document::from(html);
    let mut blocks = walk::blocks(&page);
    let mut meta = meta::read(&page);
    let window = meta::window_title(&page);
    let (title, at, beside) = meta::headline(&blocks, &meta, window.as_deref());
    if let Some(title) = at {
        for holder in apart::set_apart(&mut blocks, title) {
            if let Some(node) = page.tree.get(&holder) {
                node.remove_from_parent();
            }
        }
        apart::open_rest(&mut blocks, title);
    }
    let scripted = page.select("script[src]").exists();
    let content = Content::of(page, meta.body.as_deref());
    let head = Head {
        title: title.as_deref(),
        at,
        author: meta.author.as_deref(),
    };
    let mut paragraphs = sort::paragraphs(&blocks, content.as_ref(), &head, own);
    if let Some(body) = meta.body.as_deref().filter(|_| !shows_text(&paragraphs)) {
        paragraphs = sort::given(title.as_deref(), body, paragraphs, own);
    }
    meta.outlet = meta.outlet.or(beside);
    meta.title = title;
    if meta.published.is_none() {
        meta.published = day_near(&blocks, at, meta.language.as_deref());
    }
    Page {
        whole: content.is_none(),
        scripted,
        paragraphs,
        meta,
    }
}

/// From so many characters on, a line with a full stop is a paragraph, in any script.
const FULL: usize = 60;

/// Whether any paragraph of a report is on the page.
fn shows_text(paragraphs: &[Paragraph]) -> bool {
    let is_full = |text: &str| text.chars().count() >= FULL && ends_with_stop(text);
    paragraphs
        .iter()
        .any(|p| p.kind == Kind::Body && is_full(&p.text))
}

/// How far from the headline its day stands, in blocks.
const NEAR: usize = 8;
/// The longest line that is a date and little more, in words.
const LINE: usize = 14;

/// The day that stands near the headline: right below it, else right above.
fn day_near(
    blocks: &[walk::Block],
    title: Option<usize>,
    language: Option<&str>,
) -> Option<String> {
    let title = title?;
    let below = title + 1..blocks.len().min(title + NEAR);
    let above = title.saturating_sub(3)..title;
    let is_line = |n: &usize| blocks[*n].text.split(' ').count() <= LINE;
    let shown = |n: usize| date::shown(&blocks[n].text, language.unwrap_or_default());
    below.chain(above.rev()).filter(is_line).find_map(shown)
}

/// The text of a page without its tags, each on a line of its own. For pages that no parser should be given.
pub(super) fn bare(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            text.push('<');
            continue;
        }
        text.push('\n');
        let silent = ["script", "style"].into_iter().find(|name| {
            let head = rest.get(..name.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(name))
        });
        let end = match silent {
            Some("script") => find_ignoring_case(rest, "</script"),
            Some(_) => find_ignoring_case(rest, "</style"),
            None => Some(0),
        };
        let behind = end.and_then(|end| rest.get(end..)).unwrap_or_default();
        rest = behind.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text
}

fn find_ignoring_case(text: &str, tag: &str) -> Option<usize> {
    let at = |at: &usize| {
        text.get(*at..at + tag.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(tag))
    };
    text.match_indices('<').map(|(at, _)| at).find(at)
}

#[cfg(test)]
mod tests {
    use super::{Own, Page, bare};
    use crate::article::Kind;

    const LONG: &str = "أعلنت وزارة الموارد المائية اليوم تشكيل لجنة تحقيق برئاسة وكيل الوزارة، على أن ترفع تقريرها خلال عشرة أيام إلى رئيس الحكومة.";
    const OTHER: &str = "وقال المحافظ إن أكثر من ستمئة عائلة نقلت إلى مراكز إيواء مؤقتة في مدارس المدينة، مؤكدا أن الحادث لم يسفر عن ضحايا حتى الآن.";

    fn read(html: &str) -> Page {
        super::read(html, &Own::new(&[]))
    }

    fn page(body: &str) -> Page {
        read(&format!(
            "<html dir=rtl><head><title>انهيار سد قديم في المحافظة | المدار</title></head><body>{body}</body></html>"
        ))
    }

    fn of(page: &Page, kind: Kind) -> Vec<&str> {
        let of_kind = page.paragraphs.iter().filter(|p| p.kind == kind);
        of_kind.map(|p| p.text.as_str()).collect()
    }

    fn rule<'p>(page: &'p Page, text: &str) -> Option<&'p str> {
        let mut holding = page.paragraphs.iter().filter(|p| p.text.contains(text));
        holding.find_map(|p| p.rule.as_deref())
    }

    #[test]
    fn paragraphs_are_told_however_they_are_set() {
        for body in [
            format!("<p>{LONG}</p><p>&nbsp;</p><p dir=rtl><span>{OTHER}</span></p>"),
            format!("<div>{LONG}<br><br>{OTHER}</div>"),
            format!("<div>&nbsp;{LONG}<br/>\n&nbsp;<br/>{OTHER}</div>"),
            format!("<div><div>{LONG}</div><div>{OTHER}</div></div>"),
            format!("<table><tr><td><font size=4>{LONG}<br />{OTHER}</font></table>"),
            format!("<x-body><x-text>{LONG}</x-text><x-text>{OTHER}</x-text></x-body>"),
        ] {
            let page = page(&format!("<h1>انهيار سد قديم في المحافظة</h1>{body}"));
            assert_eq!(of(&page, Kind::Body), [LONG, OTHER], "{body}");
            assert_eq!(of(&page, Kind::Title), ["انهيار سد قديم في المحافظة"]);
            assert_eq!(page.meta.outlet.as_deref(), Some("المدار"));
            assert!(!page.whole);
        }
    }

    #[test]
    fn what_is_no_report_is_listed_under_its_rule() {
        let page = page(&format!(
            "<nav><a href=1>سياسة</a><a href=2>رياضة</a></nav><h1>انهيار سد قديم في المحافظة</h1><p>{LONG}</p>\
             <div class=box><h3>شاهدوا معنا</h3><ul><li><a href=3>قصة أخرى من البلاد</a></li><li><a href=4>وقصة ثانية</a></li></ul></div>\
             <blockquote class=pull-quote>لم يسفر عن ضحايا حتى الآن</blockquote>\
             <p style='display: none'>نص لا يراه أحد</p><figure><img src=a><figcaption>المياه قرب السد صباح اليوم</figcaption></figure>\
             <p>{OTHER}</p><div class=share-bar><span>إلى الأصدقاء</span></div><footer>حقوق الموقع</footer>"
        ));
        for (text, wanted) in [
            ("سياسة رياضة", "navigation"),
            ("وقصة ثانية", "related links"),
            ("شاهدوا معنا", "related links"),
            ("لم يسفر عن ضحايا حتى الآن", "pull quote"),
            ("نص لا يراه أحد", "hidden"),
            ("المياه قرب السد", "caption"),
            ("إلى الأصدقاء", "page furniture"),
            ("حقوق الموقع", "page margin"),
        ] {
            assert_eq!(
                rule(&page, text),
                Some(wanted),
                "{text}: {:?}",
                page.paragraphs
            );
        }
        let body = of(&page, Kind::Body);
        assert_eq!(body, [LONG, "المياه قرب السد صباح اليوم", OTHER]);
    }

    /// The texts of a page's report, in order.
    fn report(body: &str) -> Vec<String> {
        let page = page(body);
        let report = page.paragraphs.iter().filter(|p| p.kind == Kind::Body);
        report.map(|p| p.text.clone()).collect()
    }

    const HEADLINE: &str = "<h1>انهيار سد قديم في المحافظة</h1>";

    #[test]
    fn another_article_on_the_page_is_set_apart_and_a_part_of_this_one_is_not() {
        let third = "وقالت بلدية المدينة الساحلية إنها اشترت أربع عبارات كهربائية جديدة من حوض في الشمال، تدخل الخدمة بعد عامين.";
        for kind in ["article", "div", "section"] {
            let other =
                format!("<{kind}><h1>بلدية الساحل تشتري عبارات</h1><p>{third}</p></{kind}>");
            let own = format!("<{kind}>{HEADLINE}<p>{LONG}</p><p>{OTHER}</p></{kind}>");
            assert_eq!(
                report(&format!("<main>{own}{other}</main>")),
                [LONG, OTHER],
                "{kind}"
            );
            assert_eq!(
                report(&format!("<main>{other}{own}</main>")),
                [LONG, OTHER],
                "{kind}"
            );
        }
        for heading in ["h1", "h2"] {
            let part = format!(
                "<section><{heading}>ماذا قال المحافظ أمس</{heading}><p>{OTHER}</p></section>"
            );
            let body = format!("<article>{HEADLINE}<p>{LONG}</p>{part}</article>");
            assert_eq!(
                report(&body),
                [LONG, "ماذا قال المحافظ أمس", OTHER],
                "{heading}"
            );
        }
    }

    #[test]
    fn comments_are_told_by_their_heading_or_by_who_wrote_them_when() {
        let comment = |name: &str| {
            format!("<li><b>{name}</b> <i>12 مارس، 21:40</i><div><p>{OTHER}</p></div></li>")
        };
        let list = format!("<ul>{}{}</ul>", comment("أبو سالم"), comment("قارئة"));
        let article = format!("<article>{HEADLINE}<p>{LONG}</p></article>");
        for list in [list.clone(), format!("<div><h3>12 تعليقا</h3>{list}</div>")] {
            assert_eq!(
                report(&format!("<main>{article}{list}</main>")),
                [LONG],
                "{list}"
            );
        }
        // What a live blog has inside its article stays, and a count above the text says nothing.
        let inside = format!("<article>{HEADLINE}<p>{LONG}</p>{list}</article>");
        assert!(report(&inside).iter().any(|text| text == OTHER));
        let above = format!("{HEADLINE}<div><a>12 تعليقا</a><p>{LONG}</p><p>{OTHER}</p></div>");
        assert_eq!(report(&above), [LONG, OTHER]);
    }

    #[test]
    fn the_pitch_of_a_paywall_is_set_apart_and_what_it_hides_is_not() {
        let offers = "<h2>El puerto entero</h2><p>Suscríbete para leer sin límites.</p><ul><li>Acceso ilimitado a todos los contenidos</li><li>Juegos</li></ul>";
        let pitch = format!("<div class=paywall>{offers}</div>");
        let body = |inside: &str| {
            format!("<article>{HEADLINE}<p>{LONG}</p>{inside}<p>{OTHER}</p></article>")
        };
        assert_eq!(report(&body(&pitch)), [LONG, OTHER]);
        let walled = format!("<div class=paywall><p>{LONG}</p>{offers}</div>");
        assert!(
            report(&body(&walled))
                .iter()
                .filter(|text| *text == LONG)
                .count()
                == 2
        );
    }

    #[test]
    fn the_rest_of_an_article_is_opened_where_a_control_shows_it() {
        let body =
            |rest: &str| format!("<article>{HEADLINE}<div><p>{LONG}</p>{rest}</div></article>");
        let closed = format!("<div style='display:none'><p>{OTHER}</p></div>");
        for control in [
            "<button>متابعة القراءة</button>",
            "<a href=x>اقرأ المزيد</a>",
        ] {
            assert_eq!(
                report(&body(&format!("{closed}{control}"))),
                [LONG, OTHER],
                "{control}"
            );
            assert_eq!(
                report(&body(&format!("{control}{closed}"))),
                [LONG, OTHER],
                "{control}"
            );
        }
        for rest in [closed.clone(), format!("{closed}<button>إغلاق</button>")] {
            assert_eq!(report(&body(&rest)), [LONG], "{rest}");
        }
        let again = format!("<div hidden><p>{LONG}</p></div><button>متابعة القراءة</button>");
        assert_eq!(report(&body(&again)), [LONG]);
    }

    #[test]
    fn what_a_script_would_show_is_read_from_the_metadata() {
        for text in [
            format!("{LONG}\\n{OTHER}"),
            format!("<p>{LONG}</p><p>{OTHER}</p>"),
            format!("{LONG}\n{OTHER}"),
        ] {
            let data = format!(
                r#"{{"@type":"NewsArticle","headline":"انهيار سد","articleBody":"{text}"}}"#
            );
            let html = format!(
                "<script type='application/ld+json'>{data}</script><nav>رياضة</nav><div id=app>Loading</div>"
            );
            let page = read(&html);
            assert_eq!(of(&page, Kind::Body), [LONG, OTHER], "{text}");
            assert_eq!(of(&page, Kind::Title), ["انهيار سد"]);
            assert!(rule(&page, "رياضة").is_some());
        }
    }

    #[test]
    fn a_headline_that_only_the_metadata_have_stands_above_the_text() {
        let html = format!(
            "<head><meta property=og:title content='انهيار سد - المدار'><meta property=og:site_name content='المدار'></head><p>{LONG}</p><p>{OTHER}</p>"
        );
        let page = read(&html);
        assert_eq!(of(&page, Kind::Title), ["انهيار سد"]);
        assert_eq!(of(&page, Kind::Body), [LONG, OTHER]);
    }

    #[test]
    fn a_page_without_main_text_is_read_whole_and_so_is_one_that_is_nested_too_deep() {
        let short = page("<div>قال نعم</div><div>قال لا</div>");
        assert!(short.whole);
        assert_eq!(of(&short, Kind::Body), ["قال نعم", "قال لا"]);
        let deep = format!("{}{LONG}<p>{OTHER}", "<div>".repeat(100_000));
        let deep = read(&deep);
        assert!(deep.whole);
        assert_eq!(of(&deep, Kind::Body), [LONG, OTHER]);
    }

    #[test]
    fn tags_are_cut_from_text_and_brackets_are_not() {
        let text = bare("a < b<script>if (x</y/.z) </script>c<STYLE>p{}</STYLE><br>d <");
        let text: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(text, ["a", "<", "b", "c", "d", "<"]);
    }
}
