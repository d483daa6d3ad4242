interface WhyFieldProps {
  readonly value: string;
  readonly change: (value: string) => void;
}

/** As the API takes it. */
const longestNote = 2_000;

/** Why somebody changes something: it stays in the ledger. */
export function WhyField({ value, change }: WhyFieldProps) {
  return (
    <label class="why">
      Why{' '}
      <input type="text" maxLength={longestNote} value={value} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}

/** What was written as the API takes it: nothing is `null`. */
export const noteOf = (written: string): string | null => written.trim() || null;
