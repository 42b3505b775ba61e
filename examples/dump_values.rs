//! Scratch: figures and times of texts, one a line, with their context. Not committed.
use storydiff::{ReadOptions, claim, parse};
fn main() {
    let mut args = std::env::args().skip(1);
    let mode = args.next().unwrap();
    for path in args {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(article) = parse(&bytes, &path, &ReadOptions::default()) else { continue };
        let (claims, _) = claim::find(&article, 'L');
        let short: String = path.rsplit('/').take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("/");
        for c in &claims {
            let ctx = |s: &std::ops::Range<usize>| {
                let before: String = c.text[..s.start].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                let after: String = c.text[s.end..].chars().take(60).collect();
                format!("{before}[[{}]]{after}", &c.text[s.clone()]).replace(['\n', '\t'], " ")
            };
            if mode.contains('f') {
                for f in &c.figures {
                    let up = f.upper.map_or(String::new(), |u| format!("..{u}"));
                    println!("F\t{short}\t{}{}{up} {} {:?} about={}\t{}", if f.ordinal { "#" } else { "" }, (f.value * 1e4).round() / 1e4, f.unit.as_deref().unwrap_or("-"), f.precision, f.about, ctx(&f.span));
                }
            }
            if mode.contains('t') {
                for t in &c.times {
                    let parts: Vec<String> = t.parts.iter().map(|p| format!("{:?}", p.moment)).collect();
                    println!("T\t{short}\t{}\t{}", parts.join(" "), ctx(&t.span));
                }
            }
        }
    }
}
