//! What does a reader point at in the map?

/// The place on the map that the reader points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// A place: how far across and how far up it is, each with the map's whole width or height.
    At {
        /// From the left.
        across: [i32; 2],
        /// From the bottom.
        up: [i32; 2],
    },
    /// Steps across and up.
    Steps([i64; 2]),
}

impl Pointed {
    /// The steps of a key that moves the point, as on any slider; across to either end.
    pub fn key(name: &str) -> Option<Pointed> {
        const END: i64 = 1_000_000_000;
        Some(Pointed::Steps(match name {
            "ArrowLeft" => [-1, 0],
            "ArrowRight" => [1, 0],
            "ArrowDown" => [0, -1],
            "ArrowUp" => [0, 1],
            "PageDown" => [0, -10],
            "PageUp" => [0, 10],
            "Home" => [-END, 0],
            "End" => [END, 0],
            _ => return None,
        }))
    }
}
