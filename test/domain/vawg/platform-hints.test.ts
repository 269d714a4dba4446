import { describe, expect, it } from 'vitest';
import { parsePlatforms, platformFinder } from '../../../src/domain/vawg/platform-hints.ts';
import { shippedTable } from './lists.ts';

const parsed = parsePlatforms(shippedTable('platforms-2026-11.csv'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const find = platformFinder(parsed.dictionary);

describe('the dictionary of platforms and means', () => {
  it.each([
    ['Sent messages on Snapchat every night.', 'Snapchat'],
    ['Contact by E-MAIL after the separation', 'Email'],
    ['received 40 text  messages from him', 'Text message'],
    ['an AirTag was found in her bag', 'Tracker'],
    ['shared nude images of her', 'Intimate images'],
    ['posted on X about her', 'X (Twitter)'],
    ['made-up pictures (deepfake) were sent', 'Deepfake'],
    ['met through Tinder', 'Dating app'],
  ])('finds in "%s": %s', (text, platform) => {
    expect(find(text)).toBe(platform);
  });

  it.each([
    'He snapped at her and left.',
    'The text of the letter was read out.',
    'Discord between neighbours over a hedge.',
    'She gave a signal to the driver.',
    'A telegraph pole was damaged by X.',
    'Bumbled into the room; plenty of fishing tackle.',
    '',
  ])('finds nothing in "%s"', (text) => {
    expect(find(text)).toBeNull();
  });

  it('names the line of each fault', () => {
    const problems = parsePlatforms({
      file: 'p.csv',
      rows: [
        { platform: 'A', words: 'alpha' },
        { platform: '', words: 'beta' },
        { platform: 'C', words: '' },
        { platform: 'D', words: 'alpha|zz' },
      ],
    });
    expect(problems).toMatchObject({
      ok: false,
      problems: [{ line: 3 }, { line: 4 }, { line: 5 }, { line: 5 }],
    });
    expect(parsePlatforms({ file: 'p.csv', rows: [] }).ok).toBe(false);
  });
});
