import { Tabs, Title } from '@mantine/core';
import { useState } from 'react';
import { useTab } from '../app/use-tab.ts';
import { t } from '../words/t.ts';
import { BatchesPanel } from './BatchesPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { QualityPanel } from './QualityPanel.tsx';
import { SearchPanel } from './SearchPanel.tsx';
import { useIntake } from './use-intake.ts';

export const dataTabs = [
  ['import', 'tab.data.import'],
  ['batches', 'tab.data.batches'],
  ['quality', 'tab.data.quality'],
  ['places', 'tab.data.places'],
  ['search', 'tab.data.search'],
] as const;

/** Files in, what became of them, and how far they can be trusted. */
export function DataScreen() {
  // Kept here: files that were chosen are still there after a look at another tab.
  const intake = useIntake();
  const [tab, choose] = useTab('data', 'import', dataTabs);
  /** Number of the import whose rejected rows are shown. */
  const [rejectedOf, setRejectedOf] = useState<number | null>(null);
  const showRejected = (batch: number): void => {
    setRejectedOf(batch);
    choose('batches');
  };
  const panels = {
    import: <ImportPanel intake={intake} showRejected={showRejected} />,
    batches: <BatchesPanel rejectedOf={rejectedOf} showRejected={setRejectedOf} />,
    quality: <QualityPanel />,
    places: <PlacesPanel />,
    search: <SearchPanel />,
  };
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        {t('room.data')}
      </Title>
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List mb="md">
          {dataTabs.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {t(label)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {dataTabs.map(([name]) => (
          <Tabs.Panel key={name} value={name}>
            {panels[name]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
