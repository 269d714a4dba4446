import type { RuleSet } from '../../src/domain/vawg/rule-set.ts';

/** A definition with one rule. */
export const definition: RuleSet = {
  format: 1,
  name: 'Testshire definition',
  version: '2026-11',
  settings: { includeFemaleVictimTier: false, institutionalIsPublic: true },
  rules: [
    {
      id: 'core-code',
      sentence: 'The offence is core on the VAWG list.',
      isOn: true,
      when: [{ field: 'listTier', test: 'is', values: ['core'] }],
      answer: { question: 'vawg', tier: 'core' },
    },
  ],
};

/** No crime was cancelled or transferred, and no population by ethnicity was imported. */
export const nothingElse = {
  withdrawn: { indexes: new Int32Array(), threats: new Uint8Array() },
  ethnicPopulation: null,
  context: {
    comparators: [],
    coreClasses: new Set<string>(),
    activities: [],
    calendar: [],
    capability: [],
    conduct: [],
    women: [],
    areaOfPerception: new Int32Array(),
  },
};
