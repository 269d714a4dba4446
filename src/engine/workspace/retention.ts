import { z } from 'zod';
import type { Reader, Writer } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const datesSchema = z.record(z.string(), z.iso.date());

/** Last day on which each batch may be kept, by its number; batches without one are in no entry. */
export function retentionDates(handle: Reader | Writer): ReadonlyMap<number, string> {
  const text = readSetting(handle, 'retention');
  const dates = text === null ? {} : datesSchema.parse(JSON.parse(text));
  return new Map(Object.entries(dates).map(([batch, until]) => [Number(batch), until]));
}

/** Sets the last day of a batch; null takes it away. Inside the caller's transaction. */
export function keepRetentionDate(writer: Writer, batch: number, until: string | null): void {
  const dates = new Map(retentionDates(writer));
  if (until === null) dates.delete(batch);
  else dates.set(batch, until);
  writeSetting(writer, 'retention', JSON.stringify(Object.fromEntries(dates)));
}
