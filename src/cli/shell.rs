//! `storydiff completions` and `storydiff man`: what shells and readers of manuals need, made from the command line
//! itself.

use super::args::Cli;
use super::{DONE, Trouble};
use clap::CommandFactory;
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use std::io::Write;

/// The name of the program.
const NAME: &str = "storydiff";

/// Write completions for a shell to standard output.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  mkdir -p ~/.local/share/bash-completion/completions
  storydiff completions bash > ~/.local/share/bash-completion/completions/storydiff")]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Write a page of the manual to standard output: storydiff man | man -l -
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  mkdir -p ~/.local/share/man/man1
  storydiff man batch > ~/.local/share/man/man1/storydiff-batch.1")]
pub(super) struct ManArgs {
    /// The command whose page it is, such as batch; without it, the main page
    command: Option<String>,
}

/// Carry `completions` out; the status to exit with.
pub(super) fn completions(args: &CompletionsArgs, out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut text = Vec::new();
    generate(args.shell, &mut Cli::command(), NAME, &mut text);
    write(out, &text)
}

/// Carry `man` out; the status to exit with.
pub(super) fn man(args: &ManArgs, out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut all = Cli::command();
    all.build();
    let page = match &args.command {
        None => all,
        Some(name) => all.find_subcommand(name).cloned().ok_or(Trouble::Usage(
            "there is no such command, and so no page",
            "storydiff --help lists all commands",
        ))?,
    };
    let mut text = Vec::new();
    Man::new(page)
        .render(&mut text)
        .map_err(Trouble::Standard)?;
    write(out, &text)
}

fn write(out: &mut dyn Write, text: &[u8]) -> Result<u8, Trouble> {
    out.write_all(text)
        .and_then(|()| out.flush())
        .map_err(Trouble::Standard)?;
    Ok(DONE)
}
