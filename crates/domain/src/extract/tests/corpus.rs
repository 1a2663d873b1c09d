//! Text that is not a code.

use super::*;

/// A deterministic generator of pseudo-random numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn text(&mut self, alphabet: &[u8], length: usize) -> String {
        (0..length).map(|_| char::from(alphabet[self.below(alphabet.len())])).collect()
    }

    fn groups(&mut self, alphabet: &[u8], groups: &[usize]) -> String {
        groups.iter().map(|length| self.text(alphabet, *length)).collect::<Vec<_>>().join("-")
    }
}

#[test]
fn other_numbers_and_names_are_neither_results_nor_faults() {
    for text in [
        "",
        "Dzień dobry, odpowiedzialność i przedsiębiorczość.",
        "This that them then: internationalization",
        "+48 600 100 200, 2026-11-24T19:28:15Z, 12:30",
        "PL61 1090 1014 0000 0712 1981 2874",
        "61 1090 1014 0000 0712 1981 2874",
        "DE89370400440532013000",
        "FV/2026/11/0042, FV-8/2026, 8Z/89/2026",
        "550e8400-e29b-41d4-a716-446655440000",
        "8289a0bc-1f66-4fe1-c2c7-a7ce8289a0bc",
        "{8A89F0E1-C2C7-4A7C-9E1F-664FE1C2C7A7}",
        "ABCD-EFGH-JKMN-PQRS",
        "W269N-WFGWX-YVC9B-4J6C9-T83GX",
        "4111 1111 1111 1111",
        "https://sklep.example/?utm_source=8news&fbclid=IwAR0x8Z1Q2w3E4r5T6y7U8i9O0p&gclid=Cj0KCQiA8Z",
        "https://film.example/watch?v=8Z89abcdefg#t=1m30s",
        "https://film.example/#t=90",
        "0x8289DEADBEEFCAFE",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "8Z",
        "Numer zamówienia 8Z8, 8ZZ9",
        "Szanowna Pani, w dniu 24.11.2026 o 09:14 Jan napisał(a):",
    ] {
        finds_nothing(text);
    }
}

/// Licence keys have the format of a code, so a few in a hundred thousand may be taken for one (see the docs of `extract` and
/// `broken`); none of the other numbers may.
#[test]
fn a_large_corpus_of_numbers_and_keys_has_no_results_in_it() {
    const CROCKFORD: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const CAPITALS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut keys, mut others) = (Vec::new(), Vec::new());
    for _ in 0..15_000 {
        keys.push(random.groups(CROCKFORD, &[4, 4, 4, 4]));
        keys.push(random.text(CROCKFORD, 16));
    }
    for _ in 0..5_000 {
        others.push(random.groups(b"0123456789abcdef", &[8, 4, 4, 4, 12]));
        others.push(random.groups(CAPITALS, &[5, 5, 5, 5, 5]));
        others.push(format!("PL{}", random.text(b"0123456789", 26)));
        others.push(format!("FV/{}/2026", random.text(b"0123456789", 5)));
        others.push(format!(
            "https://a.example/?gclid={}&utm_id={}",
            random.text(BASE64, 40),
            random.text(CAPITALS, 12)
        ));
        others.push(random.text(BASE64, 76));
    }
    let of = |texts: &[String]| {
        let found = found(&texts.join("\n"));
        (found.codes.len(), found.broken.len())
    };
    let (results, broken) = of(&keys);
    assert!(results <= 1 && broken <= 12, "{results} results, {broken} broken in {} keys", keys.len());
    let (results, broken) = of(&others);
    assert!(results == 0 && broken <= 3, "{results} results, {broken} broken in {} others", others.len());
}
