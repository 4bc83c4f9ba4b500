//! The command line.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Parser, Subcommand, ValueEnum};
use ownership_match::{Aliases, CALIBRATION, Country, Field, MatchOptions};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;

/// Is this customer an owner of that bank account? Scores from 0 to 100 for name, email, phone and address.
#[derive(Parser)]
#[command(name = "ownership-match", version = version())]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Match a customer against the owners of an account.
    Match(MatchArgs),
    /// Compare one pair of values.
    Compare(CompareArgs),
    /// Show what is understood of a value, as JSON.
    Normalize(NormalizeArgs),
    /// Score a file of JSON lines or CSV: one row out for every row in, in order, on all cores and in constant memory.
    #[command(after_long_help = BATCH_COLUMNS)]
    Batch(Box<BatchArgs>),
    /// Score the documented examples; exit code 1 if any is outside its interval.
    Examples,
}

/// Arguments of `match`.
#[derive(Args)]
pub(crate) struct MatchArgs {
    /// The account as documented, with its ownership expanded; `-` is standard input.
    #[arg(long, value_name = "ACCOUNT.json")]
    pub(crate) account: PathBuf,
    /// The given side: a Customer as documented; `-` is standard input.
    #[arg(long, value_name = "CUSTOMER.json", conflicts_with = "owner_information")]
    pub(crate) customer: Option<PathBuf>,
    /// The given side: owner_information as documented; `-` is standard input.
    #[arg(long, value_name = "INFO.json")]
    pub(crate) owner_information: Option<PathBuf>,
    /// A table for people, or the documented ownership match object.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// The id of the match; by default it is made of the input.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// When the match is made, in seconds since 1970-01-01 UTC; by default now.
    #[arg(long, value_name = "SECONDS", allow_negative_numbers = true)]
    pub(crate) created: Option<i64>,
    /// Decide by a policy: a TOML file, or JSON where its name ends in .json; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Of several owners take the best result of each field, instead of the results of the owner who fits best as a whole.
    #[arg(long)]
    pub(crate) best_per_field: bool,
    /// Nicknames, spellings and other names of your own: a table with the columns kind, alias and name; `-` is standard input.
    #[arg(long, value_name = "FILE.tsv")]
    pub(crate) aliases: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) telling: Telling,
    #[command(flatten)]
    pub(crate) region: Region,
}

/// Arguments of `compare`.
#[derive(Args)]
pub(crate) struct CompareArgs {
    /// The field that both values are of.
    #[arg(value_enum)]
    pub(crate) field: FieldName,
    /// What the customer states; for an address a line or a JSON object.
    #[arg(allow_hyphen_values = true)]
    pub(crate) given: String,
    /// What the bank reports; for an address a line or a JSON object.
    #[arg(allow_hyphen_values = true)]
    pub(crate) owner: String,
    /// Nicknames, spellings and other names of your own, for names: a table with the columns kind, alias and name; `-` is standard input.
    #[arg(long, value_name = "FILE.tsv")]
    pub(crate) aliases: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) telling: Telling,
    #[command(flatten)]
    pub(crate) region: Region,
    /// A table for people, or JSON.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// Arguments of `normalize`.
#[derive(Args)]
pub(crate) struct NormalizeArgs {
    /// The field that the value is of.
    #[arg(value_enum)]
    pub(crate) field: FieldName,
    /// The value; for an address a line or a JSON object.
    #[arg(allow_hyphen_values = true, required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub(crate) value: Option<String>,
    /// Read lines `{"value": …, "region": …}` from a file or, without one, standard input, and write one line for each.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-")]
    pub(crate) jsonl: Option<PathBuf>,
    /// The country of phones and addresses that name none: a two-letter code. A single value is read in US by default,
    /// lines without a hint by default.
    #[arg(long, value_parser = country)]
    pub(crate) region: Option<Country>,
}

/// The scheme of the columns of CSV.
const BATCH_COLUMNS: &str = "\
The columns of CSV are found by their headers; capitals and blanks do not matter:
  id                       anything; it comes back
  given_name, given_email, given_phone, given_line1, given_line2, given_city, given_state,
  given_postal_code, given_country, or given_address for an address in one line
                           what the customer states; owner_information_ may stand for given_
  owner_name, owner_email, owner_phone, owner_raw_address, or owner_line1 and so on
                           what the bank reports
  owner2_name, owner3_name and so on
                           further owners; owner1_ is owner_

Exit codes: 0 done, 1 bad rows or files, 2 usage, 130 interrupted.";

/// Arguments of `batch`.
#[derive(Args)]
pub(crate) struct BatchArgs {
    /// JSON lines `{"id": …, "owner_information": {…}, "owners": [{…}, …]}` or CSV; gzip and Zstandard are understood; `-` is
    /// standard input.
    #[arg(default_value = "-")]
    pub(crate) input: PathBuf,
    /// Where the results go, whole or not at all; by default to standard output. A name in .gz or .zst is compressed.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What the input is; by default its name says it, or else what it holds. The output has the same format.
    #[arg(long, value_enum)]
    pub(crate) format: Option<RowFormat>,
    /// What stands between the cells of CSV: one character, or `tab`; by default a comma, and a tab in a .tsv file.
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    pub(crate) delimiter: Option<u8>,
    /// Reads the CSV column HEADER as KEY, such as `given_name=Customer`; may be repeated.
    #[arg(long = "column", value_name = "KEY=HEADER", value_parser = column)]
    pub(crate) columns: Vec<(String, String)>,
    /// Keeps what came in: the columns of CSV before those of the results, a JSON line under the key `input`.
    #[arg(long)]
    pub(crate) pass_through: bool,
    /// Leaves out rows whose mean is below this: the mean of the given fields, name twice, a missing field as 50.
    #[arg(long, value_name = "SCORE", allow_negative_numbers = true, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) min_score: Option<u8>,
    /// Writes a JSON line for every bad row to this file: line, code, field and message.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
    /// Adds the text of the row to the lines of `--errors`. It may be personal data.
    #[arg(long, requires = "errors")]
    pub(crate) errors_raw: bool,
    /// Stops after this many rows.
    #[arg(long, value_name = "ROWS", allow_negative_numbers = true)]
    pub(crate) limit: Option<u64>,
    /// Nicknames, spellings and other names of your own: a table with the columns kind, alias and name; `-` is standard input.
    #[arg(long, value_name = "FILE.tsv")]
    pub(crate) aliases: Option<PathBuf>,
    /// How many threads score; by default one for each core. The output is the same for any number.
    #[arg(long, value_name = "COUNT", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// No progress and no summary on standard error.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) region: Region,
}

/// How much is told of the reasons.
#[derive(Args, Clone, Copy)]
pub(crate) struct Telling {
    /// Explain every score in words: what each reason is about, without a value of either side.
    #[arg(long)]
    explain: bool,
    /// Explain, and show both sides part beside part: this prints the bank's data.
    #[arg(long)]
    reveal: bool,
}

impl Telling {
    /// Whether scores are explained in words.
    pub(crate) fn explains(self) -> bool {
        self.explain || self.reveal
    }

    /// Whether both sides are shown.
    pub(crate) fn reveals(self) -> bool {
        self.reveal
    }
}

/// What rows are written in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// A JSON object in every line.
    Jsonl,
    /// A line of column names, then rows of cells.
    Csv,
}

/// The default country.
#[derive(Args, Clone, Copy)]
pub(crate) struct Region {
    /// The country of phones and addresses that name none: a two-letter code.
    #[arg(long, value_parser = country, default_value = "US")]
    region: Country,
}

impl Region {
    /// The country.
    pub(crate) fn country(self) -> Country {
        self.region
    }

    /// The options of a match in this country, with names that the caller adds.
    pub(crate) fn options(self, aliases: Aliases) -> MatchOptions {
        MatchOptions::default().with_default_country(self.region).with_aliases(aliases)
    }
}

/// How results are shown.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// A field by its key.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FieldName {
    /// Names of people and businesses.
    Name,
    /// Email addresses.
    Email,
    /// Phone numbers.
    Phone,
    /// Postal addresses.
    Address,
}

impl From<FieldName> for Field {
    fn from(name: FieldName) -> Field {
        match name {
            FieldName::Name => Field::Name,
            FieldName::Email => Field::Email,
            FieldName::Phone => Field::Phone,
            FieldName::Address => Field::Address,
        }
    }
}

fn country(code: &str) -> Result<Country, &'static str> {
    Country::assigned(code).ok_or("no country has this code: two letters such as US, or GB for the United Kingdom")
}

fn delimiter(text: &str) -> Result<u8, &'static str> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        // What the rows themselves are written with cannot stand between the cells.
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err("a delimiter is one ASCII character or `tab`"),
    }
}

fn column(text: &str) -> Result<(String, String), &'static str> {
    let (key, header) = text.split_once('=').ok_or("a column is written KEY=HEADER")?;
    if !crate::batch::is_column_key(key) {
        return Err(
            "the key of a column is such as id, given_name, given_postal_code, owner_raw_address or owner2_name",
        );
    }
    Ok((key.to_owned(), header.to_owned()))
}

/// The version of the command, and of the calibration that its scores are of.
fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| format!("{} (calibration {CALIBRATION})", env!("CARGO_PKG_VERSION")))
}

/// Reads the command line, or says what is wrong with it (exit code 2), or prints what it asks for (`--help`).
pub(crate) fn read() -> Result<Command, ExitCode> {
    Cli::try_parse().map(|cli| cli.command).map_err(|error| {
        if let Some(told) = unquoted(&error) {
            // The ordinary message quotes the value, which may be a part of somebody's name.
            let _ = writeln!(io::stderr(), "error: {told}\n\nFor more information, try '--help'.");
            return ExitCode::from(2);
        }
        // A closed pipe leaves nobody to tell.
        let _ = error.print();
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// What is said of a word that may be a part of somebody's data, and so is not repeated; `None` where it is none.
fn unquoted(error: &clap::Error) -> Option<&'static str> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        _ => "",
    };
    let invalid = text(ContextKind::InvalidArg);
    // `-555-0188` and `--Jenny` are no options of this program.
    let is_option =
        invalid.starts_with('-') && invalid.trim_start_matches('-').starts_with(|c: char| c.is_ascii_lowercase());
    match error.kind() {
        ErrorKind::UnknownArgument if !is_option => Some("too many values: a value with blanks needs quotes"),
        // Values of options are the caller's; what stands by its place may be a value whose field was forgotten.
        ErrorKind::InvalidValue if invalid == "<FIELD>" => {
            Some("the first value is the field: name, email, phone or address")
        }
        ErrorKind::InvalidSubcommand => {
            Some("the first word is what to do: match, compare, normalize, batch or examples")
        }
        _ => None,
    }
}
