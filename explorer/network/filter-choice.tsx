import { useId, useState } from 'preact/hooks';
import { modalities, modalityNames } from '../../src/model/ontology.js';
import { PopUp } from '../panels/pop-up.js';
import { everything, type RelationFilter } from '../route.js';
import { isOn, toggled } from './toggled.js';

const confidences = [0.5, 0.6, 0.7, 0.8, 0.9] as const;
const datePattern = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;

interface FilterChoiceProps {
  readonly filter: RelationFilter;
  readonly choose: (filter: Partial<RelationFilter>) => void;
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly choose: (value: string | null) => void;
}

function DateField({ label, value, choose }: DateFieldProps) {
  const [isWrong, setWrong] = useState(false);
  const hint = useId();
  return (
    <label>
      {label}{' '}
      <input
        type="text"
        class="date"
        placeholder="1957-07"
        pattern={datePattern}
        value={value ?? ''}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? hint : undefined}
        onChange={({ currentTarget }) => {
          setWrong(!currentTarget.validity.valid);
          if (currentTarget.validity.valid) choose(currentTarget.value || null);
        }}
      />
      {isWrong && (
        <span id={hint} class="wrong">
          Write a year, a month or a day: 1957, 1957-07, 1957-07-08.
        </span>
      )}
    </label>
  );
}

/** What of the relations is drawn: how they are told, how surely, and when. */
export function FilterChoice({ filter, choose }: FilterChoiceProps) {
  const { modality, minConfidence, since, until } = filter;
  const changed = [modality.length > 0, minConfidence !== null, since ?? until].filter(Boolean).length;
  return (
    <PopUp title="Filters" changed={changed}>
      {() => (
        <>
          <fieldset>
            <legend>Told as</legend>
            {modalityNames.map((name) => (
              <label key={name} class="check">
                <input
                  type="checkbox"
                  checked={isOn(modality, name)}
                  onChange={() => choose({ modality: toggled(modalityNames, modality, name) })}
                />
                {modalities[name]}
              </label>
            ))}
          </fieldset>
          <label>
            Confidence{' '}
            <select
              value={String(minConfidence ?? '')}
              onChange={({ currentTarget: { value } }) =>
                choose({ minConfidence: value === '' ? null : Number(value) })
              }
            >
              <option value="">any</option>
              {confidences.map((confidence) => (
                <option key={confidence} value={String(confidence)}>
                  {confidence * 100} % or more
                </option>
              ))}
            </select>
          </label>
          <fieldset>
            <legend>Period</legend>
            <DateField label="From" value={since} choose={(date) => choose({ since: date })} />
            <DateField label="To" value={until} choose={(date) => choose({ until: date })} />
          </fieldset>
          <button type="button" onClick={() => choose(everything)}>
            Show everything
          </button>
        </>
      )}
    </PopUp>
  );
}
