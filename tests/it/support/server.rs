//! Servers inside a test, on loopback.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// How many connections a server takes.
const CONNECTIONS: usize = 256;

/// A server that gives each connection to `answer`, with the request: its head, and its body where it has one.
pub fn server(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port on loopback");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming().take(CONNECTIONS) {
            let mut stream = stream.expect("a connection");
            let request = request(&mut stream);
            answer(&request, &mut stream);
        }
    });
    address
}

fn request(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) > 0 {
        head.push(byte[0]);
    }
    let mut whole = String::from_utf8_lossy(&head).into_owned();
    let length = whole.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    let _ = stream.read_exact(&mut body);
    whole.push_str(&String::from_utf8_lossy(&body));
    whole
}

/// Send an answer: its status and headers, and its body.
pub fn send(stream: &mut TcpStream, head: &str, body: &[u8]) {
    let length = body.len();
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    // Who has heard enough may hang up.
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body);
}
