//! Finds the encoder's weights: `models/encoder.bin`, or the file that `STORYDIFF_ENCODER` names. They are no part of
//! the package in the registry, which is too small for them; `docs/release.md` says where they are. Where the user
//! names a file that is not there, the build fails: cargo shows no warnings of packages from a registry.

use std::env;
use std::path::PathBuf;

fn main() {
    println!("cargo:rustc-check-cfg=cfg(encoder_weights)");
    println!("cargo:rerun-if-env-changed=STORYDIFF_ENCODER");
    let asked = env::var_os("STORYDIFF_ENCODER").filter(|path| !path.is_empty());
    let is_asked = asked.is_some();
    let path = asked.map_or_else(|| PathBuf::from("models/encoder.bin"), PathBuf::from);
    match path.canonicalize() {
        Ok(path) if path.is_file() => {
            println!("cargo:rerun-if-changed={}", path.display());
            println!("cargo:rustc-env=STORYDIFF_ENCODER={}", path.display());
            println!("cargo:rustc-cfg=encoder_weights");
        }
        _ if env::var_os("CARGO_FEATURE_EMBEDDED_ENCODER").is_none() => {}
        _ if is_asked => println!(
            "cargo::error={} is not there: STORYDIFF_ENCODER names the encoder's weights by their whole path",
            path.display()
        ),
        _ => println!(
            "cargo:warning={} is not there: built without the sentence encoder, by words alone (docs/release.md)",
            path.display()
        ),
    }
}
