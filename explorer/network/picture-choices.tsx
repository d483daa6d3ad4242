import { type NodeColour, type NodeSize, nodeColours, nodeLimits, nodeSizes } from '../picture.js';
import type { ViewProps } from '../views.js';

const hops = [1, 2, 3];

const sizeWords: Readonly<Record<NodeSize, string>> = {
  mentions: 'mentions',
  degree: 'ties',
  pagerank: 'PageRank',
  betweenness: 'betweenness',
};

const colourWords: Readonly<Record<NodeColour, string>> = { kind: 'kind', community: 'community' };

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly words?: (value: Value) => string;
  readonly choose: (value: Value) => void;
}

function Choice<Value extends string | number>({ label, value, values, words = String, choose }: ChoiceProps<Value>) {
  return (
    <label>
      {label}{' '}
      <select
        value={String(value)}
        onChange={({ currentTarget }) => {
          const chosen = values.find((one) => String(one) === currentTarget.value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={String(one)}>
            {words(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How far and how much is drawn, and what size and colour stand for. */
export function PictureChoices({ route: { entity, depth, picture }, change }: ViewProps) {
  const draw = (parts: Partial<typeof picture>) => change({ picture: { ...picture, ...parts } });
  return (
    <>
      {entity !== null && (
        <Choice label="Hops" value={depth} values={hops} choose={(count) => change({ depth: count })} />
      )}
      <Choice
        label="Up to"
        value={picture.limit}
        values={nodeLimits}
        words={(limit) => limit.toLocaleString('en')}
        choose={(limit) => draw({ limit })}
      />
      <Choice
        label="Size"
        value={picture.size}
        values={nodeSizes}
        words={(size) => sizeWords[size]}
        choose={(size) => draw({ size })}
      />
      <Choice
        label="Colour"
        value={picture.colour}
        values={nodeColours}
        words={(colour) => colourWords[colour]}
        choose={(colour) => draw({ colour })}
      />
    </>
  );
}
