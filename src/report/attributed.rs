//! Who says a claim, and how they stand to it: the one place that words it, for all formats.
//!
//! What somebody denied must never read as what they said, so that no format writes a speaker's name before a claim on
//! its own.

use super::messages::{Messages, Msg};
use super::outline::line::{Line, Piece, Slot, joined, line, own};
use crate::claim::{Speaker, Stance};

/// Who says it, with those who passed it on: `Tokayev`, `the ministry denied via RT, Novosti`, `own voice`. `quote` makes
/// a piece of a name as the article has it.
pub(super) fn voice<'a>(
    messages: Messages,
    speaker: Option<&'a Speaker>,
    quote: impl Fn(&'a str) -> Piece<'a>,
) -> Line<'a> {
    let Some(speaker) = speaker else {
        return own(messages, Msg::OwnVoice);
    };
    let mut name = vec![quote(&speaker.name)];
    if speaker.vague {
        name = line(
            messages,
            Msg::SpeakerVague,
            vec![("name", Slot::Line(name))],
        );
    }
    let mut said = stood(messages, speaker, name);
    if !speaker.via.is_empty() {
        let relays = relays(messages, &speaker.via, quote);
        said.push(Piece::Own(" ".to_owned()));
        said.extend(line(
            messages,
            Msg::Via,
            vec![("relays", Slot::Line(relays))],
        ));
    }
    said
}

/// Whether a claim's own words name who says it, so that a reader need not be told again.
pub(super) fn names_itself(speaker: &Speaker, words: &str) -> bool {
    /// Shorter words of a name are articles, initials and the like.
    const TELLING: usize = 4;
    let mut telling = speaker.name.split_whitespace();
    speaker.in_text
        && speaker.via.is_empty()
        && telling.any(|word| word.chars().count() >= TELLING && words.contains(word))
}

/// Those who passed a statement on, nearest to the reader first.
pub(super) fn relays<'a>(
    messages: Messages,
    via: &'a [String],
    quote: impl Fn(&'a str) -> Piece<'a>,
) -> Line<'a> {
    let names = via.iter().map(|name| vec![quote(name)]);
    joined(messages, Msg::ListComma, names)
}

/// The same in few words, for a cell of the terminal: `the ministry denied (RT, Novosti)`.
pub(super) fn short(messages: Messages, speaker: &Speaker) -> String {
    let name = vec![Piece::Own(speaker.name.clone())];
    let said = text(&stood(messages, speaker, name));
    match speaker.via.as_slice() {
        [] => said,
        via => format!("{said} ({})", via.join(", ")),
    }
}

/// The same without those who passed it on, for a story of many outlets.
pub(super) fn plain(messages: Messages, speaker: Option<&Speaker>) -> String {
    let bare = speaker.map(|speaker| Speaker {
        via: Vec::new(),
        ..speaker.clone()
    });
    let quote = |name: &str| Piece::Own(name.to_owned());
    text(&voice(messages, bare.as_ref(), quote))
}

/// Whether a claim's words, alone, would be taken for what its speaker says.
pub(super) fn misleads(speaker: Option<&Speaker>) -> bool {
    speaker.is_some_and(|speaker| shown(speaker) != Stance::Says)
}

/// A name with how its bearer stands to the claim.
fn stood<'a>(messages: Messages, speaker: &Speaker, name: Line<'a>) -> Line<'a> {
    let name = if speaker.sure {
        name
    } else {
        line(
            messages,
            Msg::SpeakerUnsure,
            vec![("name", Slot::Line(name))],
        )
    };
    let slots = vec![
        ("stance", Slot::Choice(shown(speaker).as_str())),
        ("name", Slot::Line(name)),
    ];
    line(messages, Msg::SpeakerStance, slots)
}

/// The stance that the claim's words do not tell themselves: `The ministry denied: The ministry denied the attack` would
/// deny it twice.
fn shown(speaker: &Speaker) -> Stance {
    if speaker.in_text {
        Stance::Says
    } else {
        speaker.stance
    }
}

fn text(line: &Line<'_>) -> String {
    let words = line.iter().map(|piece| match piece {
        Piece::Own(text) => text.as_str(),
        _ => "",
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use crate::report::{View, docx_text, render_story, story_docx_text};
    use crate::{Encoding, Format, Layout, Options, ReadOptions, Ui, compare, parse, render, tell};

    const DENIED: &str = "he had lobbied for the merger";

    /// A report without its markup, on one line.
    fn words(report: &str) -> String {
        let mut inside = false;
        let mut words = String::new();
        for c in report.chars() {
            inside |= c == '<';
            if !inside {
                words.push(if c == '\n' { ' ' } else { c });
            }
            inside &= c != '>';
        }
        words
    }

    /// Whether each time what was denied is shown, a word of denial stands right before it.
    fn denies_always(report: &str) -> bool {
        const BEFORE: usize = 120;
        let report = words(report);
        let mut shown = report.match_indices(DENIED).peekable();
        shown.peek().is_some()
            && shown.all(|(at, _)| {
                let before = &report[report.floor_char_boundary(at.saturating_sub(BEFORE))..at];
                before.contains("denied") || before.contains("نفي من")
            })
    }

    #[test]
    fn no_format_shows_what_was_denied_as_said() -> Result<(), crate::ReadError> {
        let read = |text: &str| parse(text.as_bytes(), "mail.txt", &ReadOptions::default());
        let reports = [
            read("The merger\n\nHis spokesperson denied that he had lobbied for the merger.")?,
            read("The merger\n\nThe mayor denied that he had lobbied for the merger in May.")?,
            read("The weather\n\nSnow closed the northern road on Sunday night.")?,
        ];
        let options = Options {
            encoder: Encoding::None,
            ..Options::default()
        };
        let story = tell(&reports, &options);
        // Linked, and alone.
        let pairs = [1, 2].map(|other| compare(&reports[0], &reports[other], &options));
        for ui in [Ui::En, Ui::Ar] {
            for layout in [Layout::Table, Layout::Stacked] {
                let view = View {
                    ui,
                    layout,
                    width: 300,
                    ..View::default()
                };
                for format in [Format::Table, Format::Markdown, Format::Html] {
                    for pair in &pairs {
                        let report = render(pair, format, &view);
                        assert!(denies_always(&report), "{ui:?} {format:?}: {report}");
                    }
                    let report = render_story(&story, format, &view);
                    assert!(denies_always(&report), "{ui:?} {format:?}: {report}");
                }
                for pair in &pairs {
                    assert!(denies_always(&docx_text(pair, &view)), "{ui:?}");
                }
                assert!(denies_always(&story_docx_text(&story, &view)), "{ui:?}");
            }
        }
        for json in [
            render(&pairs[0], Format::Json, &View::default()),
            render_story(&story, Format::Json, &View::default()),
        ] {
            assert_eq!(json.matches("\"stance\": \"denies\"").count(), 2);
        }
        Ok(())
    }
}
