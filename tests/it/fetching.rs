//! Articles at addresses, from servers inside the test.

use crate::support::server::{send, server};
use assert_cmd::Command;
use std::io::Write;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;
use storydiff::article::{Article, Kind};
use storydiff::{ReadError, ReadOptions, parse, read};

const PAGE: &str = "<html><head><title>إضراب في الميناء | الرصيف</title><meta charset=utf-8></head><body><h1>إضراب في الميناء</h1>\
    <p>تواصل إضراب عمال الشحن والتفريغ في الميناء لليوم الرابع على التوالي، ما تسبب في بقاء تسع سفن راسية في عرض البحر.</p>\
    <p>وتطالب النقابة بتفعيل الاتفاق الذي نص على زيادة في الأجور وعلى انتداب عمال عرضيين قبل نهاية الشهر الجاري.</p></body></html>";

/// A server with one answer to everything.
fn with(head: &'static str, body: Vec<u8>) -> String {
    server(move |_, stream| send(stream, head, &body))
}

fn get(address: &str) -> Result<Article, ReadError> {
    let options = ReadOptions {
        timeout: Some(Duration::from_secs(5)),
        ..ReadOptions::default()
    };
    read(address.as_ref(), &options)
}

fn is_the_page(article: &Article) {
    assert_eq!(article.title.as_deref(), Some("إضراب في الميناء"));
    assert_eq!(article.name, "الرصيف");
    let body = article.paragraphs.iter().filter(|p| p.kind == Kind::Body);
    assert_eq!(body.count(), 2);
}

#[test]
fn a_page_is_fetched_once_and_plainly() {
    let address = server(|request, stream| {
        let plain = request.starts_with("GET /a%20b?c=d HTTP/1.1")
            && request.to_lowercase().contains("user-agent: storydiff/")
            && !request.to_lowercase().contains("cookie");
        let status = if plain { "200 OK" } else { "400 Bad Request" };
        send(
            stream,
            &format!("{status}\r\nContent-Type: text/html"),
            PAGE.as_bytes(),
        );
    });
    let address = format!("{address}/a%20b?c=d");
    let article = get(&address).expect("a page");
    is_the_page(&article);
    assert_eq!(article.source, address);
}

#[test]
fn redirects_are_followed_and_loops_are_not() {
    let address = server(|request, stream| {
        if request.starts_with("GET /new ") {
            send(stream, "200 OK\r\nContent-Type: text/html", PAGE.as_bytes());
        } else if request.starts_with("GET /loop ") {
            send(stream, "302 Found\r\nLocation: /loop", b"");
        } else {
            send(stream, "301 Moved Permanently\r\nLocation: /new", b"");
        }
    });
    is_the_page(&get(&format!("{address}/old")).expect("a page"));
    let error = get(&format!("{address}/loop")).expect_err("no end");
    assert!(matches!(error, ReadError::Unreachable { .. }), "{error}");
    assert!(error.to_string().contains("redirect"), "{error}");
}

#[test]
fn a_redirect_away_from_the_web_is_not_followed() {
    let address = with("302 Found\r\nLocation: file:///etc/passwd", Vec::new());
    let error = get(&address).expect_err("no web address");
    assert!(
        matches!(
            error,
            ReadError::Unreachable { .. } | ReadError::BadAddress { .. }
        ),
        "{error}"
    );
}

#[test]
fn a_wrong_charset_in_the_header_does_no_harm_and_a_right_one_is_used() {
    let wrong = with(
        "200 OK\r\nContent-Type: text/html; charset=iso-8859-1",
        PAGE.into(),
    );
    is_the_page(&get(&wrong).expect("a page"));
    let bytes = encoding_rs::WINDOWS_1256
        .encode("قال نعم ثم مضى")
        .0
        .into_owned();
    let right = with(
        "200 OK\r\nContent-Type: text/plain; charset=windows-1256",
        bytes,
    );
    let article = get(&right).expect("a text");
    assert_eq!(article.paragraphs[0].text, "قال نعم ثم مضى");
    assert!(article.notes.is_empty(), "{:?}", article.notes);
}

#[test]
fn a_slow_body_is_given_up() {
    let address = server(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<html>");
        for _ in 0..40 {
            thread::sleep(Duration::from_millis(100));
            if stream.write_all(b"<p>x").is_err() {
                return;
            }
        }
    });
    let options = ReadOptions {
        timeout: Some(Duration::from_millis(500)),
        ..ReadOptions::default()
    };
    let error = read(address.as_ref(), &options).expect_err("too slow");
    assert_eq!(
        error.to_string(),
        format!("{address}: did not come within 0.5 s")
    );
}

#[test]
fn too_much_is_not_read_even_where_it_came_packed() {
    let address = with("200 OK\r\nContent-Type: text/plain", vec![b'a'; 11 << 20]);
    let error = get(&address).expect_err("too large");
    assert_eq!(error.to_string(), format!("{address}: larger than 10 MB"));
}

#[test]
fn packed_pages_are_unpacked() {
    for (name, packed) in [
        (
            "gzip",
            include_bytes!("../fixtures/page.html.gz").as_slice(),
        ),
        ("br", include_bytes!("../fixtures/page.html.br").as_slice()),
    ] {
        let address = server(move |_, stream| {
            let head = format!("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {name}");
            send(stream, &head, packed);
        });
        is_the_page(&get(&address).expect(name));
    }
    // 64 MB of nothing in 64 kB.
    let bomb = include_bytes!("../fixtures/bomb.gz");
    let address = with("200 OK\r\nContent-Encoding: gzip", bomb.to_vec());
    let error = get(&address).expect_err("too large");
    assert_eq!(error.to_string(), format!("{address}: larger than 10 MB"));
}

#[test]
fn what_the_server_said_is_told() {
    for (head, said) in [
        ("404 Not Found", "404 Not Found"),
        ("403 Forbidden\r\nContent-Type: text/html", "403 Forbidden"),
        ("503 Busy", "503 Service Unavailable"),
    ] {
        let address = with(head, PAGE.into());
        let error = get(&address).expect_err(head);
        assert_eq!(
            error.to_string(),
            format!("{address}: the server said {said}")
        );
        assert!(error.hint().contains("browser"));
    }
}

#[test]
fn what_is_no_text_is_named() {
    let address = with(
        "200 OK\r\nContent-Type: image/png",
        b"\x89PNG\r\n\x1A\n....".to_vec(),
    );
    let error = get(&address).expect_err("a picture");
    assert_eq!(
        error.to_string(),
        format!("{address}: not text but an image (PNG)")
    );
    let plain = with(
        "200 OK\r\nContent-Type: text/plain",
        "قال الرئيس إن القوات ستنسحب.".into(),
    );
    assert_eq!(get(&plain).expect("a text").language, "ar");
    let empty = with("200 OK", Vec::new());
    assert!(matches!(get(&empty), Err(ReadError::Empty { .. })));
}

#[test]
fn nobody_there_and_no_such_place() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let error = get(&address).expect_err("nobody");
    assert!(matches!(error, ReadError::Unreachable { .. }), "{error}");
    assert!(
        error
            .to_string()
            .starts_with(&format!("{address}: cannot be reached: "))
    );
    for address in ["ftp://127.0.0.1/a", "http://", "https://a b"] {
        let error = get(address).expect_err("no address");
        assert_eq!(
            error.to_string(),
            format!("{address}: is no address that can be fetched")
        );
        assert!(!error.hint().is_empty());
    }
}

/// No name below `.invalid` is ever given out (RFC 6761), so no network is asked; a resolver may take its time.
#[test]
fn a_host_that_is_not_known_is_named() {
    let address = "http://no-such-host.invalid/";
    let options = ReadOptions {
        timeout: Some(Duration::from_mins(2)),
        ..ReadOptions::default()
    };
    let error = read(address.as_ref(), &options).expect_err("no host");
    assert_eq!(
        error.to_string(),
        format!("{address}: cannot be reached: no address of its host is known")
    );
    assert!(
        error
            .hint()
            .starts_with("check the address and the network")
    );
}

#[test]
fn offline_forbids_the_network() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
    let ran = command
        .args(["--offline", "http://127.0.0.1:9/a", "-"])
        .output();
    let ran = ran.expect("it runs");
    assert_eq!(ran.status.code(), Some(2));
    let said = String::from_utf8(ran.stderr).expect("text");
    assert_eq!(
        said,
        "storydiff: http://127.0.0.1:9/a: is an address, and nothing may be fetched here\n  hint: save the page in a browser and compare the file\n"
    );
}

#[test]
fn a_shortcut_leads_to_its_page() {
    let address = with("200 OK\r\nContent-Type: text/html", PAGE.into());
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        (
            "a.url",
            format!("[InternetShortcut]\r\nURL={address}/a\r\n"),
        ),
        (
            "a.webloc",
            format!(
                "<?xml version=\"1.0\"?><plist><dict><key>URL</key><string>{address}/a</string></dict></plist>"
            ),
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, &text).expect("written");
        let path = path.display().to_string();
        let article = get(&path).expect("a page");
        is_the_page(&article);
        assert_eq!(article.source, format!("{address}/a"));
        is_the_page(&get(&format!("file://{path}")).expect("a page"));
        let offline = ReadOptions {
            offline: true,
            ..ReadOptions::default()
        };
        let error = read(path.as_ref(), &offline).expect_err("nothing may be fetched");
        assert!(matches!(error, ReadError::Offline { .. }), "{error}");
        // Bytes at hand are never a word to go to the network.
        let error = parse(text.as_bytes(), name, &ReadOptions::default()).expect_err("no article");
        assert_eq!(
            error.to_string(),
            format!("{name}: only points to {address}/a")
        );
    }
}
