import {
  approaches,
  type ProfileItems,
  type Recommendation,
  stateOf,
} from '../profile/document.ts';
import { plainText } from '../profile/rich-text.ts';
import type { Block, Section, TableBlock } from './blocks.ts';
import { dateInWords, number } from './words.ts';

/** The pages that recommendations come out as, beside the profile. */
export type ActionPage = 'tactical-plan' | 'partner-actions';

type Numbered = readonly [number, Recommendation];

const approachTitles: Readonly<Record<Recommendation['approach'], string>> = {
  prevent: 'Prevent',
  pursue: 'Pursue',
  protect: 'Protect',
  prepare: 'Prepare',
};

const noPartner = 'No partner named yet';

/**
 * The recommendations as a page to work from: by approach for the tactical meeting, or by partner for those outside.
 *
 * @param forPartners numbers of the recommendations that were read and marked for partners.
 * @param madeOn `YYYY-MM-DD`; a recommendation whose date is before it and that is open or under way is overdue.
 */
export function actionSections(
  page: ActionPage,
  items: ProfileItems,
  madeOn: string,
  forPartners: ReadonlySet<number>,
): Section[] {
  const all = [...items.recommendations].filter(([, one]) => stateOf(one) !== 'dropped');
  const head = section(1, 'How it stands', [
    { kind: 'paragraph', text: standing(items, madeOn) },
    { kind: page === 'partner-actions' ? 'warning' : 'paragraph', text: notes[page] },
  ]);
  const parts =
    page === 'tactical-plan'
      ? approaches.map((approach): [string, Block[]] => [
          approachTitles[approach],
          planTable(
            all.filter(([, one]) => one.approach === approach),
            items,
            madeOn,
          ),
        ])
      : partnersOf(all).map((partner): [string, Block[]] => [
          partner,
          partnerTable(
            all.filter(([, one]) => nameOfPartner(one) === partner),
            forPartners,
          ),
        ]);
  return [head, ...parts.map(([title, blocks], at) => section(at + 2, title, blocks))];
}

const notes: Readonly<Record<ActionPage, string>> = {
  'tactical-plan':
    'Each action rests on findings of the profile and is judged by its measure against its baseline. Progress is recorded in the profile; this page shows the latest.',
  'partner-actions':
    'Without findings, figures and baselines. The words of each action are the analyst’s and passed no disclosure check: give a partner only what the last column says was read and marked for partners (Sharing, Edition).',
};

function section(at: number, title: string, blocks: readonly Block[]): Section {
  return { number: at, title, state: 'figures', blocks };
}

function isOverdue(one: Recommendation, madeOn: string): boolean {
  const state = stateOf(one);
  return one.dueOn !== '' && one.dueOn < madeOn && (state === 'open' || state === 'under way');
}

function standing({ recommendations }: ProfileItems, madeOn: string): string {
  const all = [...recommendations.values()];
  if (all.length === 0) return 'No recommendation has been written yet.';
  const of = (state: string): string => number(all.filter((one) => stateOf(one) === state).length);
  const overdue = all.filter((one) => isOverdue(one, madeOn)).length;
  return `On ${dateInWords(madeOn)}, of ${number(all.length)} recommendations: ${of('open')} open, ${of('under way')} under way, ${of('done')} done, ${of('dropped')} dropped and left out below. Past their date and not done: ${number(overdue)}.`;
}

function planTable(all: readonly Numbered[], items: ProfileItems, madeOn: string): Block[] {
  const none: Block[] = [{ kind: 'paragraph', text: 'No action of this kind.' }];
  if (all.length === 0) return none;
  return [
    table(
      `Actions: ${number(all.length)}. The baseline is the figure before work began.`,
      ['Action', 'Rests on', 'Owner and partner', 'By', 'Measure and baseline', 'Progress'],
      all.map(([at, one]) => [
        `R${at}. ${one.text}`,
        findingsOf(one, items),
        [one.owner === '' ? 'no owner yet' : one.owner, one.partner]
          .filter((name) => name !== '')
          .join(', with '),
        dueOf(one, isOverdue(one, madeOn)),
        [
          one.measure === '' ? 'no measure yet' : one.measure,
          one.baseline === '' ? 'no baseline yet' : `baseline ${one.baseline}`,
        ].join('; '),
        progressOf(one),
      ]),
    ),
  ];
}

function findingsOf({ findings }: Recommendation, items: ProfileItems): string {
  const lines = findings
    .toSorted((a, b) => a - b)
    .flatMap((at) => {
      const finding = items.findings.get(at);
      return finding === undefined ? [] : [`F${at}: ${plainText(finding.text)}`];
    });
  return lines.length === 0 ? 'no finding' : lines.join(' ');
}

function dueOf({ dueOn }: Recommendation, overdue: boolean): string {
  if (dueOn === '') return 'no date yet';
  return `${dateInWords(dueOn)}${overdue ? ', overdue' : ''}`;
}

function progressOf(one: Recommendation): string {
  const last = one.progress.at(-1);
  if (last === undefined) return 'open';
  return `${last.state} since ${dateInWords(last.on)}${last.note === '' ? '' : `: ${last.note}`}`;
}

function nameOfPartner({ partner }: Recommendation): string {
  return partner.trim() === '' ? noPartner : partner.trim();
}

/** Partners in the order of the alphabet; those without one last. */
function partnersOf(all: readonly Numbered[]): string[] {
  const names = new Set(all.map(([, one]) => nameOfPartner(one)));
  return [...names].sort(
    (a, b) => Number(a === noPartner) - Number(b === noPartner) || (a < b ? -1 : 1),
  );
}

function partnerTable(all: readonly Numbered[], forPartners: ReadonlySet<number>): Block[] {
  return [
    table(
      `Actions with this partner: ${number(all.length)}`,
      ['Action', 'Approach', 'Police owner', 'By', 'State', 'Read for partners'],
      all.map(([at, one]) => [
        `R${at}. ${one.text}`,
        approachTitles[one.approach],
        one.owner === '' ? 'no owner yet' : one.owner,
        dueOf(one, false),
        stateOf(one),
        forPartners.has(at) ? 'yes' : 'not yet',
      ]),
    ),
  ];
}

function table(
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): TableBlock {
  return { kind: 'table', caption, columns: titles.map((title) => ({ title })), rows };
}
