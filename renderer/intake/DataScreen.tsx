import { Tabs, Title } from '@mantine/core';
import { BatchesPanel } from './BatchesPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { QualityPanel } from './QualityPanel.tsx';
import { SearchPanel } from './SearchPanel.tsx';
import { useIntake } from './use-intake.ts';

/** Files in, what became of them, and how far they can be trusted. */
export function DataScreen() {
  // Kept here: files that were chosen are still there after a look at another tab.
  const intake = useIntake();
  const panels = [
    ['import', 'Import', <ImportPanel key="import" intake={intake} />],
    ['batches', 'What was imported', <BatchesPanel key="batches" />],
    ['quality', 'Data quality', <QualityPanel key="quality" />],
    ['places', 'Places found', <PlacesPanel key="places" />],
    ['search', 'Find a record', <SearchPanel key="search" />],
  ] as const;
  return (
    <div className="page wide">
      <Title order={1} size="h2" mb="sm">
        Data
      </Title>
      <Tabs defaultValue="import" keepMounted={false}>
        <Tabs.List mb="md">
          {panels.map(([name, label]) => (
            <Tabs.Tab key={name} value={name}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {panels.map(([name, , panel]) => (
          <Tabs.Panel key={name} value={name}>
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
