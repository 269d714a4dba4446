import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChooseSaveKind, PageProduct } from '../../src/contract/page-api.ts';
import { asJob, ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { saveNow } from './saver.ts';

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
