import { useEffect, useMemo, useState } from 'react';
import type { ProfileFilter } from '../../src/contract/filter.ts';
import type { RunResult } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { useRemembered } from '../app/remember.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { type Ground, readGround } from '../map/ground.ts';
import { firstChoices, type MapChoices, questionOf } from './map-choices.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** Months that the time slider holds the map to; null shows the whole period chosen. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** What the map shows and how it is changed. */
export interface MapState {
  readonly ground: Ground | null;
  readonly choices: MapChoices;
  readonly change: (choices: MapChoices) => void;
  readonly span: MonthSpan | null;
  readonly slideTo: (span: MonthSpan | null) => void;
  readonly answer: Answer<RunResult>;
  readonly runAgain: () => void;
}

/** The state of the map screen. The choices outlive it, except for the part of the map they are held to. */
export function useMap(): MapState {
  const { ran, summary } = useWorkbench();
  const [kept, keep] = useRemembered<MapChoices>('map', firstChoices);
  const [within, setWithin] = useState<ProfileFilter['within']>(null);
  const [span, slideTo] = useState<MonthSpan | null>(null);
  const [round, setRound] = useState(0);
  const ground = useGround();
  const choices = useMemo<MapChoices>(() => ({ ...kept, within }), [kept, within]);
  const question = questionOf(span === null ? choices : { ...choices, ...span });
  const key = JSON.stringify([question, summary?.path, summary?.counts, round]);
  const answer = useAnswer(key, () => ask('runAnalysis', question, 'Analysing for the map'));
  const run = answer.value?.run ?? null;
  useEffect(() => {
    ran(run);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `ran` only stores what it is told
  }, [run]);
  return {
    ground,
    choices,
    change: (next) => {
      setWithin(next.within);
      keep({ ...next, within: null });
    },
    span,
    slideTo,
    answer,
    runAgain: () => setRound(round + 1),
  };
}

function useGround(): Ground | null {
  const { take, summary } = useWorkbench();
  const [ground, setGround] = useState<Ground | null>(null);
  useEffect(() => {
    void ask('mapGround', {}).then((outcome) => {
      const given = take(outcome);
      setGround(given === null ? null : readGround(given));
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the ground only changes with these
  }, [summary?.path, summary?.counts.areas, summary?.counts.venues]);
  return ground;
}
