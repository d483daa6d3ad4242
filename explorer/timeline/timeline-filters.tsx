import { useId, useState } from 'preact/hooks';
import { isPartialDate } from '../../src/model/partial-date.js';

export const laneNames = ['events', 'statements', 'documents'] as const;
export type LaneName = (typeof laneNames)[number];

const laneTitles: Readonly<Record<LaneName, string>> = {
  events: 'Events and talks',
  statements: 'Statements',
  documents: 'Documents',
};

interface DateFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly change: (date: string | null) => void;
}

/** A partial date; what isn't one yet is kept to be written on, and says so. */
function DateField({ label, value, change }: DateFieldProps) {
  const id = useId();
  const [text, setText] = useState(value ?? '');
  const isWrong = text !== '' && !isPartialDate(text);
  return (
    <label>
      {label}{' '}
      <input
        type="text"
        class="date"
        placeholder="1957-07"
        size={10}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        onInput={({ currentTarget: { value: written } }) => {
          setText(written);
          if (written === '') change(null);
          else if (isPartialDate(written)) change(written);
        }}
      />
      {isWrong && (
        <span id={id} class="quiet" role="status">
          {' '}
          write 1957, 1957-07 or 1957-07-12
        </span>
      )}
    </label>
  );
}

interface TimelineFiltersProps {
  readonly shown: ReadonlySet<LaneName>;
  readonly toggle: (lane: LaneName) => void;
  readonly from: string | null;
  readonly to: string | null;
  readonly changePeriod: (period: { from?: string | null; to?: string | null }) => void;
}

export function TimelineFilters({ shown, toggle, from, to, changePeriod }: TimelineFiltersProps) {
  return (
    <fieldset class="choices timeline-filters">
      <legend class="unseen">What the timeline shows</legend>
      {laneNames.map((lane) => (
        <label key={lane}>
          <input type="checkbox" checked={shown.has(lane)} onChange={() => toggle(lane)} />
          {laneTitles[lane]}
        </label>
      ))}
      <DateField label="From" value={from} change={(date) => changePeriod({ from: date })} />
      <DateField label="to" value={to} change={(date) => changePeriod({ to: date })} />
    </fieldset>
  );
}
