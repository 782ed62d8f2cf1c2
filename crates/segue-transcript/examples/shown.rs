//! Shows what is read of files: `cargo run -p segue-transcript --example shown FILE...`.

use segue_transcript::{ReadOptions, read};

fn main() {
    for path in std::env::args().skip(1) {
        println!("== {path}");
        match std::fs::read(&path).map(|bytes| read(&bytes, &ReadOptions::default())) {
            Err(error) => println!("{error}"),
            Ok(Err(error)) => println!("{error}"),
            Ok(Ok(found)) => {
                println!("{:?} {:?} {:?}", found.source, found.lang, found.timing);
                for (i, u) in found.utterances.iter().enumerate() {
                    println!(
                        "{i:>3} {:>9.2} {:>9.2} {:?} {}: {}",
                        u.start,
                        u.end,
                        u.speaker.role,
                        u.speaker.name,
                        u.text.as_str()
                    );
                }
                for problem in found.problems {
                    println!("  ! {:?} {}", problem.line, problem.what);
                }
            }
        }
    }
}
