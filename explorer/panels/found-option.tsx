import { entityKinds } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { TextPart } from '../api/load-suggestions.js';
import type { FoundOption } from './found-options.js';
import { KindDot } from './kind-dot.js';

function Parts({ parts }: { readonly parts: readonly TextPart[] }) {
  // The parts of one name have no order but their own.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above.
  return <>{parts.map(({ text, isMatch }, index) => (isMatch ? <b key={index}>{text}</b> : text))}</>;
}

function Content({ option }: { readonly option: FoundOption }) {
  if (option.is === 'document') {
    const { document, parts } = option.found;
    return (
      <>
        <Parts parts={parts} />
        {document.date !== null && <span class="quiet"> {printPartialDate(document.date)}</span>}
      </>
    );
  }
  if (option.is === 'passage') {
    const { snippet, document, missing } = option.found;
    return (
      <>
        “<Parts parts={snippet.parts} />” <span class="quiet">{document.title}</span>
        {missing.length > 0 && (
          <span class="found-without quiet">without: {missing.map(({ text }) => text).join(', ')}</span>
        )}
      </>
    );
  }
  if (option.is !== 'entity') {
    return (
      <>
        <KindDot kind={option.entity.kind} />
        {option.entity.name}
      </>
    );
  }
  const { entity, matched, parts } = option.found;
  return (
    <>
      <KindDot kind={entity.kind} />
      {matched === entity.name ? (
        <Parts parts={parts} />
      ) : (
        <>
          {entity.name}{' '}
          <span class="quiet">
            as “<Parts parts={parts} />”
          </span>
        </>
      )}
      <span class="found-kind quiet">
        {entityKinds[entity.kind].typeName}, {entity.mentionCount}×
      </span>
    </>
  );
}

interface FoundOptionProps {
  readonly id: string;
  readonly option: FoundOption;
  readonly isActive: boolean;
  readonly choose: () => void;
}

export function FoundRow({ id, option, isActive, choose }: FoundOptionProps) {
  return (
    // Chosen with the keys of the combobox, which keeps the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the combobox that owns the list hears the keys.
    <div id={id} class="found-one" role="option" aria-selected={isActive} onClick={choose}>
      <Content option={option} />
    </div>
  );
}
