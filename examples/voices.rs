//! What rules and what the tagger say of each claim of some articles, for weighing one against the other.
//!
//! `voices IN.jsonl`: the input is that of `states`; printed is per article its claims: paragraph, first and last byte,
//! the speaker's name by rules or null, and by the tagger the chance that somebody speaks, the source and its chance.

use serde_json::{Value, json};
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use storydiff::claim::tagger::opinions;
use storydiff::encoder::Encoder;

mod article;

fn main() -> Result<(), Box<dyn Error>> {
    let input = std::env::args().nth(1).ok_or("voices IN.jsonl")?;
    let encoder = Encoder::embedded().ok_or("built without the encoder")?;
    for line in BufReader::new(File::open(input)?).lines() {
        let told: Value = serde_json::from_str(&line?)?;
        let claims: Vec<Value> = opinions(&article::article(&told), encoder)
            .into_iter()
            .map(|(claim, opinion, name)| {
                let mass = opinion.source.as_ref().map_or(0.0, |s| s.mass);
                let rules = claim.speaker.as_ref().map(|s| s.name.clone());
                let vague = claim.speaker.as_ref().is_some_and(|s| s.vague);
                json!({
                    "at": [claim.paragraph, claim.span.start, claim.span.end], "rules": rules, "vague": vague,
                    "content": opinion.content, "source": name, "mass": mass, "text": claim.text,
                })
            })
            .collect();
        println!("{}", json!({"id": told["id"], "claims": claims}));
    }
    Ok(())
}
