import type { CodedText } from '../evidence/columns.ts';
import { areaSquareKilometres } from '../geography/areas.ts';
import { blankTerms, type ProfileTerms } from '../profile/document.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import { monthText } from '../time/months.ts';
import { type RuleSet, rulesOf, type Tier } from '../vawg/rule-set.ts';
import type { Block, Section } from './blocks.ts';
import { hoursOf, recordedPeriod } from './counting.ts';
import { fillingLines } from './filling-months.ts';
import type { ProfileInputs } from './inputs.ts';
import { qualityBlocks } from './quality.ts';
import { ruleLimits } from './rule-limits.ts';
import { dateInWords, number, share } from './words.ts';

/** The sentence that open data must carry wherever it is shown. */
export const contextSentence =
  'This is published open data on victims of any sex: all-victim context, and not a measure of violence against women and girls.';

/** "by recorded date, November 2023 to October 2026". */
export function periodInWords(inputs: ProfileInputs): string {
  const period = recordedPeriod(inputs.evidence);
  if (period === null) return 'no recorded date on any record';
  const [first, last] = [period.first, period.last].map((month) => dateInWords(monthText(month)));
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** Who stands for a document, and as what it goes out. */
export interface DocumentStatus {
  /** Name of the published version; null for a draft. */
  readonly version: string | null;
  readonly signed: readonly string[];
  /** Until when the rows behind a version are kept, `YYYY-MM-DD`; null where no date was set. */
  readonly retainUntil: string | null;
}

/** Section 0: who made it, from what, and until when it holds. */
export function coverSection(
  inputs: ProfileInputs,
  terms: ProfileTerms = blankTerms,
  status: DocumentStatus = { version: null, signed: [], retainUntil: null },
): Section {
  const named = (text: string): string => (text === '' ? 'to be named by the force' : text);
  const signed = status.signed.length === 0 ? 'not signed' : status.signed.join('; ');
  const rows = [
    ['Force', inputs.force],
    ['Marking', inputs.marking],
    ['Handling instructions', terms.handling === '' ? 'none given' : terms.handling],
    [
      'Status',
      status.version === null
        ? `Draft, not published; ${signed}`
        : `Published as version ${status.version}; ${signed}`,
    ],
    ['Edition', 'Force edition: not for partners or the public'],
    ['Made', `${dateInWords(inputs.madeOn)}, with Action Ten ${inputs.appVersion}`],
    [
      'Review by',
      dateInWords(terms.reviewOn === '' ? inThreeMonths(inputs.madeOn) : terms.reviewOn),
    ],
    [
      'Period',
      recordedPeriod(inputs.evidence) === null
        ? periodInWords(inputs)
        : `${periodInWords(inputs)}, by recorded date`,
    ],
    [
      'Definition',
      inputs.isContextOnly
        ? 'not applied: open data'
        : `"${inputs.definition.name}", rules ${inputs.definition.version}; VAWG list ${inputs.codeListVersion}`,
    ],
    ['Counted', inputs.isContextOnly ? 'nothing as VAWG: open data' : choicesInWords(inputs)],
    ...(status.version === null
      ? []
      : [
          [
            'Rows behind this version',
            status.retainUntil === null
              ? 'no date was set until which they are kept; figures and text are frozen'
              : `kept until ${dateInWords(status.retainUntil)}; figures and text are frozen for good`,
          ],
        ]),
    ['Author', named(terms.author)],
    ['Commissioning officer', named(terms.commissioner)],
    ['Distribution', named(terms.distribution.join('; '))],
  ];
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: 'Control',
      columns: [{ title: 'Item' }, { title: 'This profile' }],
      rows,
    },
  ];
  if (inputs.isSample)
    blocks.unshift({
      kind: 'warning',
      text: 'Every record in this profile is made up. Northmoor does not exist.',
    });
  if (inputs.isContextOnly) blocks.unshift({ kind: 'warning', text: contextSentence });
  return { number: 0, title: sectionTitle(0), state: 'figures', blocks };
}

/** The same day three months on, or the last day of that month where it is shorter. */
export function inThreeMonths(madeOn: string): string {
  const [year = 0, month = 1, day = 1] = madeOn.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The definition by name and version: there are several, each dated, and figures of two cannot be compared. */
function definitionInWords({ definition, codeListName, codeListVersion }: ProfileInputs): string {
  return `the definition "${definition.name}", rules version ${definition.version}, and the "${codeListName}", version ${codeListVersion}`;
}

/** What each rule on VAWG does with a record, in order; rules that are switched off say nothing. */
function whatCounts(definition: RuleSet): string[] {
  const words: Readonly<Record<Tier, string>> = {
    core: 'In, as core',
    flagged: 'In, by a flag',
    'female-victim': definition.settings.includeFemaleVictimTier
      ? 'In, as the female-victim tier on its own line'
      : 'Female-victim tier, on its own line and in no total',
    outside: 'Out',
    context: 'Context only',
    unmatched: 'Not counted, but listed',
  };
  return rulesOf(definition, 'vawg').map(({ answer, sentence }) =>
    answer.question === 'vawg' ? `${words[answer.tier]}: ${sentence}` : sentence,
  );
}

/** The choices of the definition that change what is counted. */
export function choicesInWords({ definition: { settings } }: ProfileInputs): string {
  const tier = settings.includeFemaleVictimTier
    ? 'the female-victim tier is counted in VAWG'
    : 'the female-victim tier stands apart';
  const institutions = settings.institutionalIsPublic
    ? 'institutions are public space'
    : 'institutions are left out of public space';
  return `all victims unless a line says female victims; ${tier}; ${institutions}`;
}

/** Section 1: what was asked, and what counts. */
export function termsSection(inputs: ProfileInputs, terms: ProfileTerms = blankTerms): Section {
  const definition: Block[] = inputs.isContextOnly
    ? [
        {
          kind: 'paragraph',
          text: 'No VAWG definition can be applied: the source has no victim sex, no flags and no offence codes.',
        },
      ]
    : [
        {
          kind: 'paragraph',
          text: `VAWG is counted by ${definitionInWords(inputs)}. The Home Office's own words are acts that disproportionately affect women and girls, whoever the victim is; these rules say what that means here. Of a record the first that holds decides. Choices: ${choicesInWords(inputs)}.`,
        },
        { kind: 'list', items: whatCounts(inputs.definition) },
      ];
  return {
    number: 1,
    title: sectionTitle(1),
    state: 'figures',
    blocks: [
      {
        kind: 'paragraph',
        text:
          terms.aim === ''
            ? 'Aim: to identify dangerous and risky online, private and public spaces for women and girls (National framework 2021, Action 10), so that prevention can be targeted, offender management informed and the most vulnerable victims better understood.'
            : `Aim: ${terms.aim}`,
      },
      ...agreedBlocks(terms),
      ...definition,
      {
        kind: 'list',
        items: [
          `Geography: ${geographyInWords(inputs)}`,
          ...recipeLines(inputs),
          `Period: ${periodInWords(inputs)}. Trend is by recorded date; place and hour are by committed date.`,
          'Victims: all victims unless a line says female victims.',
          'Non-crime incidents count as incidents.',
          'Partner events, StreetSafe-style reports and statements are other kinds of evidence: shown beside incidents, never added to them.',
          'Recorded crime is not prevalence: much is never reported, and a change in counts may be a change in reporting or recording.',
        ],
      },
    ],
  };
}

/** The analysis that was agreed on, and whether results had been seen by then. */
function recipeLines({ recipe }: ProfileInputs): string[] {
  if (recipe === null)
    return [
      'Recipe: none was set before the results were seen. The standard is used: Gi* on squares of 250 m; other cells and methods could give other places.',
    ];
  const seen =
    recipe.runsBefore === 0
      ? 'before any run was kept'
      : `after ${number(recipe.runsBefore)} kept ${recipe.runsBefore === 1 ? 'run' : 'runs'}, so results had been seen`;
  const note = recipe.note === '' ? '' : ` ${recipe.note}`;
  return [`Recipe: ${recipe.sentence} Set on ${dateInWords(recipe.setOn)}, ${seen}.${note}`];
}

/** What the commissioner agreed, and the duties that the profile is linked to. */
function agreedBlocks(terms: ProfileTerms): Block[] {
  const lines = [
    ['Key questions', terms.questions.map((question, at) => `${at + 1}. ${question}`).join(' ')],
    ['In scope', terms.inScope],
    ['Out of scope', terms.outOfScope],
    ['Police and crime plan', terms.policeAndCrimePlan],
    ['Serious Violence Duty', terms.seriousViolenceDuty],
    ['Equality assessment', terms.equalityAssessment],
  ].filter(([, text]) => text !== '');
  if (lines.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Agreed with the commissioner',
      columns: [{ title: 'What' }, { title: 'Agreed' }],
      rows: lines.map(([what = '', text = '']) => [what, text]),
    },
  ];
}

function geographyInWords({ areas }: ProfileInputs): string {
  if (areas.length === 0) return 'no boundary was imported, so nothing is clipped to the force.';
  const squareKilometres = areas.reduce((sum, area) => sum + areaSquareKilometres(area), 0);
  return `${number(areas.length)} areas of ${number(squareKilometres)} square kilometres in all.`;
}

const kindWords: Readonly<Record<string, string>> = {
  incidents: 'Police incidents',
  partner: 'Partner events',
  perceptions: 'Perceptions (StreetSafe-style)',
  voices: 'Voices (statements)',
  venues: 'Venues',
  areas: 'Boundaries',
  population: 'Population',
  activities: 'Activities',
  calendar: 'Calendar',
  comparators: 'Published tables',
  capability: 'Capability (Action 4)',
  conduct: 'Conduct (Action 1)',
  postcodes: 'Postcodes',
  deprivation: 'Deprivation',
  lookup: 'Area lookup',
};

/** Section 3: what became of every row, and what the data cannot say. */
export function dataSection(inputs: ProfileInputs): Section {
  const { victims, incidents } = inputs.evidence;
  const recorded = ({ codes }: CodedText): number =>
    // One signature for the three widths of codes.
    (codes as Uint8Array).reduce((sum, code) => sum + (code === 0 ? 0 : 1), 0);
  const aged = victims.ageYears.reduce((sum, age) => sum + (age < 0 ? 0 : 1), 0);
  const unclassified = incidents.physicalSpace.reduce(
    (sum, space, index) => sum + (space === 0 && incidents.online[index] !== 1 ? 1 : 0),
    0,
  );
  const setAside = incidents.setAside.reduce((sum, flag) => sum + flag, 0);
  const unmatched = inputs.unmatchedOffences.reduce((sum, offence) => sum + offence.count, 0);
  const blocks: Block[] = [
    ...(inputs.sources.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption:
              'What became of every row, by source (rows of the files; an extract may hold several rows a crime)',
            columns: [
              { title: 'Source' },
              ...['Files', 'Rows', 'Kept', 'Rejected', 'Duplicates', 'Updated', 'No location'].map(
                (title) => ({ title, isNumber: true }),
              ),
            ],
            rows: inputs.sources.map((source) => [
              source.preset === source.kind
                ? (kindWords[source.kind] ?? source.kind)
                : `${kindWords[source.kind] ?? source.kind} (${source.preset})`,
              ...[
                source.files,
                source.rows,
                source.accepted,
                source.rejected,
                source.duplicates,
                source.updated,
              ].map(number),
              source.withoutLocation === 0
                ? '0'
                : `${number(source.withoutLocation)} (${share(source.withoutLocation, source.rows)})`,
            ]),
          } satisfies Block,
        ]),
    {
      kind: 'list',
      items: [
        `Incidents ${number(incidents.length)}, victims ${number(victims.length)}, suspects ${number(inputs.evidence.suspects.length)}, each counted in its own unit.`,
        victims.length === 0
          ? 'No victim is recorded in any source, so nothing here can be said about women and girls as victims.'
          : `Of ${number(victims.length)} victim entries, sex is recorded for ${share(recorded(victims.sex), victims.length)}, age for ${share(aged, victims.length)}, self-defined ethnicity for ${share(recorded(victims.ethnicity), victims.length)} ${recorded(victims.ethnicity) === 0 ? '' : ' ("not stated" among them)'}.`,
        `Space: ${number(unclassified)} of ${number(incidents.length)} incidents (${share(unclassified, incidents.length)}) have neither an online element nor a physical space and stay unclassified.`,
        `Location: ${number(setAside)} incidents stand at a police station, hospital or custody suite where they were probably only reported; they count, but are not mapped.`,
        inputs.isContextOnly
          ? 'Offence: open data has categories, not offences.'
          : `Offence: ${number(unmatched)} incidents have an offence that the list does not know${
              inputs.unmatchedOffences.length === 0
                ? '.'
                : `; the commonest: ${inputs.unmatchedOffences
                    .slice(0, 3)
                    .map(
                      (offence) => `"${offence.text || offence.code}" (${number(offence.count)})`,
                    )
                    .join(', ')}.${unmatchedInWords(inputs, unmatched)}`
            }`,
        timeInWords(inputs),
        ...rejectionsInWords(inputs),
        ...fillingLines(inputs.evidence),
      ],
    },
    ...qualityBlocks(inputs),
    ...ruleLimits(inputs),
  ];
  if (inputs.sources.length === 0)
    blocks.unshift({
      kind: 'warning',
      text: 'No file has been imported, so this profile rests on nothing yet.',
    });
  if (inputs.isContextOnly) {
    blocks.unshift({ kind: 'warning', text: contextSentence });
    blocks.push({
      kind: 'paragraph',
      text: 'Published points are moved to the nearest of a fixed list of map points, so a single place is never an address; dates are months, so no hour or weekday can be shown; the published category mixes offences against all victims.',
    });
  }
  return { number: 3, title: sectionTitle(3), state: 'figures', blocks };
}

/** What becomes of records whose offence is not recognised: most are in no count, a flag or a victim brings some in. */
function unmatchedInWords({ tiers }: ProfileInputs, unmatched: number): string {
  const notCounted = Math.min(unmatched, tiers.unmatched ?? 0);
  const others = unmatched - notCounted;
  return others === 0
    ? ' None of them is counted as VAWG.'
    : ` ${number(notCounted)} of them are counted nowhere as VAWG; the other ${number(others)} are decided by a flag or by the status of the crime.`;
}

function timeInWords({ evidence }: ProfileInputs): string {
  const { length } = evidence.incidents;
  const { hours, untimed } = hoursOf(
    evidence,
    Array.from({ length }, (_, index) => index),
  );
  const { timeUnknown, windowTooLong, endBeforeStart } = hours.leftOut;
  return `Time: ${number(length - hours.used)} of ${number(length)} incidents (${share(length - hours.used, length)}) cannot be given an hour of the week: ${number(untimed)} have no time, ${number(windowTooLong)} may have happened at any time of more than 24 hours, ${number(timeUnknown)} others stand at midnight by habit, ${number(endBeforeStart)} end before they start.`;
}

/** One line a source with rejected rows: why they were rejected. */
function rejectionsInWords({ sources }: ProfileInputs): string[] {
  return sources
    .filter((source) => source.rejected > 0)
    .map((source) => {
      const reasons = Object.entries(source.reasons)
        .sort((a, b) => b[1] - a[1])
        .map(([reason, count]) => `${reason.replaceAll('-', ' ')} (${number(count)})`);
      return `Rejected, ${kindWords[source.kind] ?? source.kind}: ${reasons.join(', ')}.`;
    });
}
