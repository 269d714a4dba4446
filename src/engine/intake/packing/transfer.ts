import type { PackedRows } from '../../workspace/packed-rows.ts';
import type { ReadMessage } from './batch.ts';

/** The buffers of a message that move to the other thread instead of being copied. */
export function transferables(message: ReadMessage): ArrayBuffer[] {
  if (message.type !== 'batch') return [];
  const { records, rowOf, rowsIn, people } = message.batch;
  const arrays: ArrayBufferView[] = [...arraysOf(records), rowOf, rowsIn];
  if (people !== null) {
    arrays.push(
      ...arraysOf(people.victims),
      ...arraysOf(people.suspects),
      ...arraysOf(people.links),
    );
    arrays.push(people.victimOf, people.suspectOf, people.linkOf);
  }
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

function arraysOf(rows: PackedRows): ArrayBufferView[] {
  return [
    rows.high,
    rows.low,
    rows.contentHigh,
    rows.contentLow,
    ...rows.columns.flatMap((column): ArrayBufferView[] => {
      if (column.form === 'codes') return [column.codes];
      return [column.form === 'numbers' ? column.numbers : column.joined];
    }),
  ];
}
