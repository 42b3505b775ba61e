//! Whole pages, small ones.

use super::{Doubt, Own, Page, bare};
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
        assert!(page.doubts.is_empty());
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
        let other = format!("<{kind}><h1>بلدية الساحل تشتري عبارات</h1><p>{third}</p></{kind}>");
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
        let part =
            format!("<section><{heading}>ماذا قال المحافظ أمس</{heading}><p>{OTHER}</p></section>");
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
    let body =
        |inside: &str| format!("<article>{HEADLINE}<p>{LONG}</p>{inside}<p>{OTHER}</p></article>");
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
    let body = |rest: &str| format!("<article>{HEADLINE}<div><p>{LONG}</p>{rest}</div></article>");
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
        assert_eq!(page(&body(&rest)).doubts, [Doubt::Hidden], "{rest}");
    }
    let again = format!("<div hidden><p>{LONG}</p></div><button>متابعة القراءة</button>");
    assert_eq!(report(&body(&again)), [LONG]);
    assert!(page(&body(&again)).doubts.is_empty());
}

#[test]
fn what_a_script_would_show_is_read_from_the_metadata() {
    for text in [
        format!("{LONG}\\n{OTHER}"),
        format!("<p>{LONG}</p><p>{OTHER}</p>"),
        format!("{LONG}\n{OTHER}"),
    ] {
        let data =
            format!(r#"{{"@type":"NewsArticle","headline":"انهيار سد","articleBody":"{text}"}}"#);
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
fn the_outlets_own_name_in_the_text_is_a_credit() {
    let page = page(&format!(
        "<div>{HEADLINE}<p>المدار</p><p>{LONG}</p><p>{OTHER}</p></div>"
    ));
    assert_eq!(rule(&page, "المدار"), Some("outlet"));
    assert_eq!(of(&page, Kind::Body), [LONG, OTHER]);
}

#[test]
fn a_topic_above_the_headline_is_no_claim() {
    let page = page(&format!(
        "<article><p>حوادث السدود</p>{HEADLINE}<p>{LONG}</p><p>{OTHER}</p></article>"
    ));
    assert_eq!(
        of(&page, Kind::Body),
        [LONG, OTHER],
        "{:?}",
        page.paragraphs
    );
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
    assert_eq!(short.doubts, [Doubt::Whole]);
    assert_eq!(of(&short, Kind::Body), ["قال نعم", "قال لا"]);
    let deep = format!("{}{LONG}<p>{OTHER}", "<div>".repeat(100_000));
    let deep = read(&deep);
    assert_eq!(deep.doubts, [Doubt::Whole]);
    assert_eq!(of(&deep, Kind::Body), [LONG, OTHER]);
}

#[test]
fn tags_are_cut_from_text_and_brackets_are_not() {
    let text = bare("a < b<script>if (x</y/.z) </script>c<STYLE>p{}</STYLE><br>d <");
    let text: Vec<&str> = text.split_whitespace().collect();
    assert_eq!(text, ["a", "<", "b", "c", "d", "<"]);
}

/// A page that a script fills from `data`.
fn drawn(data: &str) -> Page {
    read(&format!(
        "<head><title>انهيار سد قديم | المدار</title></head><nav>رياضة</nav><div id=__next></div>\
         <script id=__NEXT_DATA__ type='application/json'>{data}</script>"
    ))
}

#[test]
fn the_data_of_a_script_are_read_where_the_article_is_plainly_in_them() {
    let title = "انهيار سد قديم";
    let other = format!(r#"{{"title":"خبر آخر تماما","body":"<p>{OTHER}</p><p>{LONG}</p>"}}"#);
    for article in [
        format!(r#"{{"title":"{title}","body":"<p>{LONG}</p><p>{OTHER}</p>"}}"#),
        format!(
            r#"{{"headline":"{title}","content":[{{"type":"p","text":"{LONG}"}},{{"type":"p","text":"{OTHER}"}}]}}"#
        ),
        format!(
            r#"{{"title":"{title}","blocks":[{{"type":"text","model":{{"blocks":[{{"text":"{LONG}"}}]}}}},{{"children":[{{"text":"{OTHER}"}}]}}]}}"#
        ),
    ] {
        let data =
            format!(r#"{{"props":{{"pageProps":{{"article":{article},"more":[{other}]}}}}}}"#);
        let page = drawn(&data);
        assert_eq!(of(&page, Kind::Body), [LONG, OTHER], "{data}");
        assert!(page.doubts.is_empty(), "{:?}", page.doubts);
    }
    let unnamed = drawn(&format!(
        r#"[{other},{{"title":"وخبر","body":"<p>{LONG}</p><p>{LONG}</p>"}}]"#
    ));
    assert!(!of(&unnamed, Kind::Body).contains(&LONG));
    assert!(unnamed.doubts.contains(&Doubt::Undrawn) && unnamed.scripted);
}

#[test]
fn a_text_that_is_not_free_is_noted_and_read_whole_where_the_page_has_it() {
    let data = |more: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":"False"{more}}}</script>{HEADLINE}<p>{LONG}</p>"#
        )
    };
    let teaser = page(&data(""));
    assert_eq!(teaser.doubts, [Doubt::Teaser]);
    let whole = page(&data(&format!(r#","articleBody":"{LONG}\n{OTHER}""#)));
    assert_eq!(of(&whole, Kind::Body), [LONG, OTHER]);
}
