import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ChooseSaveKind } from '../../src/contract/page-api.ts';
import type { PageProduct } from '../../src/contract/page-products.ts';
import type { ActionPage } from '../../src/domain/figures/action-pages.ts';
import { asJob, ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { saveNow } from './saver.ts';

const actionPages = ['tactical-plan', 'partner-actions'] as const;

/** The forms in which the profile and its brief leave, each recorded in the log. */
export function Exports({ title }: { title: string }) {
  const { take, summary } = useWorkbench();
  const [exported, setExported] = useState<string | null>(null);
  const marking = summary?.marking ?? '';
  const isReader = summary?.access === 'reader';
  const page = async (product: PageProduct, label: string) => {
    setExported(null);
    await saveNow();
    const saved = take(
      await asJob(label, (key) =>
        product === 'profile-pdf'
          ? window.actionTen.exportProfilePdf(key)
          : window.actionTen.exportPage(product, key),
      ),
    );
    if (saved !== null) setExported(saved.name);
  };
  const place = async (kind: ChooseSaveKind, name: string) => {
    setExported(null);
    await saveNow();
    return window.actionTen.chooseSavePath(kind, t('print.file', { name, marking }));
  };
  const word = async (template: string | null) => {
    const to = await place('profile-docx', title);
    if (to === null) return;
    const asked = { out: to.token, template };
    const saved = take(await ask('exportProfileDocx', asked, t('print.writingWord')));
    if (saved !== null) setExported(to.name);
  };
  const wordInTemplate = async () => {
    const [template] = await window.actionTen.chooseFiles('word-template');
    if (template !== undefined) await word(template.token);
  };
  const slides = async () => {
    const to = await place('brief-pptx', t('print.briefFile', { title }));
    if (to === null) return;
    const saved = take(await ask('exportBriefPptx', { out: to.token }, t('print.writingSlides')));
    if (saved !== null) setExported(to.name);
  };
  const actionsInWord = async (actions: ActionPage) => {
    const to = await place(`${actions}-docx`, t(`print.fileOf.${actions}`, { title }));
    if (to === null) return;
    const asked = { page: actions, out: to.token };
    const saved = take(await ask('exportActionPageDocx', asked, t('print.writingWord')));
    if (saved !== null) setExported(to.name);
  };
  return (
    <Group className="print-head">
      <Button disabled={isReader} onClick={() => void page('profile-pdf', t('print.working'))}>
        {t('print.pdf')}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" disabled={isReader}>
            {t('print.other')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void word(null)}>{t('print.word')}</Menu.Item>
          <Menu.Item onClick={() => void wordInTemplate()}>{t('print.template')}</Menu.Item>
          <Menu.Item onClick={() => void page('profile-html', t('print.writingPage'))}>
            {t('print.html')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void page('brief-pdf', t('print.printingBrief'))}>
            {t('print.briefPdf')}
          </Menu.Item>
          <Menu.Item onClick={() => void slides()}>{t('print.briefSlides')}</Menu.Item>
          {actionPages.map((actions) => (
            <Fragment key={actions}>
              <Menu.Divider />
              <Menu.Item onClick={() => void page(`${actions}-pdf`, t('print.printingActions'))}>
                {t(`print.${actions}.pdf`)}
              </Menu.Item>
              <Menu.Item onClick={() => void actionsInWord(actions)}>
                {t(`print.${actions}.word`)}
              </Menu.Item>
              <Menu.Item onClick={() => void page(`${actions}-html`, t('print.writingPage'))}>
                {t(`print.${actions}.html`)}
              </Menu.Item>
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      {exported === null ? (
        <Text size="sm" c="dimmed">
          {t('print.about')}
        </Text>
      ) : (
        <Alert color="green" role="status" title={t('print.saved', { name: exported })} py={4}>
          {t('print.savedText', { marking })}
        </Alert>
      )}
    </Group>
  );
}
