//! Timewarrior: a script of `timew track` commands, see <https://timewarrior.net/reference/timew-track.1/>
//! and <https://timewarrior.net/docs/tags/>. It works with every version (`timew import` came late),
//! and Timewarrior itself checks every entry. Run it once: `sh FILE`.

use super::TimeEntry;
use jiff::tz::TimeZone;

pub(super) fn write(entries: &[TimeEntry]) -> String {
    let mut script = String::from(
        "#!/bin/sh\n# Time entries for Timewarrior, written by segue. Run it once: a second run would overlap.\nset -e\n",
    );
    for entry in entries {
        let at = |time: &jiff::Zoned| time.with_time_zone(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
        let kind = if entry.billable { "billable" } else { "unbilled" };
        // A bare name such as "May" would be read as a date.
        let client = format!("client:{}", entry.client);
        let tags = [client.as_str(), entry.description.as_str(), kind].map(quoted).join(" ");
        script.push_str(&format!("timew track {} - {} {tags}\n", at(&entry.start), at(&entry.end)));
    }
    script
}

/// A word for the shell. Control characters, which could end a line, become spaces.
fn quoted(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("'{}'", text.replace('\'', "'\\''"))
}
