import { basename } from 'node:path';
import { FailureError } from '../contract/outcome.ts';
import type { ActionPage } from '../domain/figures/action-pages.ts';
import type { Engine } from '../engine/engine.ts';
import { lockedFailure } from '../engine/workspace/open.ts';
import { refuseOutput, writeWhole } from '../engine/write-whole.ts';
import { ask } from './ask.ts';
import { type Command, decisionOf, open } from './command.ts';
import { printToPdf } from './print.ts';
import { recordExport } from './record-export.ts';

/** Commands about the profile and its versions. */
export const profileCommands = {
  async profile(engine, { words, options }) {
    const { status, summary } = await open(engine, words);
    const html = options.path('html');
    const pdf = options.path('pdf');
    const docx = options.path('docx');
    const brief = options.path('brief');
    const plan = options.path('plan');
    const partnerActions = options.path('partner-actions');
    const edition = (options.text('edition') ?? 'force') as 'force' | 'partner' | 'public';
    if (
      edition !== 'force' &&
      (docx ?? brief ?? plan ?? partnerActions ?? options.text('publish') ?? null) !== null
    ) {
      throw new FailureError(
        'bad-request',
        'Word, the brief, the plan, the partner actions and published versions are of the force edition.',
        'Give a partner or public edition --pdf or --html.',
      );
    }
    const outputs = [html, pdf, docx, brief, plan, partnerActions].filter((out) => out !== null);
    // An export has to be recorded, which a reader cannot do: refused before anything is written.
    for (const out of outputs) refuseOutput(out);
    if (status === 'reader' && outputs.length > 0) throw lockedFailure(summary.heldBy);
    const profile = await ask(engine, 'buildProfile', {
      edition,
      recipient: options.text('recipient') ?? '',
      agreement: options.text('agreement') ?? null,
      threshold: (options.number('threshold') ?? null) as 5 | null,
      decision: decisionOf(options),
      leaveOut: (options.text('leave-out') ?? '')
        .split(',')
        .filter((part) => part.trim() !== '')
        .map((part) => ({ section: Number(part) })),
      // A look without a file is no disclosure.
      release: edition !== 'force' && outputs.length > 0,
    });
    if (html !== null) {
      writeWhole(html, profile.html);
      await recordExport(engine, 'profile-html', html, profile.audit);
    }
    if (pdf !== null) {
      printToPdf(profile, pdf);
      await recordExport(engine, 'profile-pdf', pdf, profile.audit);
    }
    if (docx !== null) {
      await ask(engine, 'exportProfileDocx', { out: docx, template: options.path('template') });
    }
    if (brief !== null) await writeBrief(engine, brief);
    if (plan !== null) await writeActionPage(engine, 'tactical-plan', plan);
    if (partnerActions !== null) await writeActionPage(engine, 'partner-actions', partnerActions);
    const { html: _page, ...facts } = profile;
    const version = options.text('publish');
    const published =
      version === undefined ? null : await ask(engine, 'publishProfile', { version });
    const unmarked = outputs.filter((out) => !carriesMarking(out, profile.marking));
    const warnings = unmarked.map(
      (out) =>
        `The name of ${basename(out)} does not carry its marking (${profile.marking}): put it in before the file goes anywhere.`,
    );
    return {
      ok: true,
      ...facts,
      pdf,
      docx,
      html,
      brief,
      plan,
      partnerActions,
      published,
      warnings,
    };
  },

  async compare(engine, { words }) {
    const [, first = '', second = ''] = words;
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'compareProfileVersions', { first, second })) };
  },
} satisfies Readonly<Record<string, Command>>;

/** Whether a file's name has the first words of its marking, such as OFFICIAL-SENSITIVE, written in any way. */
function carriesMarking(path: string, marking: string): boolean {
  const letters = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const [classification = ''] = /^[A-Z -]+/.exec(marking.toUpperCase()) ?? [];
  return letters(basename(path)).includes(letters(classification));
}

/** The tasking brief, as slides for a name that ends in .pptx, else as PDF. */
async function writeBrief(engine: Engine, out: string): Promise<void> {
  if (out.toLowerCase().endsWith('.pptx')) {
    await ask(engine, 'exportBriefPptx', { out });
    return;
  }
  printToPdf(await ask(engine, 'buildBrief', {}), out);
  await recordExport(engine, 'brief-pdf', out);
}

/** An action page in the form that its name ends in: .docx, .html or else PDF. */
async function writeActionPage(engine: Engine, page: ActionPage, out: string): Promise<void> {
  const name = out.toLowerCase();
  if (name.endsWith('.docx')) {
    await ask(engine, 'exportActionPageDocx', { page, out });
    return;
  }
  const built = await ask(engine, 'buildActionPage', { page });
  if (name.endsWith('.html')) {
    writeWhole(out, built.html);
    await recordExport(engine, `${page}-html`, out);
    return;
  }
  printToPdf(built, out);
  await recordExport(engine, `${page}-pdf`, out);
}
