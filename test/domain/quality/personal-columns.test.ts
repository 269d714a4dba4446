import { describe, expect, it } from 'vitest';
import { personalColumns } from '../../../src/domain/quality/personal-columns.ts';

const kindOf = (header: string, ...values: string[]) =>
  personalColumns(
    [header],
    values.map((value) => [value]),
  )[0];

describe('personal columns by their headers', () => {
  it.each([
    ['Surname', 'name'],
    ['victim_forename', 'name'],
    ['VictimName', 'name'],
    ['Victim Name', 'name'],
    ['Complainant', 'name'],
    ['Nominal Name', 'name'],
    ["Suspect's name", 'name'],
    ['Name of victim', 'name'],
    ['OIC name', 'name'],
    ['Full Name', 'name'],
    ['FIRSTNAME', 'name'],
    ['Suspect 1 Name', 'name'],
    ['Crime victim name', 'name'],
    ['Designated premises supervisor', 'name'],
    ['Tel. No. (home)', 'telephone'],
    ['Victim home postcode', 'address'],
    ['Victim DoB', 'date-of-birth'],
    ['Telephone', 'telephone'],
    ['Mobile No.', 'telephone'],
    ['victimTelephoneNumber', 'telephone'],
    ['Contact number', 'telephone'],
    ['E-mail', 'email'],
    ['Email address', 'email'],
    ['complainant_email', 'email'],
    ['Home Address', 'address'],
    ['victim address', 'address'],
    ['Victim Home Address', 'address'],
    ['Address Line 1', 'address'],
    ['AddressLine1', 'address'],
    ['DOB', 'date-of-birth'],
    ['Victim Date of Birth', 'date-of-birth'],
    ['NI Number', 'national-insurance'],
    ['National Insurance No', 'national-insurance'],
    ['NHS Number', 'nhs-number'],
  ])('%s: %s', (header, looksLike) => {
    expect(kindOf(header)).toEqual({ column: 0, looksLike, because: 'header' });
  });

  it.each([
    ...'Venue name|Premises name|Offence name|LSOA name|Area name|Force name|Name|Falls within'.split(
      '|',
    ),
    ...'Premises address|Venue Address Line 1|Licensed premises address|Address of premises'.split(
      '|',
    ),
    ...'Crime ID|Month|Reported by|Longitude|Latitude|Location|LSOA code|Crime type|Context'.split(
      '|',
    ),
    ...'Crime reference|Incident number|UPRN|Easting|Northing|Offence title|HO offence code'.split(
      '|',
    ),
    ...'ATCOCode|CommonName|Landmark|Street|Indicator|LocalityName|ParentLocalityName'.split('|'),
    ...'env_reasons|behaviour_reasons|why_not_reported|age_band|sex|gender|religion'.split('|'),
    ...'Assault location description|Assault method|Victim ID|Victim reference|Victim age'.split(
      '|',
    ),
    ...'Victim sex|Phone used|Mobile phone stolen|Email flag|Summary|Postcode|NHS_HA_code'.split(
      '|',
    ),
    ...'Street name|Beat name|Operation name|Address|Officer-defined ethnicity|Station name'.split(
      '|',
    ),
    ...'victimHomeArea|atHomeAddressOf flag|suspectStatus|Relationship|Outcome|Licence holder'.split(
      '|',
    ),
  ])('%s is ordinary', (header) => {
    expect(kindOf(header)).toBeUndefined();
  });
});

describe('personal columns by their values', () => {
  it.each([
    ['email', ['ann@example.com', 'none', 'none']],
    ['telephone', ['07700 900123', '0117 496 0123', '', 'x', '+44 7700 900 124']],
    ['telephone', ['(020) 7946 0123']],
    ['national-insurance', ['QQ123456C', 'AB 12 34 56 C']],
    ['nhs-number', ['9434765919', '943 476 5870', '4010232137', '9434765919', '943-476-5870']],
    ['address', ['12 High Street, Bristol BS1 4AA', 'Flat 2, 9a Park Road, Bath, BA1 1AA', 'n/k']],
  ])('%s in %j', (looksLike, values) => {
    expect(kindOf('notes', ...values)).toEqual({ column: 0, looksLike, because: 'values' });
  });

  it.each([
    ['Notes', ['a@example.com', 'none', 'none', 'none']],
    ['Number', ['07700900123', '1', '2']],
    ['Crime number', ['5226001234', '5226001235', '5226001236', '5226001237', '5226001238']],
    ['UPRN', ['01174960123', '01174960124']],
    ['Reference', ['01174960123', '01174960124']],
    ['Easting', ['358000', '358001']],
    ['Padded', ['01001234567', '01001234568']],
    ['Premises address', ['12 High Street, Bristol BS1 4AA']],
    ['Location', ['12 High Street', 'BS1 4AA', 'Park Road near 5']],
    ['Blank', ['', ' ']],
  ])('%s with %j is ordinary', (header, values) => {
    expect(kindOf(header, ...values)).toBeUndefined();
  });

  it('takes a bare address beside a premises name for the address of the premises', () => {
    const rows = [['The Crown', '12 High Street, Bristol BS1 4AA', 'BS1 4AA']];
    expect(personalColumns(['Premises name', 'Address', 'Postcode'], rows)).toEqual([]);
    expect(personalColumns(['BusinessName', 'AddressLine1', 'PostCode'], rows)).toEqual([]);
    expect(personalColumns(['Summary', 'Address', 'Postcode'], rows)).toEqual([
      { column: 1, looksLike: 'address', because: 'values' },
    ]);
    expect(personalColumns(['Premises name', 'Home address'], [])).toEqual([
      { column: 1, looksLike: 'address', because: 'header' },
    ]);
  });

  it('gives one finding a column, and takes short rows as blank', () => {
    expect(personalColumns(['Ref', 'Email', 'Other'], [['1', 'a@example.com'], ['2']])).toEqual([
      { column: 1, looksLike: 'email', because: 'header' },
    ]);
    expect(personalColumns([], [])).toEqual([]);
  });
});
