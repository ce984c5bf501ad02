//! A page as a PDF file that carries the document.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use mynumber_pia::value::error::excerpt;

use crate::attachment::attach;
use crate::options::{Both, both};

/// The programs that can print a page, by the names that systems give them. The first one that is there is used.
const BROWSERS: [&str; 11] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// The page as a PDF file, with the data of the document as an attachment.
pub(super) fn pdf(page: &[u8], data: &str) -> Result<Vec<u8>, Both> {
    let folder = tempfile::tempdir().map_err(|error| failed(&error.to_string()))?;
    let (html, made) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    std::fs::write(&html, page).map_err(|error| failed(&error.to_string()))?;
    let mut said = None;
    for browser in BROWSERS {
        // Where the sandbox is not possible, such as for the administrator of a container, the browser ends at once. The page
        // has no script and loads nothing.
        for sandbox in [None, Some("--no-sandbox")] {
            match print(browser, sandbox, folder.path(), &html, &made) {
                Ok(words) => {
                    if let Ok(pdf) = std::fs::read(&made) {
                        return attach(&pdf, data).map_err(|error| failed(&error.to_string()));
                    }
                    said = Some(words);
                }
                Err(error) if error.kind() == ErrorKind::NotFound => break,
                Err(error) => said = Some(error.to_string()),
            }
        }
    }
    Err(said.map_or_else(
        || {
            both(
                "PDF を作るには Chromium、Google Chrome 又は Microsoft Edge が必要である。ない機械では --html で印刷し、ブラウザーで PDF にする（評価書のデータは付かない）",
                "making a PDF needs Chromium, Google Chrome or Microsoft Edge; without one, print --html and let a browser make the PDF, which then carries no document",
            )
        },
        |said| failed(&said),
    ))
}

/// Lets a browser print a page. Returns what it says.
fn print(browser: &str, sandbox: Option<&str>, folder: &Path, html: &Path, pdf: &Path) -> io::Result<String> {
    let output = Command::new(browser)
        .args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
        .args(sandbox)
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(html)
        .stdin(Stdio::null())
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    Ok(said.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_string())
}

fn failed(said: &str) -> Both {
    let said = excerpt(said);
    Both::new(format!("PDF を作れない：{said}"), format!("the PDF cannot be made: {said}"))
}
