import { Button, Menu, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { type MapSheet, mapAsSvg, sheetHeight, sheetWidth } from '../map/map-svg.ts';
import { svgAsPng } from '../map/svg-to-png.ts';
import { t } from '../words/t.ts';

/** On paper of A4 width 3 times the sheet's units are some 300 dots an inch. */
const pngTimes = 3;

/** Saves the map as SVG or PNG, or prints it: with marking, legend, scale bar, source, date and n on it. */
export function SaveMap({ sheet }: { sheet: () => MapSheet | null }) {
  const { take, summary } = useWorkbench();
  const [said, setSaid] = useState('');
  const [printed, setPrinted] = useState<string | null>(null);
  useEffect(() => {
    if (printed === null) return undefined;
    const done = () => {
      URL.revokeObjectURL(printed);
      setPrinted(null);
    };
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, [printed]);
  const save = async (format: 'svg' | 'png') => {
    setSaid('');
    const made = sheet();
    if (made === null) return;
    const svg = mapAsSvg(made);
    const bytes =
      format === 'svg'
        ? new TextEncoder().encode(svg)
        : await svgAsPng(svg, { width: sheetWidth, height: sheetHeight, times: pngTimes });
    const { run, method } = made.result.run;
    const out = await window.actionTen.chooseSavePath(
      format === 'svg' ? 'map-svg' : 'map-png',
      `${t('map.save.name', { method, run })}.${format}`,
    );
    if (out === null) return;
    const saved = take(await ask('saveMap', { run, format, bytes, out: out.token }));
    if (saved !== null) setSaid(t('map.save.saved', { name: out.name }));
  };
  const print = () => {
    const made = sheet();
    if (made === null) return;
    setPrinted(URL.createObjectURL(new Blob([mapAsSvg(made)], { type: 'image/svg+xml' })));
  };
  const mayWrite = summary?.access === 'writer';
  return (
    <>
      <Text size="xs" role="status" className="map-said" title={said}>
        {said}
      </Text>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="xs" variant="default">
            {t('map.save')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!mayWrite} onClick={() => void save('svg')}>
            {t('map.save.svg')}
          </Menu.Item>
          <Menu.Item disabled={!mayWrite} onClick={() => void save('png')}>
            {t('map.save.png')}
          </Menu.Item>
          <Menu.Item onClick={print}>{t('map.save.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {printed !== null &&
        createPortal(
          <img className="print-sheet" alt="" src={printed} onLoad={() => window.print()} />,
          document.body,
        )}
    </>
  );
}
