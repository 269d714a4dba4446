import { UnstyledButton } from '@mantine/core';
import { isBlank } from '../../src/domain/profile/rich-text.ts';
import { sectionCount, sectionTitle } from '../../src/domain/profile/section-titles.ts';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';

/** The eighteen sections and what each holds. */
export function SectionList() {
  const { section, open } = useProfile();
  return (
    <nav className="section-list" aria-label={t('sections.label')}>
      {Array.from({ length: sectionCount }, (_, number) => (
        <UnstyledButton
          key={number}
          className="section-link"
          aria-current={number === section ? 'true' : undefined}
          onClick={() => open('write', number)}
        >
          <span className="section-title">
            {number}. {sectionTitle(number)}
          </span>
          <StateOf number={number} />
        </UnstyledButton>
      ))}
    </nav>
  );
}

function StateOf({ number }: { number: number }) {
  const { draft, state } = useProfile();
  const text = draft.texts.find((one) => one.number === number);
  const findings = draft.findings.filter(({ content }) => content.section === number);
  const own = new Set(findings.map((finding) => finding.number));
  const stale = (state?.stale ?? []).filter(({ place }) =>
    place.kind === 'text' ? place.number === number : own.has(place.number),
  ).length;
  const comments = draft.comments.filter(
    ({ content }) => content.section === number && !content.isSettled,
  ).length;
  const isOnlyWords = state?.sections[number]?.state === 'analyst';
  const hasWords = text !== undefined && !isBlank(text.content.text);
  const parts = [
    t(hasWords ? 'sections.words' : isOnlyWords ? 'sections.toWrite' : 'sections.noWords'),
    findings.map((one) => t('item.finding', { number: String(one.number) })).join(' '),
    comments === 0 ? '' : t('sections.comments', { count: comments }),
  ].filter((part) => part !== '');
  return (
    <span className="section-state">
      {parts.join(' · ')}
      {stale > 0 && (
        <strong className="stale-count"> · {t('sections.stale', { count: stale })}</strong>
      )}
    </span>
  );
}
