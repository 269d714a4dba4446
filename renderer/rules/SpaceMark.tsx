import { tCode } from '../words/t.ts';
import { placeText } from './rule-words.ts';

const marks: Readonly<Record<string, readonly [string, string]>> = {
  online: ['●', '#0072B2'],
  private: ['■', '#AA4499'],
  public: ['▲', '#D55E00'],
  unclassified: ['–', '#767676'],
  'set-aside': ['–', '#767676'],
};

/** A space with its mark: colour and shape, and always the word. */
export function SpaceMark({ space, subtype = '' }: { space: string; subtype?: string }) {
  const [sign, color] = marks[space] ?? ['', 'inherit'];
  return (
    <span className="unbroken">
      <span aria-hidden="true" style={{ color }}>
        {sign}
      </span>{' '}
      {subtype === '' ? tCode(`spaces.${space}`) : placeText(space, subtype)}
    </span>
  );
}
