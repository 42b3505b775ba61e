//! The Word report of real comparisons: whole, linked, the same twice, and read by a word processor.

use crate::support::checks::{self, assert_linked, assert_whole, between, text_of};
use crate::support::{ferry, word};
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use storydiff::model::Comparison;
use storydiff::report::{Ui, View, docx, docx_text};

fn in_language(ui: Ui) -> View {
    View {
        ui,
        full: true,
        ..View::default()
    }
}

fn each(check: impl Fn(&str, &Comparison, Ui, &str)) {
    checks::each(|name, comparison, ui| {
        check(
            name,
            comparison,
            ui,
            &docx_text(comparison, &in_language(ui)),
        );
    });
}

#[test]
fn every_link_finds_its_bookmark_and_no_bookmark_stands_twice() {
    each(|name, _, _, xml| {
        let bookmarks = between(xml, "w:name=\"", "\"");
        assert_linked(name, &between(xml, "w:anchor=\"", "\""), &bookmarks);
        let wrong = |b: &&str| !b.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        assert_eq!(bookmarks.iter().find(|b| wrong(b)), None, "{name}");
    });
}

#[test]
fn every_paragraph_and_every_claim_can_be_read_letter_for_letter() {
    each(|name, comparison, _, xml| assert_whole(name, comparison, &text_of(xml)));
}

#[test]
fn every_run_of_arabic_says_so_and_tables_run_as_the_report_does() {
    each(|name, _, ui, xml| {
        for run in between(xml, "<w:r>", "</w:r>") {
            let letters = text_of(run);
            let mut letters = letters.chars().filter(|c| c.is_alphabetic());
            let arabic = |c: char| ('\u{600}'..'\u{700}').contains(&c);
            if letters.next().is_some_and(arabic) && letters.all(arabic) {
                assert!(run.contains("<w:rtl/>"), "{name}: {run}");
            }
        }
        let (tables, turned) = (xml.matches("<w:tbl>"), xml.matches("<w:bidiVisual/>"));
        let wanted = if ui == Ui::Ar { tables.count() } else { 0 };
        assert_eq!(turned.count(), wanted, "{name}");
    });
}

#[test]
fn tags_close_in_order() {
    each(|name, _, _, xml| word::assert_well_formed(name, xml));
    word::assert_well_formed("ferry", &docx_text(&ferry(), &View::default()));
}

#[test]
fn the_file_holds_the_document_and_is_the_same_twice() {
    let view = View::default();
    let file = docx(&ferry(), &view);
    assert_eq!(file, docx(&ferry(), &view));
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a ZIP archive");
    for part in ["[Content_Types].xml", "_rels/.rels", "word/styles.xml"] {
        assert!(archive.by_name(part).is_ok(), "{part}");
    }
    let mut document = String::new();
    let mut part = archive.by_name("word/document.xml").expect("a document");
    part.read_to_string(&mut document).expect("UTF-8");
    assert_eq!(document, docx_text(&ferry(), &view));
}

/// What `LibreOffice` makes of a file; `None` where there is none and it may be missing.
fn converted(folder: &Path, to: &str, ending: &str) -> Option<Vec<u8>> {
    let settings = folder.join("settings").display().to_string();
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{settings}"))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(folder.join("report.docx"))
        .output();
    let Ok(done) = done else {
        assert!(
            std::env::var_os("CI").is_none(),
            "LibreOffice is missing; CI needs it"
        );
        eprintln!("skipped: there is no LibreOffice");
        return None;
    };
    let file = std::fs::read(folder.join("report").with_extension(ending));
    Some(file.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr))))
}

#[test]
fn a_word_processor_reads_it_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    for ui in [Ui::En, Ui::Ar] {
        let comparison = ferry();
        let file = docx(&comparison, &in_language(ui));
        std::fs::write(folder.path().join("report.docx"), file).expect("written");
        let Some(text) = converted(folder.path(), "txt:Text (encoded):UTF8", "txt") else {
            return;
        };
        let text = String::from_utf8(text).expect("UTF-8").replace('\n', " ");
        for side in [&comparison.left, &comparison.right] {
            for claim in &side.claims {
                let plain = claim.text.replace(['\u{202e}', '\u{1b}', '\u{7}'], "");
                assert!(text.contains(&plain), "{ui:?}: {plain:?} is not in {text}");
            }
        }
        let pdf = converted(folder.path(), "pdf", "pdf").expect("LibreOffice is there");
        assert!(pdf.starts_with(b"%PDF") && pdf.len() > 10_000);
    }
}
