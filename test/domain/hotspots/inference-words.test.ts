import { describe, expect, it } from 'vitest';
import type { Inference } from '../../../src/domain/hotspots/gi-star-test.ts';
import { inferenceWords } from '../../../src/domain/hotspots/inference-words.ts';

describe('the words of inference', () => {
  it('say where p comes from, and when a single cell could never be hot', () => {
    const words = (inference: Partial<Inference>) =>
      inferenceWords(
        { used: 'both', draws: null, steps: 1, cap: 4, smallest: 1e-9, ...inference },
        6_400,
      );
    expect(words({ used: 'normal' }).join(' ')).toMatch(/normal distribution.*6,400 cells/);
    expect(words({ draws: 128_000 })).toHaveLength(1);
    expect(words({ draws: 128_000 })[0]).toContain('128,000 draws');
    expect(words({ steps: 4 })[0]).toContain('in 4 steps');
    expect(words({})[0]).toContain('Values above 4 count as 4');
    expect(words({ used: 'permutation' })[0]).not.toContain('normal');
    expect(words({ smallest: 0.001 })).toHaveLength(2);
  });
});
