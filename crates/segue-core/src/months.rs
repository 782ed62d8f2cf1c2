//! Names of months.

/// Months in English and Russian (as in [`crate::Lang`]), lower case, as they stand in a date.
pub const MONTHS: [[&str; 12]; 2] = [
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
];
