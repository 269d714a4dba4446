/** What kind of identifying data a column seems to hold. */
export type PersonalKind =
  | 'name'
  | 'telephone'
  | 'email'
  | 'address'
  | 'date-of-birth'
  | 'national-insurance'
  | 'nhs-number';

export interface PersonalColumn {
  /** Place of the column in the header, from 0. */
  readonly column: number;
  readonly looksLike: PersonalKind;
  /** Whether the column's name or its values gave it away; the name is asked first. */
  readonly because: 'header' | 'values';
}

const people =
  '(?:victims?|complainants?|aggrieved|injured party|ip|suspects?|offenders?|perpetrators?|accused|defendants?|nominals?|persons?|people|witness(?:es)?|callers?|informants?|reporters?|reportees?|subjects?|patients?|clients?|survivors?|applicants?|respondents?|child(?:ren)?|parents?|mothers?|fathers?|partners?|next of kin|kin|officers?|oic|contact|customers?|members?|employees?|staff|users?)';
const which = '(?:home|work|day|daytime|evening|mobile|main|primary|secondary|personal|private)';
const numbered = '(?: (?:numbers?|nos?|num|nbr))?(?: ?\\d)?';

interface HeaderRule {
  readonly looksLike: PersonalKind;
  /** Tested against the header in plain words: lower case, single blanks, camel case taken apart. */
  readonly header: RegExp;
  /** The header says whose it is, so a place's name in it changes nothing: "crime victim name". */
  readonly isOfPerson?: true;
}

const headerRules: readonly HeaderRule[] = [
  {
    looksLike: 'date-of-birth',
    header: /\b(?:dob|do b|d o b|date of birth|birth ?date|birthday)\b/,
  },
  {
    looksLike: 'national-insurance',
    header: /\b(?:national insurance|nino|ni (?:number|no|num))\b/,
  },
  { looksLike: 'nhs-number', header: /\bnhs (?:number|no|num)\b/ },
  {
    looksLike: 'email',
    header: new RegExp(`^(?:${people} |${which} )*e ?mail(?: (?:address|addr))?(?: ?\\d)?$`),
  },
  {
    looksLike: 'telephone',
    header: new RegExp(
      `^(?:${people} |${which} )*(?:tele ?phone|phone|mobile|tel|landline)${numbered}(?: ${which})?$|^(?:${people} |${which} )*contact (?:number|no|tel|telephone|phone)$`,
    ),
  },
  {
    looksLike: 'name',
    header:
      /\b(?:surnames?|forenames?|fore name|sur name|first ?name|last ?name|family name|given names?|middle names?|maiden name|full name|alias(?:es)?|nickname)\b/,
  },
  {
    looksLike: 'name',
    header: new RegExp(`^(?:.+ )?${people} (?:\\d+ )?(?:names?|initials)(?: ?\\d)?$`),
    isOfPerson: true,
  },
  // The person named in a premises licence.
  { looksLike: 'name', header: /\b(?:designated premises supervisor|dps)\b/, isOfPerson: true },
  { looksLike: 'name', header: new RegExp(`^names? of (?:the )?${people}$`) },
  { looksLike: 'name', header: /^(?:complainant|aggrieved|nominal|injured party)$/ },
  {
    looksLike: 'address',
    header: new RegExp(
      `^(?:.+ )?(?:${people}|home|residential) (?:\\d+ )?(?:home )?(?:address )?post ?code$`,
    ),
  },
  {
    looksLike: 'address',
    header: new RegExp(
      `^(?:.+ )?(?:${people}|home|residential|residence|postal|correspondence|current|permanent|private) (?:home )?address(?: (?:line )?\\d)?$`,
    ),
  },
  {
    looksLike: 'address',
    header:
      /^(?:address (?:line )?1|address of (?:the )?(?:victim|suspect|offender|complainant|nominal))$/,
  },
];

/** A header that names a place, a thing or an organisation: its names and addresses are nobody's own. */
const notOfPeople =
  /\b(?:venues?|premises?|licen[cs]e[ds]?|licensing|business|company|organisation|trading|site|school|shop|stores?|pub|club|stations?|stops?|offences?|crime|lsoa|msoa|area|ward|force|borough|district|council|street|road|town|city|parish|county|region|common|locality|landmark|event|file|layer|operation|beat|sector|team|unit|agency|hospital|service|fhrs\w*)\b/;
/** Words that make a header a code, a count or a feature of a person rather than an identifier. */
const notIdentifying =
  /\b(?:ids?|ref(?:erence)?s?|urn|uprn|usrn|toid|codes?|type|category|count|flag|y n|yes no|used|stolen|sex|gender|age|ethnicity|status)\b/;

interface ValueRule {
  readonly looksLike: PersonalKind;
  /** Smallest part of the non-blank values that must look so. */
  readonly share: number;
  readonly fewest: number;
  readonly test: (value: string) => boolean;
}

const emailPattern = /[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}/i;
/** Area codes begin 01 to 03 and 07, never 010: a reference with leading zeros is no telephone number. */
const telephonePattern =
  /^(?:0|\+44(?:\(?0\)?)?|0044)(?:7[1-9]\d{8}|1[1-9]\d{7,8}|2[03489]\d{8}|3[0347]\d{8})$/;
const insurancePattern = /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/i;
const houseNumber = /(?:^|[\s,])(?:flat\s+\w+\W+)?\d{1,4}[a-z]?[\s,]+(?=[a-z])/i;
const streetWord =
  /\b(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|crescent|place|terrace|gardens|grove|way|court|square|hill|walk|mews|row|parade|green|park|rise|view)\b/i;
const postcodePattern = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i;

const valueRules: readonly ValueRule[] = [
  { looksLike: 'email', share: 0.3, fewest: 1, test: (value) => emailPattern.test(value) },
  {
    looksLike: 'telephone',
    share: 0.5,
    fewest: 1,
    test: (value) => telephonePattern.test(value.replace(/[\s()-]/g, '')),
  },
  {
    looksLike: 'national-insurance',
    share: 0.5,
    fewest: 1,
    test: (value) => insurancePattern.test(value.replace(/\s/g, '')),
  },
  // One ten-digit number in eleven passes by chance, so nearly all must, and several.
  { looksLike: 'nhs-number', share: 0.9, fewest: 5, test: isNhsNumber },
  {
    looksLike: 'address',
    share: 0.5,
    fewest: 1,
    test: (value) =>
      houseNumber.test(value) && streetWord.test(value) && postcodePattern.test(value),
  },
];

/**
 * Columns that seem to identify people, at most one finding a column, in the order of the columns. Names are known
 * by the header only; e-mail addresses, telephone, National Insurance and NHS numbers and full addresses by the
 * values too. Addresses of premises are not people's: a column whose header names a venue, premises or licence is
 * passed over, and so is a bare `address line 1` beside such a column. A warning, not a proof, either way: free
 * text can name anybody.
 *
 * @param sample Rows as they stand under the header; short rows are taken as blank at the end.
 */
export function personalColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): PersonalColumn[] {
  const words = header.map(plainHeader);
  const listOfPlaces = words.some((text) =>
    /\b(?:venues?|premises?|licen[cs]e[ds]?|business)\b/.test(text),
  );
  return words.flatMap((text, column): PersonalColumn[] => {
    const byHeader = kindByHeader(text);
    if (byHeader !== undefined && !(byHeader === 'address' && listOfPlaces && isBare(text))) {
      return [{ column, looksLike: byHeader, because: 'header' }];
    }
    const values = sample.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '');
    const byValues = kindByValues(text, values, listOfPlaces);
    return byValues === undefined ? [] : [{ column, looksLike: byValues, because: 'values' }];
  });
}

/** `victimHomeAddress` and `VICTIM_HOME-ADDRESS` become `victim home address`. */
function plainHeader(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/['\u2019]s?\b/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const isBare = (text: string) => /^address\b/.test(text);

function kindByHeader(text: string): PersonalKind | undefined {
  if (notIdentifying.test(text)) return undefined;
  return headerRules.find(
    ({ looksLike, header, isOfPerson }) =>
      header.test(text) &&
      (isOfPerson === true ||
        (looksLike !== 'name' && looksLike !== 'address') ||
        !notOfPeople.test(text)),
  )?.looksLike;
}

function kindByValues(
  text: string,
  values: readonly string[],
  listOfPlaces: boolean,
): PersonalKind | undefined {
  return valueRules.find(({ looksLike, share, fewest, test }) => {
    if (looksLike === 'address' && (listOfPlaces ? isBare(text) : false)) return false;
    if (looksLike === 'address' && notOfPeople.test(text)) return false;
    if (looksLike !== 'email' && notIdentifying.test(text)) return false;
    const alike = values.filter(test).length;
    return alike >= fewest && alike >= share * values.length;
  })?.looksLike;
}

/** Ten digits, the last of which checks the others by modulus 11. */
function isNhsNumber(value: string): boolean {
  const digits = value.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (10 - i);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}
