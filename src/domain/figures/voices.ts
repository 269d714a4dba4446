import type { Statement } from '../evidence/other-evidence.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import type { Block, Section } from './blocks.ts';
import { tally, topOf } from './counting.ts';
import { gapBlocks } from './gaps.ts';
import type { ProfileInputs } from './inputs.ts';
import { uptakeBlocks } from './uptake.ts';
import { heardBlocks, heldInWords, intersectionBlocks, reporterBlocks } from './who-was-heard.ts';
import { number, share } from './words.ts';
import { youSaidBlocks } from './you-said.ts';

/** Section 8: what women and girls say, who was heard and who was not; then perceptions, counted apart. */
export function voicesSection(inputs: ProfileInputs): Section {
  const blocks: Block[] = [
    ...engagementBlocks(inputs),
    ...heardBlocks(inputs),
    ...youSaidBlocks(inputs),
    ...perceptionBlocks(inputs),
    ...uptakeBlocks(inputs),
    ...reporterBlocks(inputs),
    ...gapBlocks(inputs),
    ...intersectionBlocks(inputs),
  ];
  return { number: 8, title: sectionTitle(8), state: 'figures', blocks };
}

function engagementBlocks({ engagements }: ProfileInputs): Block[] {
  if (engagements.length === 0) {
    return [
      {
        kind: 'warning',
        text: 'No engagement with women and girls was imported. The framework asks profiles to draw on what women and girls, including those who are Black and minoritised, say about where they feel at risk: this is a gap to fill.',
      },
    ];
  }
  const statements = engagements.flatMap((engagement) => engagement.statements);
  const people = engagements.reduce((sum, engagement) => sum + (engagement.participants ?? 0), 0);
  const spaces = tallyText(statements.map((statement) => statement.space));
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `${number(engagements.length)} engagements with ${number(people)} participants gave ${number(statements.length)} statements. People chose to take part, so shares are not those of all women and girls and no test is made on them.`,
    },
    {
      kind: 'bars',
      caption: `Reasons given in statements, one a statement, at engagements held ${heldInWords(engagements)}; n = ${number(statements.length)} statements.`,
      bars: topOf(tallyText(statements.map((statement) => statement.reason)), 10),
      colour: 'felt',
    },
    {
      kind: 'paragraph',
      text: `Statements by space: ${spaces.map((space) => `${space.label} ${number(space.value)}`).join(', ')}.`,
    },
  ];
  const quoted = statements.filter((statement) => statement.quote !== '');
  const shown = quotesOfEach([
    ...new Map(quoted.map((statement) => [statement.quote, statement])).values(),
  ]);
  if (shown.length > 0)
    blocks.push({
      kind: 'list',
      items: shown.map(
        (statement) =>
          `“${statement.quote}” (${statement.space}${statement.place === '' ? '' : `, ${statement.place}`})`,
      ),
    });
  return blocks;
}

const quotesShown = 6;

/** Quotes of one space and place after another, so that the most talked of does not stand for all. */
function quotesOfEach(statements: readonly Statement[]): Statement[] {
  const seen = new Map<string, number>();
  const turns = statements.map((statement) => {
    const turn = seen.get(statement.space) ?? 0;
    seen.set(statement.space, turn + 1);
    return { statement, turn };
  });
  return turns
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, quotesShown)
    .map(({ statement }) => statement);
}

function tallyText(texts: readonly string[]): { label: string; value: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    counts.set(text || 'not recorded', (counts.get(text || 'not recorded') ?? 0) + 1);
  return [...counts]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}

function perceptionBlocks({ perceptions }: ProfileInputs): Block[] {
  if (perceptions.length === 0) {
    return [
      {
        kind: 'warning',
        text: 'No StreetSafe-style reports were imported, so nothing can be said about places that are feared but not in crime records.',
      },
    ];
  }
  const mentions = perceptions.reasons.map(() => 0);
  for (const reasons of perceptions.reasonsOf)
    for (const reason of reasons) mentions[reason] = (mentions[reason] ?? 0) + 1;
  const total = mentions.reduce((sum, count) => sum + count, 0);
  const every = Array.from({ length: perceptions.length }, (_, index) => index);
  const sex = tally(perceptions.sex, every);
  const female = sex.find((group) => group.label === 'female')?.value ?? 0;
  const unknown = sex.find((group) => group.label === 'not recorded')?.value ?? 0;
  const bars = mentions
    .map((value, index) => ({ label: perceptions.reasons[index]?.text ?? '', value }))
    .sort((a, b) => b.value - a.value);
  return [
    {
      kind: 'paragraph',
      text: `${number(perceptions.length)} StreetSafe-style reports make ${number(total)} mentions of reasons: a report may have several. Of those who gave their sex, ${share(female, perceptions.length - unknown)} are female; ${number(unknown)} did not say. Reports say where people feel unsafe. They are not crimes and are in no crime total.`,
    },
    {
      kind: 'bars',
      caption: `Reasons in StreetSafe-style reports: ${number(total)} mentions in ${number(perceptions.length)} reports, by date of report.`,
      bars: topOf(bars, 11),
      colour: 'felt',
    },
  ];
}
