//! The `storydiff` command.
use std::path::Path;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let l = storydiff::read(Path::new(&a[1]), &storydiff::ReadOptions::default()).unwrap();
    let r = storydiff::read(Path::new(&a[2]), &storydiff::ReadOptions::default()).unwrap();
    let c = storydiff::compare(&l, &r, &storydiff::Options::default());
    print!(
        "{}",
        storydiff::report::render(
            &c,
            storydiff::report::Format::Json,
            &storydiff::report::View::default()
        )
    );
}
