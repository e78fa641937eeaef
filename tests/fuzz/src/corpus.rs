//! Which texts does it begin with? Those of the repository, one a line, escaped as in Rust.

/// The texts of a target.
pub fn of(target: &str) -> Vec<String> {
    let lines = match target {
        "notation" => include_str!("../corpus/notation.txt"),
        "links" => include_str!("../corpus/links.txt"),
        "numbers" => include_str!("../corpus/numbers.txt"),
        "lists" => include_str!("../corpus/lists.txt"),
        "files" => include_str!("../corpus/files.txt"),
        "saved" => include_str!("../corpus/saved.txt"),
        _ => include_str!("../corpus/attributes.txt"),
    };
    lines.lines().map(unescaped).collect()
}

/// The text of a line: `\n`, `\\` and `\u{200b}`.
pub fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(place) = rest.find('\\') {
        text.push_str(&rest[..place]);
        rest = &rest[place + 1..];
        let code = rest.strip_prefix("u{").and_then(|code| code.split_once('}'));
        if let Some((code, after)) = code {
            text.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
            rest = after;
            continue;
        }
        let mut chars = rest.chars();
        text.extend(chars.next().map(|char| match char {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            other => other,
        }));
        rest = chars.as_str();
    }
    text + rest
}

/// A text as a line.
pub fn escaped(text: &str) -> String {
    text.escape_debug().to_string()
}
