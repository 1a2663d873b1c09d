//! Rounding of displayed figures. Differences are computed from rounded figures, so that displayed figures add up.

/// Compensates for binary fractions: 69/20 × 10 may be slightly less than 34.5. Other means are further from a half
/// for fewer than hundreds of millions of respondents.
const TOLERANCE: f64 = 1e-9;

/// Rounds to a number of decimals, half away from zero.
pub fn rounded(value: f64, decimals: u8) -> f64 {
    let unit = 10_f64.powi(i32::from(decimals));
    let steps = (value.abs() * unit + 0.5 + TOLERANCE).floor();
    (steps / unit).copysign(value)
}

/// The difference of two figures, both rounded first.
pub fn difference(figure: f64, other: f64, decimals: u8) -> f64 {
    rounded(rounded(figure, decimals) - rounded(other, decimals), decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "what is shown of them is the same")]
    fn halves_go_away_from_zero_and_differences_add_up() {
        for (value, decimals, shown) in [
            (3.25, 1, 3.3),
            (2.75, 1, 2.8),
            (69.0 / 20.0, 1, 3.5),
            (-0.25, 1, -0.3),
            (59.96, 1, 60.0),
            (2.0 / 3.0, 2, 0.67),
        ] {
            assert_eq!(rounded(value, decimals), shown, "{value}");
        }
        assert_eq!(difference(3.25, 2.75, 1), 0.5);
        assert_eq!(difference(53.0, 220.0 / 3.0, 1), -20.3);
        assert_eq!(difference(7.0 / 3.0, 14.0 / 3.0, 1), -2.4);
    }

    proptest! {
        /// Compares with integer arithmetic: (2 · 10 · sum + n) / 2n.
        #[test]
        fn every_mean_is_rounded_as_whole_numbers_are(n in 1u32..=20_000, part in 0.0f64..=1.0, decimals in 0u8..=4) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between n and 5n")]
            let sum = u64::from(n) + (part * 4.0 * f64::from(n)) as u64;
            let unit = 10u64.pow(u32::from(decimals));
            let steps = (2 * unit * sum + u64::from(n)) / (2 * u64::from(n));
            #[expect(clippy::cast_precision_loss, reason = "below 2⁵³")]
            let (mean, shown) = (sum as f64 / f64::from(n), steps as f64 / unit as f64);
            prop_assert!((rounded(mean, decimals) - shown).abs() < 1e-12);
        }
    }
}
