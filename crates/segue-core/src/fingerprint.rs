//! Numbers for texts.

/// A number that is the same for the same bytes on every machine and in every version: 64-bit FNV-1a
/// (Fowler, Noll and Vo). Different seeds give different families of numbers; 0 is the plain one.
#[inline]
pub fn fingerprint(seed: u8, bytes: impl IntoIterator<Item = u8>) -> u64 {
    let offset = 0xcbf2_9ce4_8422_2325 ^ u64::from(seed);
    bytes.into_iter().fold(offset, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn it_is_the_published_function() {
        for (text, number) in [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)] {
            assert_eq!(fingerprint(0, text.bytes()), number, "{text}");
        }
    }
}
