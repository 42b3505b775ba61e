//! What can be said on the command line.

use super::Trouble;
use super::batch::BatchArgs;
use super::judge::JudgeArgs;
use super::locks::{kept, parted};
use super::reader::ReaderArgs;
use super::shell::{CompletionsArgs, ManArgs};
use super::tips::VerdictParser;
use crate::{
    Bidi, Comparison, Encoding, Format, Layout, Lock, Sheet, StoryTable, Ui, Verdict, View, docx,
    render, render_story, story_docx, story_worksheet, worksheet,
};
use clap::{ArgAction, Parser, ValueEnum};
use std::path::{Path, PathBuf};

/// What stands at the end of the help and of the manual's page.
const EXAMPLES: &str = "\
Examples:
  storydiff ours.txt theirs.txt --brief              the answer in twenty lines
  storydiff ours.txt https://example.org/news.html   a file and a page
  storydiff ours.txt theirs.docx -o report.html      a report for editors
  storydiff ours.txt theirs.txt -o check.xlsx        a worksheet; what is written there comes back by
  storydiff ours.txt theirs.txt --locks check.xlsx
  storydiff a.txt b.txt c.txt                        three outlets, one story

Exit status: 0 done; 1 differences, under --exit-code; 2 trouble.";

/// Compare two reports of one story, claim by claim.
///
/// The report goes to standard output; everything else to standard error.
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    after_help = EXAMPLES
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) compare: Option<Args>,
    // Not within `Args`: clap does not see that arguments are there if some of them are nested.
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

/// What else than comparing two articles can be done. A file of such a name is given as ./judge.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Batch(BatchArgs),
    Judge(JudgeArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// What can be said of a comparison.
#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub(super) struct Args {
    /// The first article: a file, an http or https address, or - for standard input
    pub(super) left: PathBuf,
    /// The second article
    pub(super) right: PathBuf,
    /// More articles of the same story, twelve in all: the report then says which outlet makes which claim
    #[arg(num_args = 0..=10)]
    pub(super) more: Vec<PathBuf>,

    /// Format of the report [default: table, or by the ending of --output: .txt, .md, .html, .docx, .csv, .xlsx or .json]
    #[arg(short, long, value_enum)]
    format: Option<FormatArg>,
    /// Write the report to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Language of the report's own words
    #[arg(long, value_enum, default_value_t)]
    ui: UiArg,
    /// Show only these verdicts, commas between them
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = VerdictParser)]
    pub(super) only: Vec<Verdict>,
    /// Status 1 if the two differ: if a claim stands in one only, adds, conflicts, or has another source
    #[arg(long)]
    pub(super) exit_code: bool,

    /// An outlet's name, once for each article in their order [default: what the page says, else the file's]
    #[arg(long = "name", value_name = "NAME", help_heading = "Articles", conflicts_with_all = ["left_name", "right_name"])]
    pub(super) names: Vec<String>,
    /// The first outlet's name
    #[arg(long, value_name = "NAME", help_heading = "Articles")]
    pub(super) left_name: Option<String>,
    /// The second outlet's name
    #[arg(long, value_name = "NAME", help_heading = "Articles")]
    pub(super) right_name: Option<String>,
    /// Language of the first article, as a BCP 47 tag such as ar [default: detected]
    #[arg(long, value_name = "TAG", help_heading = "Articles", value_parser = language)]
    pub(super) left_lang: Option<String>,
    /// Language of the second article
    #[arg(long, value_name = "TAG", help_heading = "Articles", value_parser = language)]
    pub(super) right_lang: Option<String>,

    /// Never reach for the network: an address is an error
    #[arg(long, help_heading = "Articles")]
    pub(super) offline: bool,
    /// How long to wait for a server, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30, help_heading = "Articles", value_parser = clap::value_parser!(u64).range(1..=600))]
    pub(super) timeout: u64,

    /// How meaning is found
    #[arg(long, value_enum, default_value_t, help_heading = "Articles")]
    pub(super) encoder: EncoderArg,

    /// What the newsroom knows, as TOML: glosses, labels to watch, names that are one, lines that are no part of a report
    /// [default: storydiff/desk.toml in the configuration folder, if there is one]
    #[arg(long, value_name = "FILE", help_heading = "The desk")]
    pub(super) desk: Option<PathBuf>,
    /// Paragraphs or claims that belong together, whatever the scores say: A5=B1, A5.2=B1.1
    #[arg(long, value_name = "A5=B1", value_parser = kept, help_heading = "The desk")]
    pub(super) lock: Vec<Lock>,
    /// Paragraphs or claims that do not
    #[arg(long, value_name = "A8=B9", value_parser = parted, help_heading = "The desk")]
    pub(super) unlink: Vec<Lock>,
    /// A file of both, one a line: A5=B1, A8!=B9; or a worksheet (.csv, .xlsx) with words in its column for the status
    #[arg(long, value_name = "FILE", help_heading = "The desk")]
    pub(super) locks: Option<PathBuf>,

    /// Table, or one text under the other; auto stacks below 96 columns
    #[arg(long, value_enum, default_value_t = LayoutArg::Auto, help_heading = "Terminal")]
    layout: LayoutArg,
    /// How right-to-left text is written; auto asks the terminal
    #[arg(long, value_enum, default_value_t = BidiArg::Auto, help_heading = "Terminal")]
    bidi: BidiArg,
    /// Columns of the table [default: the terminal's, else 120]
    #[arg(long, value_name = "COLUMNS", help_heading = "Terminal", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(super) width: Option<u16>,
    /// When to write colours; auto also heeds `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, value_enum, default_value_t = ColorArg::Auto, help_heading = "Terminal")]
    pub(super) color: ColorArg,

    /// Never show a long report in a pager
    #[arg(long, help_heading = "Terminal")]
    pub(super) no_pager: bool,

    /// Show only the answer: about twenty lines with what conflicts, what moved on, the labels, and what each alone tells
    #[arg(long, conflicts_with = "full")]
    pub(super) brief: bool,
    /// Write out what is folded: claims and values that only one side has
    #[arg(long)]
    pub(super) full: bool,

    /// Say what was removed, how it was shown and how long it took
    #[arg(short, long, action = ArgAction::SetTrue)]
    pub(super) verbose: bool,

    /// Name the evidence behind each finding, with its strength (docs/quality.md lists what there is)
    #[arg(long)]
    pub(super) explain: bool,
    /// Say nothing but errors
    #[arg(short, long, conflicts_with = "verbose")]
    pub(super) quiet: bool,
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    /// The diff-style table
    Table,
    /// For editors
    Markdown,
    /// For editors: one page with both texts
    Html,
    /// For editors: a Word file
    Docx,
    /// For editors: a worksheet, one row a finding
    Csv,
    /// For editors: the same for Excel
    Xlsx,
    /// For programs
    Json,
}

/// What is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Text(Format),
    Docx,
    Sheet(Sheet),
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted::Text(Format::default())
    }
}

impl Wanted {
    /// The whole report, ready to be written out.
    pub(super) fn rendered(self, comparison: &Comparison, view: &View) -> Vec<u8> {
        match self {
            Wanted::Text(format) => render(comparison, format, view).into_bytes(),
            Wanted::Docx => docx(comparison, view),
            Wanted::Sheet(sheet) => worksheet(comparison, sheet, view),
        }
    }

    /// The same of a story of many outlets.
    pub(super) fn told(self, story: &StoryTable, view: &View) -> Vec<u8> {
        match self {
            Wanted::Text(format) => render_story(story, format, view).into_bytes(),
            Wanted::Docx => story_docx(story, view),
            Wanted::Sheet(sheet) => story_worksheet(story, sheet, view),
        }
    }

    /// Whether a terminal can show it.
    pub(super) fn is_text(self) -> bool {
        !matches!(self, Wanted::Docx | Wanted::Sheet(Sheet::Xlsx))
    }
}

impl FormatArg {
    pub(super) fn wanted(self) -> Wanted {
        match self {
            FormatArg::Table => Wanted::Text(Format::Table),
            FormatArg::Markdown => Wanted::Text(Format::Markdown),
            FormatArg::Html => Wanted::Text(Format::Html),
            FormatArg::Docx => Wanted::Docx,
            FormatArg::Csv => Wanted::Sheet(Sheet::Csv),
            FormatArg::Xlsx => Wanted::Sheet(Sheet::Xlsx),
            FormatArg::Json => Wanted::Text(Format::Json),
        }
    }
}

/// The languages of a report's own words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum UiArg {
    #[default]
    En,
    Ar,
}

impl UiArg {
    pub(super) fn ui(self) -> Ui {
        match self {
            UiArg::En => Ui::En,
            UiArg::Ar => Ui::Ar,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LayoutArg {
    Auto,
    Table,
    Stacked,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum BidiArg {
    Auto,
    Isolate,
    Visual,
    Words,
    None,
}

/// How meaning is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum EncoderArg {
    /// By words and by the sentence encoder in this program
    #[default]
    Embedded,
    /// By words alone
    None,
}

impl EncoderArg {
    pub(super) fn encoding(self) -> Encoding {
        match self {
            EncoderArg::Embedded => Encoding::Embedded,
            EncoderArg::None => Encoding::None,
        }
    }
}

/// When to write colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    Auto,
    Always,
    Never,
}

impl Args {
    /// As asked for, else by the output's ending, else a table.
    ///
    /// # Errors
    /// When the output's ending is none that a report can have: a table in a file named `report.pdf` helps nobody.
    pub(super) fn wanted(&self) -> Result<Wanted, Trouble> {
        match (self.format, self.output.as_deref()) {
            (Some(format), _) => Ok(format.wanted()),
            (None, Some(path)) => format_of(path).ok_or_else(|| Trouble::Ending {
                path: path.display().to_string(),
                hint: ENDINGS,
            }),
            (None, None) => Ok(Wanted::default()),
        }
    }

    /// Whether the report is the table for terminals.
    pub(super) fn is_table(&self) -> bool {
        matches!(self.wanted(), Ok(Wanted::Text(Format::Table)))
    }

    /// Whether something is asked for that only two articles have.
    pub(super) fn is_for_two(&self) -> bool {
        let named = [
            &self.left_name,
            &self.right_name,
            &self.left_lang,
            &self.right_lang,
        ];
        named.iter().any(|option| option.is_some())
            || !(self.lock.is_empty() && self.unlink.is_empty() && self.only.is_empty())
            || self.locks.is_some()
    }

    /// What `--name` calls an article; an empty name calls it nothing.
    pub(super) fn name(&self, article: usize) -> Option<&String> {
        self.names.get(article).filter(|name| !name.is_empty())
    }

    pub(super) fn ui(&self) -> Ui {
        self.ui.ui()
    }

    pub(super) fn layout(&self) -> Layout {
        match self.layout {
            LayoutArg::Auto => Layout::Auto,
            LayoutArg::Table => Layout::Table,
            LayoutArg::Stacked => Layout::Stacked,
        }
    }

    /// `None`: the terminal decides.
    pub(super) fn bidi(&self) -> Option<Bidi> {
        match self.bidi {
            BidiArg::Auto => None,
            BidiArg::Isolate => Some(Bidi::Isolate),
            BidiArg::Visual => Some(Bidi::Visual),
            BidiArg::Words => Some(Bidi::Words),
            BidiArg::None => Some(Bidi::None),
        }
    }
}

/// The endings that [`format_of`] knows.
const ENDINGS: &str = "known endings are .txt, .md, .markdown, .html, .htm, .docx, .csv, .xlsx and .json; --format names the format whatever the ending";

/// The format that a file's ending names; a table where it has none.
fn format_of(path: &Path) -> Option<Wanted> {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    match ending.to_ascii_lowercase().as_str() {
        "" | "txt" => Some(Wanted::Text(Format::Table)),
        "json" => Some(Wanted::Text(Format::Json)),
        "md" | "markdown" => Some(Wanted::Text(Format::Markdown)),
        "html" | "htm" => Some(Wanted::Text(Format::Html)),
        "docx" => Some(Wanted::Docx),
        "csv" => Some(Wanted::Sheet(Sheet::Csv)),
        "xlsx" => Some(Wanted::Sheet(Sheet::Xlsx)),
        _ => None,
    }
}

/// A well-formed tag; the case is made that of the contract.
pub(super) fn language(tag: &str) -> Result<String, &'static str> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let well_formed = (2..=3).contains(&primary.len())
        && primary.chars().all(|c| c.is_ascii_alphabetic())
        && tag
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if well_formed {
        Ok(primary.to_ascii_lowercase())
    } else {
        Err("a language tag has two or three letters: ar, en, fr")
    }
}

#[cfg(test)]
mod tests {
    use super::{Args, Cli, Command, Wanted};
    use crate::Format;
    use clap::{CommandFactory, Parser};

    fn parse(args: &[&str]) -> Result<Args, clap::Error> {
        let cli = Cli::try_parse_from([&["storydiff", "a.txt", "b.txt"], args].concat())?;
        Ok(cli.compare.expect("articles are given"))
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_format_is_the_asked_one_else_the_endings() {
        for (args, format) in [
            (&["-f", "markdown", "-o", "x.json"][..], Format::Markdown),
            (&["-o", "x.JSON"], Format::Json),
            (&["-o", "x.md"], Format::Markdown),
            (&["-o", "x.html"], Format::Html),
            (&["-o", "x.txt"], Format::Table),
            (&["-o", "reports.d/x"], Format::Table),
            (&["-o", "/dev/stdout"], Format::Table),
            (&["-f", "table", "-o", "x.pdf"], Format::Table),
            (&[], Format::Table),
        ] {
            let wanted = parse(args).expect("well formed").wanted();
            assert_eq!(wanted.ok(), Some(Wanted::Text(format)), "{args:?}");
        }
        for args in [&["-f", "docx"][..], &["-o", "x.docx"]] {
            let wanted = parse(args).expect("well formed").wanted();
            assert_eq!(wanted.ok(), Some(Wanted::Docx), "{args:?}");
        }
        for output in ["x.pdf", "x.DOC", "x.odt", "x.ods", "a/x.yaml"] {
            let trouble = parse(&["-o", output]).expect("well formed").wanted();
            let said = trouble.expect_err("no such format");
            assert!(said.to_string().starts_with(output), "{said}");
            for known in [".txt", ".md", ".html", ".docx", ".csv", ".xlsx", ".json"] {
                assert!(said.hint().is_some_and(|hint| hint.contains(known)));
            }
        }
    }

    #[test]
    fn a_command_stands_first_and_a_file_may_have_its_name() {
        let parse = |args: &[&str]| Cli::try_parse_from([&["storydiff"], args].concat());
        let command = |args: &[&str]| parse(args).expect("well formed").command;
        assert!(matches!(command(&["judge"]), Some(Command::Judge(_))));
        assert!(matches!(command(&["judge", "x"]), Some(Command::Judge(_))));
        assert!(command(&["./judge", "x"]).is_none());
        assert!(command(&["x", "judge"]).is_none());
        assert!(parse(&["x"]).is_err());
        assert!(parse(&["-v"]).is_err());
    }

    #[test]
    fn language_tags_are_checked() {
        let tag = |tag| parse(&["--left-lang", tag]).map(|args| args.left_lang);
        assert_eq!(tag("AR-eg").expect("a tag").as_deref(), Some("ar"));
        for wrong in ["arabic", "a", "", "12", "ar eg"] {
            assert!(tag(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        for args in [
            &["-v", "-q"][..],
            &["--only", "nothing"],
            &["--width", "10"],
            &["c.txt"; 11],
        ] {
            assert!(parse(args).is_err(), "{args:?}");
        }
    }
}
