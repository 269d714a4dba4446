import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { EditionWanted } from '../../src/contract/page-api.ts';
import type { Agreement } from '../../src/contract/security-calls.ts';
import { t } from '../words/t.ts';

const standardThreshold = { partner: 5, public: 10 } as const;
const thresholds = [3, 5, 10] as const;

/** For whom, and by what threshold; a lower one than the level's asks who decided it and why. */
export function EditionChoices(props: {
  agreements: readonly Agreement[];
  wanted: EditionWanted;
  onChange: (wanted: EditionWanted) => void;
}) {
  const { agreements, wanted, onChange } = props;
  const level = wanted.edition === 'public' ? 'public' : 'partner';
  const standard = standardThreshold[level];
  const threshold = wanted.threshold ?? standard;
  const decision = wanted.decision ?? { by: '', why: '' };
  const decide = (next: { by: string; why: string }) =>
    onChange({ ...wanted, decision: next.by === '' && next.why === '' ? null : next });
  return (
    <Group align="end">
      <NativeSelect
        label={t('share.for')}
        value={level === 'public' ? 'public' : (wanted.agreement ?? '')}
        data={[
          ...agreements.map(({ reference, party }) => ({
            value: reference,
            label: t('edition.partyUnder', { party, reference }),
          })),
          { value: 'public', label: t('share.toPublic') },
        ]}
        onChange={(event) => {
          const chosen = agreements.find(
            ({ reference }) => reference === event.currentTarget.value,
          );
          onChange(
            chosen === undefined
              ? { edition: 'public' }
              : { edition: 'partner', agreement: chosen.reference, recipient: chosen.party },
          );
        }}
      />
      <NativeSelect
        label={t('edition.suppressed')}
        value={String(threshold)}
        data={thresholds.map((one) => ({
          value: String(one),
          label: t(
            one === standard
              ? 'edition.belowRule'
              : one < standard
                ? 'edition.belowMore'
                : 'edition.belowLess',
            { threshold: one },
          ),
        }))}
        onChange={(event) => {
          const chosen = thresholds.find((one) => String(one) === event.currentTarget.value);
          const { decision: _before, ...others } = wanted;
          onChange({ ...others, threshold: chosen === standard ? null : (chosen ?? null) });
        }}
      />
      {threshold < standard && (
        <>
          <TextInput
            label={t('edition.decidedBy')}
            value={decision.by}
            onChange={(event) => decide({ ...decision, by: event.currentTarget.value })}
          />
          <TextInput
            label={t('edition.why')}
            description={t('edition.whyText')}
            w={320}
            value={decision.why}
            onChange={(event) => decide({ ...decision, why: event.currentTarget.value })}
          />
        </>
      )}
    </Group>
  );
}
