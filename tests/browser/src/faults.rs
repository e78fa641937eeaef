//! What can go wrong with one file on its way? A path that begins with `faulty/<fault>/<file>/<id>/` is served like `plain/`, but for
//! that file, until `healed/<id>` has been asked for. `asked/<id>` is there once the file has been asked for.

use std::collections::BTreeSet;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use http_body_util::{BodyExt, Either, Full};
use hyper::body::{Body, Bytes, Frame};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE};
use hyper::{Response, StatusCode};
use tokio::sync::{mpsc, watch};

/// What is sent: a whole body, or one in pieces.
pub type Reply = Either<Full<Bytes>, Pieces>;

/// A body that comes in pieces, and may break off.
pub struct Pieces(mpsc::Receiver<io::Result<Bytes>>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// A path with a fault.
pub struct Faulty<'a> {
    /// What happens.
    pub fault: &'a str,
    /// To which file, as its sources call it.
    pub file: &'a str,
    /// The name of this one case.
    pub id: &'a str,
    /// The path without the fault.
    pub rest: &'a str,
}

impl<'a> Faulty<'a> {
    /// Reads a path; none if it has no fault.
    pub fn read(path: &'a str) -> Option<Faulty<'a>> {
        let mut parts = path.strip_prefix("/faulty/")?.splitn(4, '/');
        Some(Faulty { fault: parts.next()?, file: parts.next()?, id: parts.next()?, rest: parts.next()? })
    }
}

/// Which faulty files have been asked for, and which cases are over.
#[derive(Clone, Default)]
pub struct Seen {
    asked: BTreeSet<String>,
    healed: BTreeSet<String>,
}

/// The cases that are under way.
#[derive(Clone)]
pub struct Faults(watch::Sender<Seen>);

impl Default for Faults {
    fn default() -> Faults {
        Faults(watch::Sender::new(Seen::default()))
    }
}

impl Faults {
    /// Ends a case: its file is served from now on.
    pub fn heal(&self, id: &str) {
        self.0.send_modify(|seen| {
            seen.healed.insert(id.into());
        });
    }

    /// Whether the file of a case has been asked for.
    pub fn is_asked(&self, id: &str) -> bool {
        self.0.borrow().asked.contains(id)
    }

    /// What is sent in place of a file.
    ///
    /// # Errors
    ///
    /// When nothing is sent at all.
    pub async fn spoil(&self, faulty: &Faulty<'_>, response: Response<Full<Bytes>>) -> io::Result<Response<Reply>> {
        self.0.send_modify(|seen| {
            seen.asked.insert(faulty.id.into());
        });
        if self.0.borrow().healed.contains(faulty.id) {
            return Ok(response.map(Either::Left));
        }
        let (mut parts, body) = response.into_parts();
        let bytes = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        let half = bytes.slice(..bytes.len() / 2);
        let mut body = Either::Left(Full::new(Bytes::new()));
        match faulty.fault {
            "lost" => return Err(io::ErrorKind::ConnectionReset.into()),
            "refused" => parts.status = StatusCode::SERVICE_UNAVAILABLE,
            "denied" => parts.status = StatusCode::FORBIDDEN,
            "gone" => parts.status = StatusCode::NOT_FOUND,
            "empty" => {}
            "half" => body = Either::Left(Full::new(half)),
            "untyped" => {
                parts.headers.insert(CONTENT_TYPE, "text/plain".parse().expect("a type"));
                parts.headers.insert("X-Content-Type-Options", "nosniff".parse().expect("a header"));
                body = Either::Left(Full::new(bytes));
            }
            "page" => {
                parts.headers.insert(CONTENT_TYPE, "text/html".parse().expect("a type"));
                body = Either::Left(Full::new("<!doctype html><title>Our site</title><p>Start here.".into()));
            }
            "other" => body = Either::Left(Full::new(other(faulty.file))),
            "broken" | "slow" => {
                let (send, pieces) = mpsc::channel(4);
                parts.headers.insert(CONTENT_LENGTH, bytes.len().into());
                let (is_slow, id, mut seen) = (faulty.fault == "slow", faulty.id.to_owned(), self.0.subscribe());
                tokio::spawn(async move {
                    let rest = bytes.slice(half.len()..);
                    let _ = send.send(Ok(half)).await;
                    if is_slow {
                        let _ = seen.wait_for(|seen| seen.healed.contains(&id)).await;
                        let _ = send.send(Ok(rest)).await;
                    } else {
                        let _ = send.send(Err(io::ErrorKind::ConnectionReset.into())).await;
                    }
                });
                body = Either::Right(Pieces(pieces));
            }
            other => panic!("{other} is no fault"),
        }
        Ok(Response::from_parts(parts, body))
    }
}

/// A file of another build that has the same name: it is what it should be, and contains other things.
fn other(file: &str) -> Bytes {
    match file.rsplit('.').next() {
        Some("wasm") => Bytes::from_static(b"\0asm\x01\0\0\0"),
        Some("js") => Bytes::from_static(b"export const version = 0;"),
        Some("css") => Bytes::from_static(b".other { color: red }"),
        _ => Bytes::new(),
    }
}
