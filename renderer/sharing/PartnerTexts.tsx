import { Accordion, Badge, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { PartnerText } from '../../src/contract/profile.ts';
import { ask } from '../app/engine-client.ts';
import { Listed } from '../app/Listed.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** The analyst's texts for a partner edition: each is read before it is marked, with what may name somebody pointed out. */
export function PartnerTexts({ onChanged }: { onChanged: () => void }) {
  const { take, summary } = useWorkbench();
  const { value, put } = useCall('listPartnerTexts', {});
  const texts = value?.texts ?? [];
  if (texts.length === 0) return null;
  const mark = async ({ kind, number }: PartnerText, isForPartners: boolean) => {
    const changed = take(await ask('markPartnerText', { kind, number, isForPartners }));
    if (changed === null) return;
    put(changed);
    onChanged();
  };
  const marked = texts.filter(({ isMarked }) => isMarked).length;
  return (
    <Accordion variant="contained">
      <Accordion.Item value="texts">
        <Accordion.Control>
          {t('partnerText.title', { marked, all: texts.length })}
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" mb="sm" maw="72ch">
            {t('partnerText.about')}
          </Text>
          <Stack gap="md">
            <Listed items={texts} textOf={(text) => `${nameOf(text)} ${text.words}`} pageRows={20}>
              {(shown) =>
                shown.map((text) => (
                  <section
                    key={nameOf(text)}
                    aria-label={t('partnerText.wordsOf', { name: nameOf(text) })}
                  >
                    <Text size="sm" className="partner-words">
                      {text.words}
                    </Text>
                    {text.found.length > 0 && (
                      <Group gap={4} my={4}>
                        <Text size="xs">{t('partnerText.lookAt')}</Text>
                        {text.found.map(({ kind, words }) => (
                          <Badge
                            key={`${kind} ${words}`}
                            variant="outline"
                            color="orange"
                            tt="none"
                          >
                            {t(`partnerText.found.${kind}`, { words })}
                          </Badge>
                        ))}
                      </Group>
                    )}
                    <Checkbox
                      label={t('partnerText.mark', { name: nameOf(text) })}
                      description={
                        text.markedBy === null
                          ? undefined
                          : t('partnerText.markedBy', { user: text.markedBy })
                      }
                      checked={text.isMarked}
                      disabled={summary?.access !== 'writer'}
                      onChange={(event) => void mark(text, event.currentTarget.checked)}
                    />
                  </section>
                ))
              }
            </Listed>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** As it is called in the profile. */
function nameOf({ kind, number }: PartnerText): string {
  return t(`partnerText.${kind}`, { number: String(number) });
}
