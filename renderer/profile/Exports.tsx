import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ChooseSaveKind } from '../../src/contract/page-api.ts';
import type { PageProduct } from '../../src/contract/page-products.ts';
import type { ActionPage } from '../../src/domain/figures/action-pages.ts';
import { asJob, ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { saveNow } from './saver.ts';

const actionPages = [
  ['tactical-plan', 'Tactical plan'],
  ['partner-actions', 'Partner action list'],
] as const;

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
    return window.actionTen.chooseSavePath(kind, `${name}, ${marking}`);
  };
  const word = async (template: string | null) => {
    const to = await place('profile-docx', title);
    if (to === null) return;
    const asked = { out: to.token, template };
    const saved = take(await ask('exportProfileDocx', asked, 'Writing the Word document'));
    if (saved !== null) setExported(to.name);
  };
  const wordInTemplate = async () => {
    const [template] = await window.actionTen.chooseFiles('word-template');
    if (template !== undefined) await word(template.token);
  };
  const slides = async () => {
    const to = await place('brief-pptx', `Brief, ${title}`);
    if (to === null) return;
    const saved = take(await ask('exportBriefPptx', { out: to.token }, 'Writing the slides'));
    if (saved !== null) setExported(to.name);
  };
  const actionsInWord = async (actions: ActionPage, name: string) => {
    const to = await place(`${actions}-docx`, `${name}, ${title}`);
    if (to === null) return;
    const asked = { page: actions, out: to.token };
    const saved = take(await ask('exportActionPageDocx', asked, 'Writing the Word document'));
    if (saved !== null) setExported(to.name);
  };
  return (
    <Group className="print-head">
      <Button disabled={isReader} onClick={() => void page('profile-pdf', 'Printing the profile')}>
        Export PDF
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" disabled={isReader}>
            Other forms
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void word(null)}>Word document</Menu.Item>
          <Menu.Item onClick={() => void wordInTemplate()}>
            Word document in our own template
          </Menu.Item>
          <Menu.Item onClick={() => void page('profile-html', 'Writing the page')}>
            One HTML file
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void page('brief-pdf', 'Printing the brief')}>
            Two-page brief, PDF
          </Menu.Item>
          <Menu.Item onClick={() => void slides()}>Two-page brief, slides</Menu.Item>
          {actionPages.map(([actions, name]) => (
            <Fragment key={actions}>
              <Menu.Divider />
              <Menu.Item onClick={() => void page(`${actions}-pdf`, 'Printing the actions')}>
                {name}, PDF
              </Menu.Item>
              <Menu.Item onClick={() => void actionsInWord(actions, name)}>{name}, Word</Menu.Item>
              <Menu.Item onClick={() => void page(`${actions}-html`, 'Writing the page')}>
                {name}, HTML
              </Menu.Item>
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      {exported === null ? (
        <Text size="sm" c="dimmed">
          The force edition as it will print, from the draft and the evidence of now.
        </Text>
      ) : (
        <Alert color="green" role="status" title={`Saved ${exported}`} py={4}>
          Marked {marking}. Force edition: not for partners or the public.
        </Alert>
      )}
    </Group>
  );
}
