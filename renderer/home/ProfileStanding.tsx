import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/t.ts';
import type { HomeStanding } from './use-standing.ts';

/** The profile in a few facts: version, sections, findings, what no longer holds, review date, checklists. */
export function ProfileStanding(props: { standing: HomeStanding; hasIncidents: boolean }) {
  const { standing, hasIncidents } = props;
  const { draft, state, checklists, versions } = standing;
  const sections = state?.sections ?? [];
  // Without incidents a section of figures holds none.
  const filled = sections.filter(
    ({ state: from, hasWords }) => hasWords || (hasIncidents && from === 'figures'),
  );
  const waits = t(standing.isWaiting ? 'stands.figures' : 'stands.missing');
  const facts: readonly (readonly [words: string, value: ReactNode])[] = [
    [t('stands.version'), versions === null ? null : sayLatest(versions)],
    [
      t('stands.sections'),
      state === null
        ? waits
        : t('stands.ofSections', { some: filled.length, all: sections.length }),
    ],
    [t('stands.findings'), draft?.findings.length],
    [t('stands.recommendations'), draft?.recommendations.length],
    [t('stands.stale'), state === null ? waits : state.stale.length],
    [
      t('stands.review'),
      draft === null
        ? null
        : draft.terms.reviewOn === ''
          ? t('stands.notSet')
          : draft.terms.reviewOn,
    ],
    ...(checklists ?? []).map(({ name, results }) => {
      const count = (wanted: string) => results.filter((one) => one.state === wanted).length;
      const said = { met: count('met'), partly: count('partly'), all: results.length };
      return [t('stands.checklist', { name }), t('stands.met', said)] as const;
    }),
  ];
  return (
    <section aria-labelledby="where-it-stands">
      <Title order={2} size="h4" mb="xs" id="where-it-stands">
        {t('stands.title')}
      </Title>
      <dl className="facts wide">
        {facts.map(([words, value]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{value ?? t(standing.isWaiting ? 'stands.reading' : 'stands.missing')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function sayLatest(versions: NonNullable<HomeStanding['versions']>): string {
  const latest = versions.reduce<(typeof versions)[number] | null>(
    (last, one) => (last === null || one.publishedAt > last.publishedAt ? one : last),
    null,
  );
  if (latest === null) return t('stands.never');
  const { version, publishedAt } = latest;
  return t('stands.published', { version, on: publishedAt.slice(0, 10) });
}
