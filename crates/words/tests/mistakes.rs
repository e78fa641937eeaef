//! Which mistakes in the file of words stop the build, and in which line?

#[path = "../build/code.rs"]
mod code;
#[path = "../build/message.rs"]
mod message;
#[allow(dead_code, reason = "the folder is read by the build")]
#[path = "../build/uses.rs"]
mod uses;

use message::Slip;
use uses::Uses;

/// The reports about words and the code that uses them, line by line.
fn reported(words: &str, code: &str) -> Vec<String> {
    let slips = match message::read(words) {
        Err(slips) => slips,
        Ok(messages) => {
            let mut uses = Uses::default();
            uses.add("a.rs", code);
            uses.differences(&messages)
        }
    };
    slips.into_iter().map(|Slip { file, line, what }| format!("{file}:{line}: {what}")).collect()
}

#[test]
fn words_that_fit_their_code() {
    let words =
        "a = It costs *{ $price }* for { $days ->\n    [one] one day\n   *[other] { $days } days\n  }.\npage-b = B\n";
    assert_eq!(reported(words, "text::A { price: of(x, [1]), days }.say()"), [] as [&str; 0]);
    assert_eq!(reported("a = A { \"*\" }\n", "let a = text::a(); // text::b()"), [] as [&str; 0]);
}

#[test]
fn each_mistake_has_its_line() {
    for (words, code, expected) in [
        // Words and code.
        (
            "a = A\n",
            "\ntext::b()",
            [
                "words/en.ftl:1: a is not used: nothing says text::a",
                "a.rs:2: words/en.ftl has no message for text::b with these places",
            ]
            .as_slice(),
        ),
        (
            "\na = A { $x }\n",
            "text::A { y }.say()",
            &[
                "words/en.ftl:2: a.rs:1 does not fill the place $x of a",
                "words/en.ftl:2: a has no place $y, which a.rs:1 fills",
            ],
        ),
        (
            "a = A { $x }\n",
            "text::a()",
            &[
                "words/en.ftl:1: a is not used: nothing says text::A",
                "a.rs:1: words/en.ftl has no message for text::a with these places",
            ],
        ),
        // Counts.
        (
            "a = A { $days } days\n",
            "",
            &["words/en.ftl:1: $days is a count, and a has no plural for it: { $days -> [one] … *[other] … }"],
        ),
        (
            "a = { $day ->\n  [one] A\n *[other] B\n }\n",
            "",
            &["words/en.ftl:1: $day is not a count, whose name would end in s"],
        ),
        (
            "a = { $days ->\n *[other] B\n }\n",
            "",
            &["words/en.ftl:1: the plural of $days should be [one] … *[other] …"],
        ),
        // The names of the sides.
        (
            "a = { $sides ->\n [these] A\n *[usual] B\n }\n",
            "text::a()",
            &[
                "words/en.ftl:1: a is not used: nothing says text::A",
                "a.rs:1: words/en.ftl has no message for text::a with these places",
            ],
        ),
        (
            "a = { $sides ->\n [those] A\n *[usual] B\n }\n",
            "",
            &["words/en.ftl:1: the choices of $sides are one, list, these and *[usual]"],
        ),
        (
            "a = { $sides ->\n *[these] A\n [usual] B\n }\n",
            "",
            &["words/en.ftl:1: the choices of $sides are one, list, these and *[usual]"],
        ),
        (
            "a = { $sides ->\n [these] A\n [these] C\n *[usual] B\n }\n",
            "",
            &["words/en.ftl:1: the choices of $sides are one, list, these and *[usual]"],
        ),
        ("a = A { $sides }\n", "", &["words/en.ftl:1: $sides has no text, it only chooses one"]),
        (
            "page-a = { $sides ->\n [these] A\n *[usual] B\n }\n",
            "",
            &["words/en.ftl:1: page-a is written into files, where no place is filled"],
        ),
        // The file alone.
        ("a = A\nb = B\na = C\n", "", &["words/en.ftl:3: a is already on line 1"]),
        ("a = A\nb = { $x\n", "", &["words/en.ftl:3: Expected a token starting with \"}\""]),
        ("a = A *B\n", "", &["words/en.ftl:1: a has an asterisk without a second one; for a plain one write {\"*\"}"]),
        ("a = { b }\n", "", &["words/en.ftl:1: b is not a place; a place begins with $"]),
        ("-a = A\n", "", &["words/en.ftl:1: a term; write its text where it is used"]),
        ("a = A\n  .b = B\n", "", &["words/en.ftl:2: an attribute; make it a message"]),
        ("page-a = A { $x }\n", "", &["words/en.ftl:1: page-a is written into files, where no place is filled"]),
        ("plugin-a = A { $x }\n", "", &["words/en.ftl:1: plugin-a is written into files, where no place is filled"]),
    ] {
        assert_eq!(reported(words, code), expected, "{words}");
    }
}

#[test]
fn a_text_is_a_constant_with_a_sign_for_each_place() {
    let messages =
        message::read("a = { $x } of { $days ->\n  [one] one day\n *[other] { $days } days\n }\n").ok().unwrap();
    let code = code::of(&messages);
    assert!(code.contains("pub struct A { pub x: String, pub days: Count }"), "{code}");
    assert!(code.contains(r#"(true,) => "\u{1} of one day", (false,) => "\u{1} of \u{2} days""#), "{code}");
}

#[test]
fn a_text_may_depend_on_what_the_sides_are_called() {
    let words = "a = { $days ->\n  [one] A day\n *[other] { $days } days\n } for { $sides ->\n  [these] these\n *[usual] all\n }\nb = { $sides ->\n  [one] B\n *[usual] C\n }\n";
    let code = code::of(&message::read(words).ok().unwrap());
    assert!(code.contains("pub struct A { pub days: Count, pub sides: Sides }"), "{code}");
    let of_all = r#"(Sides::Usual | Sides::One | Sides::List, true,) => "A day for all""#;
    assert!(code.contains(of_all), "{code}");
    assert!(code.contains(r#"(Sides::These, false,) => "\u{1} days for these""#), "{code}");
    assert!(code.contains("pub struct B { pub sides: Sides }"), "{code}");
    assert!(code.contains("pub fn say(self) -> &'static str"), "{code}");
}
