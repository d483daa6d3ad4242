interface DepthChoiceProps {
  readonly depth: number;
  readonly choose: (depth: number) => void;
}

const hops = [1, 2, 3];

export function DepthChoice({ depth, choose }: DepthChoiceProps) {
  return (
    <label class="depth">
      Hops{' '}
      <select value={depth} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
        {hops.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}
