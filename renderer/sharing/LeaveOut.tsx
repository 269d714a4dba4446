import { Accordion, Checkbox, Stack, Text } from '@mantine/core';
import type { EditionWanted, ReportView } from '../../src/contract/page-api.ts';
import { t } from '../words/t.ts';

type Part = NonNullable<EditionWanted['leaveOut']>[number];

/** Sections and single figures that the force leaves out beyond what the gate removed. */
export function LeaveOut(props: {
  profile: ReportView['profile'];
  wanted: EditionWanted;
  onChange: (wanted: EditionWanted) => void;
}) {
  const { profile, wanted, onChange } = props;
  const parts = wanted.leaveOut ?? [];
  const isOut = (section: number, caption: string | null): boolean =>
    parts.some((part) => part.section === section && (part.caption ?? null) === caption);
  const toggle = (part: Part, out: boolean) =>
    onChange({
      ...wanted,
      leaveOut: out
        ? [...parts, part]
        : parts.filter(
            (one) =>
              one.section !== part.section || (one.caption ?? null) !== (part.caption ?? null),
          ),
    });
  return (
    <Accordion variant="contained">
      <Accordion.Item value="leave-out">
        <Accordion.Control>
          {parts.length === 0
            ? t('leaveOut.title')
            : t('leaveOut.chosen', { number: parts.length })}
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" mb="xs">
            {t('leaveOut.about')}
          </Text>
          <Stack gap={4}>
            {profile.sections
              .filter(({ number }) => number > 0)
              .map(({ number, title, captions = [] }) => (
                <div key={number}>
                  <Checkbox
                    label={t('leaveOut.section', { number, title })}
                    checked={isOut(number, null)}
                    onChange={(event) =>
                      toggle({ section: number, caption: null }, event.currentTarget.checked)
                    }
                  />
                  {!isOut(number, null) &&
                    [...new Set(captions)].map((caption) => (
                      <Checkbox
                        key={caption}
                        ml="xl"
                        size="xs"
                        label={caption.length > 160 ? `${caption.slice(0, 160)} …` : caption}
                        checked={isOut(number, caption)}
                        onChange={(event) =>
                          toggle({ section: number, caption }, event.currentTarget.checked)
                        }
                      />
                    ))}
                </div>
              ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
