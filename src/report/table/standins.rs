//! Stand-ins: what comfy-table lays out instead of the text.
//!
//! comfy-table measures a cell by `str::width`, which counts a lam-alef pair as one cell where nearly every terminal
//! advances two, and it has no hook for another measure. So each cluster goes in as one `x` or one `中`, which every
//! measure agrees on; comfy-table wraps and pads those, and what it prints is read back: the stand-ins of a cell come
//! out in the order in which they went in.

use super::block::Block;
use super::cluster::Cluster;
use super::paint::Pen;
use std::collections::VecDeque;

const NARROW: char = 'x';
const WIDE: char = '中';

/// The text of one cell, while its stand-ins are laid out.
#[derive(Debug)]
pub(super) struct Held {
    blocks: VecDeque<(bool, VecDeque<Cluster>)>,
}

impl Held {
    /// Takes the text of a cell, and says what stands in for it.
    pub(super) fn take(blocks: &[Block], width: usize, pen: Pen) -> (Held, String) {
        let set = blocks
            .iter()
            .map(|block| (block.rtl, pen.fit(block, width)));
        let set: Vec<_> = set
            .filter(|(_, line)| !line.iter().all(Cluster::is_space))
            .collect();
        let lines: Vec<String> = set.iter().map(|(_, line)| stand_ins(line)).collect();
        let blocks = set.into_iter().map(|(rtl, line)| (rtl, seen(line)));
        (
            Held {
                blocks: blocks.collect(),
            },
            lines.join("\n"),
        )
    }

    /// Gives the text back for one line of stand-ins, with its direction.
    pub(super) fn give(&mut self, laid: &str) -> (bool, Vec<Cluster>) {
        while self.blocks.front().is_some_and(|(_, rest)| rest.is_empty()) {
            self.blocks.pop_front();
        }
        let Some((rtl, rest)) = self.blocks.front_mut() else {
            return (false, Vec::new());
        };
        let line = laid.trim().chars().filter_map(|c| match c {
            NARROW | WIDE => rest.pop_front(),
            _ => Some(space()),
        });
        (*rtl, line.collect())
    }
}

fn space() -> Cluster {
    Cluster {
        text: " ".to_owned(),
        width: 1,
        style: super::style::Style::Plain,
    }
}

fn seen(line: Vec<Cluster>) -> VecDeque<Cluster> {
    line.into_iter().filter(|c| !c.is_space()).collect()
}

fn stand_ins(line: &[Cluster]) -> String {
    let one = |cluster: &Cluster| match cluster.width {
        _ if cluster.is_space() => ' ',
        2 => WIDE,
        _ => NARROW,
    };
    line.iter().map(one).collect()
}
