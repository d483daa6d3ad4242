import { useEffect, useMemo, useState } from 'preact/hooks';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { Network } from '../api/load-network.js';
import type { RelationFilter } from '../route.js';
import { stepOf, timeSteps } from './time-steps.js';

/** Long enough to see what comes and goes. */
const stepMs = 900;

interface TimeSliderProps {
  /** The network of all times. */
  readonly network: Network;
  readonly filter: RelationFilter;
  readonly choose: (period: Pick<RelationFilter, 'since' | 'until'>) => void;
}

/** Moves a window over the dates of what is told, by hand or by itself. */
export function TimeSlider({ network, filter, choose }: TimeSliderProps) {
  const { since, until } = filter;
  const steps = useMemo(() => timeSteps(network), [network]);
  const [isPlaying, setPlaying] = useState(false);
  const [isAlone, setAlone] = useState(since !== null && since === until);
  const at = stepOf(steps, until);
  const isWhole = since === null && until === null;

  const go = (step: number, alone = isAlone) => {
    const date = steps[step];
    if (date !== undefined) choose({ since: alone ? date : null, until: date });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one timer for each step; `go` is another function at every render.
  useEffect(() => {
    if (!isPlaying) return;
    if (at >= steps.length - 1) return setPlaying(false);
    const timer = setTimeout(() => go(at + 1), stepMs);
    return () => clearTimeout(timer);
  }, [isPlaying, at]);

  if (steps.length === 0) return null;
  const play = () => {
    if (!isPlaying && at >= steps.length - 1) go(0);
    setPlaying(!isPlaying);
  };
  const date = printPartialDate(steps[at] ?? '');
  const told = isWhole ? 'All times' : isAlone ? date : `Up to ${date}`;
  return (
    <fieldset class="time" aria-label="Time">
      <button type="button" onClick={play}>
        {isPlaying ? 'Stop' : 'Play'}
      </button>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={at}
        aria-label="Time"
        aria-valuetext={told}
        onInput={({ currentTarget }) => {
          setPlaying(false);
          go(Number(currentTarget.value));
        }}
      />
      <output class="time-told">{told}</output>
      <label class="check">
        <input
          type="checkbox"
          checked={isAlone}
          onChange={({ currentTarget: { checked } }) => {
            setAlone(checked);
            if (!isWhole) go(at, checked);
          }}
        />
        {steps[0]?.length === 4 ? 'this year alone' : 'this month alone'}
      </label>
      <button
        type="button"
        class="small"
        disabled={isWhole}
        onClick={() => {
          setPlaying(false);
          choose({ since: null, until: null });
        }}
      >
        All times
      </button>
    </fieldset>
  );
}
