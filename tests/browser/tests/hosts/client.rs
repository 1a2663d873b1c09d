//! A client that sends what it is told and unpacks nothing by itself, as no ready one does.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use flate2::read::MultiGzDecoder;

/// Longer than any answer takes.
const LIMIT: Duration = Duration::from_secs(20);

/// The answer of a server, its body as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The values of a header, one for each time it was sent.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a header; several ones joined by commas, as HTTP has it.
    pub fn header(&self, name: &str) -> Option<String> {
        let all = self.all(name);
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// The body, unpacked as the answer says.
    pub fn content(&self) -> Vec<u8> {
        let mut content = Vec::new();
        let read = match self.header("content-encoding").as_deref() {
            None => return self.body.clone(),
            Some("gzip") => MultiGzDecoder::new(&self.body[..]).read_to_end(&mut content),
            Some("br") => brotli::Decompressor::new(&self.body[..], 4096).read_to_end(&mut content),
            Some(other) => panic!("no browser of today unpacks {other}"),
        };
        read.unwrap_or_else(|error| panic!("the body is not what its label says: {error}\n{:?}", self.headers));
        content
    }
}

/// Sends a request on a connection of its own; the target is sent as it is.
pub fn ask(port: u16, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
    try_to_ask(port, method, target, headers).unwrap_or_else(|| panic!("no answer to {method} {target}"))
}

/// The same where the server may find that no answer is the best one.
pub fn try_to_ask(port: u16, method: &str, target: &str, headers: &[(&str, &str)]) -> Option<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("the server takes connections");
    stream.set_read_timeout(Some(LIMIT)).expect("a limit can be set");
    let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let headers = headers.concat();
    let request = format!("{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).expect("the request is sent");
    let mut received = Vec::new();
    stream.read_to_end(&mut received).ok()?;
    parse(&received)
}

fn parse(received: &[u8]) -> Option<Answer> {
    let end = received.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&received[..end]);
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = &received[end + 4..];
    let body = if chunked && !body.is_empty() { joined(body)? } else { body.to_vec() };
    Some(Answer { status, headers, body })
}

/// A body that came in chunks, each after its length.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|window| window == b"\r\n")?;
        let length = usize::from_str_radix(str::from_utf8(&body[..end]).ok()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        let chunk = &body[end + 2..];
        whole.extend_from_slice(chunk.get(..length)?);
        body = chunk.get(length + 2..)?;
    }
}
