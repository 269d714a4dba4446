import PowerPoint from 'pptxgenjs';
import type { TaskingBrief } from '../../domain/figures/brief.ts';
import { clean } from '../word/words.ts';

export interface SlideFacts {
  readonly title: string;
  readonly lead: string;
  readonly marking: string;
}

const ink = '1F1D1B';
const accent = '3D2C8D';
const face = 'Calibri';

/** The tasking brief as two slides: what is so, and what is asked. The marking stands on both, at head and foot. */
export async function buildPptx(brief: TaskingBrief, facts: SlideFacts): Promise<Uint8Array> {
  const show = new PowerPoint();
  show.layout = 'LAYOUT_WIDE';
  show.title = clean(facts.title);
  show.subject = clean(facts.marking);
  show.author = 'Action Ten';
  firstSlide(show, brief, facts);
  secondSlide(show, brief, facts);
  const bytes = await show.write({ outputType: 'uint8array' });
  if (bytes instanceof Uint8Array) return bytes;
  throw new TypeError('the slides were not given as bytes');
}

function newSlide(show: PowerPoint, title: string, marking: string): PowerPoint.Slide {
  const slide = show.addSlide();
  for (const y of [0.08, 7.1]) {
    slide.addText(clean(marking), {
      x: 0.4,
      y,
      w: 12.5,
      h: 0.3,
      align: 'center',
      bold: true,
      fontSize: 11,
      fontFace: face,
      color: ink,
    });
  }
  slide.addText(clean(title), {
    x: 0.4,
    y: 0.4,
    w: 12.5,
    h: 0.6,
    bold: true,
    fontSize: 24,
    fontFace: face,
    color: accent,
    fit: 'shrink',
  });
  return slide;
}

function firstSlide(show: PowerPoint, brief: TaskingBrief, facts: SlideFacts): void {
  const slide = newSlide(show, facts.title, facts.marking);
  for (const [at, { label, text, beside }] of brief.figures.slice(0, 8).entries()) {
    const said = beside === '' ? label : `${label} (${beside})`;
    slide.addText(
      [
        {
          text: clean(text),
          options: { bold: true, fontSize: 20, color: accent, breakLine: true },
        },
        { text: clean(said), options: { fontSize: 10, color: ink } },
      ],
      {
        x: 0.4 + (at % 4) * 3.15,
        y: 1.1 + Math.floor(at / 4) * 1.05,
        w: 3,
        h: 0.95,
        fontFace: face,
        line: { color: 'CFC9C3', width: 1 },
        valign: 'top',
        fit: 'shrink',
      },
    );
  }
  const lines =
    brief.findings.length === 0
      ? ['No finding has been written yet.']
      : [
          ...brief.findings,
          ...(brief.furtherFindings === 0
            ? []
            : [`Further findings in the profile: ${brief.furtherFindings}`]),
        ];
  slide.addText(
    lines.map((line) => ({ text: clean(line), options: { bullet: true, breakLine: true } })),
    {
      x: 0.4,
      y: 3.2,
      w: 12.5,
      h: 3.4,
      // Slides are not laid out until they are opened, so the size follows from how much there is to read.
      fontSize: lines.reduce((sum, line) => sum + Math.ceil(line.length / 120), 0) > 12 ? 11 : 13,
      fontFace: face,
      color: ink,
      valign: 'top',
      fit: 'shrink',
    },
  );
  addNote(slide, facts.lead);
}

function addNote(slide: PowerPoint.Slide, text: string): void {
  slide.addText(clean(text), {
    x: 0.4,
    y: 6.65,
    w: 12.5,
    h: 0.4,
    fontSize: 10,
    italic: true,
    fontFace: face,
    color: ink,
  });
}

/**
 * Places on the left, what is asked on the right: a table grows when it is opened, and beside each other neither can
 * run over the other or over the foot.
 */
function secondSlide(show: PowerPoint, brief: TaskingBrief, facts: SlideFacts): void {
  const slide = newSlide(show, 'Where, and what is asked', facts.marking);
  const options = {
    y: 1.1,
    fontSize: 9,
    fontFace: face,
    color: ink,
    margin: [0.02, 0.05, 0.02, 0.05],
    border: { type: 'solid', pt: 0.5, color: 'CFC9C3' },
  } satisfies PowerPoint.TableProps;
  const head = (titles: readonly string[]) =>
    titles.map((text) => ({ text, options: { bold: true, fill: { color: 'EEEAE6' } } }));
  const rows = (lines: readonly (readonly string[])[]) =>
    lines.map((line) => line.map((text) => ({ text: clean(text) })));
  // A column in which nothing stands would only ask what it is for.
  const hasNotes = brief.places.some(({ note }) => note !== '');
  const places =
    brief.places.length === 0
      ? [['No location is ranked.', '', '']]
      : brief.places.map(({ name, incidents, note }) => [name, incidents, note || '-']);
  const shown = hasNotes ? 3 : 2;
  slide.addTable(
    [
      head(['Place', 'Incidents', 'Check first'].slice(0, shown)),
      ...rows(places.map((place) => place.slice(0, shown))),
    ],
    { ...options, x: 0.4, w: 3.9, colW: hasNotes ? [1.9, 0.8, 1.2] : [3, 0.9] },
  );
  slide.addTable(
    [
      head(['No.', 'What', 'Rests on', 'Who', 'By']),
      ...rows(
        brief.recommendations.length === 0
          ? [['', 'No recommendation has been written yet.', '', '', '']]
          : brief.recommendations.map(({ label, text, restsOn, who, due }) => [
              label,
              text,
              restsOn,
              who,
              due,
            ]),
      ),
    ],
    { ...options, x: 4.5, w: 8.4, colW: [0.45, 4.1, 0.75, 1.9, 1.2] },
  );
  addNote(slide, `Incidents are recorded public-space VAWG. ${brief.caution}`);
}
