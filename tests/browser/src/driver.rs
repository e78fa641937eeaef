//! Which commands do drivers have that the client has no words for?

use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::Page;

/// The name of a reference to an element, as the standard has it.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A command of this session: its path, and what it sends, if it sends anything.
#[derive(Debug)]
struct Command(String, Option<Value>);

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.1 {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

impl Page<'_> {
    /// The role and the name of an element that a script has found, as the browser tells them to screen readers.
    ///
    /// # Errors
    ///
    /// When it is no element, or the driver does not know.
    pub async fn role_and_name(&self, element: &Value) -> Result<[String; 2]> {
        let id = element[ELEMENT].as_str().context("an element")?;
        let mut told = [String::new(), String::new()];
        for (told, what) in told.iter_mut().zip(["computedrole", "computedlabel"]) {
            let answer = self.client.issue_cmd(Command(format!("element/{id}/{what}"), None)).await?;
            *told = answer.as_str().unwrap_or_default().replace('\u{a0}', " ");
        }
        Ok(told)
    }

    /// Lets Chromium play something that no standard has a command for.
    ///
    /// # Errors
    ///
    /// In every other browser.
    pub async fn in_chromium(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self.client.issue_cmd(Command("goog/cdp/execute".into(), Some(body))).await?)
    }
}
