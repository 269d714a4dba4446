import { Accordion, Badge, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { PartnerText } from '../../src/contract/profile.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** The analyst's texts for a partner edition: each is read before it is marked, with what may name somebody pointed out. */
export function PartnerTexts({ onChanged }: { onChanged: () => void }) {
  const { take, summary } = useWorkbench();
  const { value, put } = useCall('listPartnerTexts', {});
  const texts = value?.texts ?? [];
  if (texts.length === 0) return null;
  const mark = async ({ kind, number }: PartnerText, isForPartners: boolean) => {
    const marked = take(await ask('markPartnerText', { kind, number, isForPartners }));
    if (marked === null) return;
    put(marked);
    onChanged();
  };
  const count = texts.filter(({ isMarked }) => isMarked).length;
  return (
    <Accordion variant="contained">
      <Accordion.Item value="texts">
        <Accordion.Control>
          Your own words for partners (marked: {count} of {texts.length} texts, findings and
          recommendations)
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" mb="sm" maw="72ch">
            Left out unless you read and mark them here. They do not pass the gate: look for names,
            small numbers and anything by which somebody could know a person again. A change of the
            words takes the mark away. None of them goes into a public edition.
          </Text>
          <Stack gap="md">
            {texts.map((text) => (
              <section key={nameOf(text)} aria-label={`Words of ${nameOf(text)}`}>
                <Text size="sm" className="partner-words">
                  {text.words}
                </Text>
                {text.found.length > 0 && (
                  <Group gap={4} my={4}>
                    <Text size="xs">Look at:</Text>
                    {text.found.map(({ kind, words }) => (
                      <Badge key={`${kind} ${words}`} variant="outline" color="orange" tt="none">
                        {kind}: {words}
                      </Badge>
                    ))}
                  </Group>
                )}
                <Checkbox
                  label={`${nameOf(text)} may go to partners: I have read it, and it names nobody`}
                  description={text.markedBy === null ? undefined : `Marked by ${text.markedBy}`}
                  checked={text.isMarked}
                  disabled={summary?.access !== 'writer'}
                  onChange={(event) => void mark(text, event.currentTarget.checked)}
                />
              </section>
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** As it is called in the profile. */
function nameOf({ kind, number }: PartnerText): string {
  if (kind === 'text') return `Section ${number}`;
  return kind === 'finding' ? `Finding F${number}` : `Recommendation R${number}`;
}
