//! Replies and how they sound.

use segue_phrasebook::{Manner, manner};

const NOTHING: Manner =
    Manner { warm: false, brushes_off: false, bare: false, excuse: false, humane: false, comforts: false, hands_back: false };

#[test]
fn replies_sound_as_they_are_meant() {
    let warm = Manner { warm: true, ..NOTHING };
    let cases = [
        ("Ha, what a story! Let's put that aside for the end. What about the leaflet?", Manner { hands_back: true, ..warm }),
        ("Whatever.", Manner { brushes_off: true, bare: true, ..NOTHING }),
        ("ok", Manner { bare: true, ..NOTHING }),
        ("Anyway, I don't care about goats, thanks.", Manner { brushes_off: true, ..NOTHING }),
        ("I have another call in a minute, so we must stop there now.", Manner { excuse: true, ..NOTHING }),
        (
            "I'm so sorry. Shall we stop here? The poster can wait.",
            Manner { humane: true, comforts: true, hands_back: true, ..warm },
        ),
        ("That's awful, we can cancel the call.", Manner { comforts: true, ..NOTHING }),
        ("The proof comes on Wednesday with the new prices in it.", NOTHING),
        ("Как здорово! Доскажете в конце? А что решаем с листовкой?", Manner { hands_back: true, ..warm }),
        ("Короче, ближе к делу.", Manner { brushes_off: true, ..NOTHING }),
        ("Примите мои соболезнования. Встречу можно перенести.", Manner { humane: true, comforts: true, ..warm }),
        ("Простите, мне в дверь звонят, я побежал.", Manner { excuse: true, ..NOTHING }),
        ("Макет будет в среду, цены я поправил по вашему списку.", NOTHING),
    ];
    for (reply, expected) in cases {
        assert_eq!(manner(reply), expected, "{reply}");
    }
}
