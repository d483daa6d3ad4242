import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { entityKinds } from '../../src/model/ontology.js';
import { type FoundEntity, searchEntities } from '../api/search-entities.js';
import { useAnswer } from '../use-answer.js';
import { KindDot } from './kind-dot.js';

/** Long enough that a quick typist asks once a word, short enough that nobody waits. */
const pauseMs = 150;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Where arrow keys lead; past either end they go round. */
function step(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowUp') return (from <= 0 ? count : from) - 1;
  return null;
}

interface FoundProps {
  readonly id: string;
  readonly found: FoundEntity;
  readonly active: boolean;
  readonly choose: () => void;
}

function Found({ id, found: { entity, matched }, active, choose }: FoundProps) {
  return (
    // Chosen with the keys of the combobox, which keeps the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the combobox that owns the list hears the keys.
    <div id={id} class="found-one" role="option" aria-selected={active} onClick={choose}>
      <KindDot kind={entity.kind} />
      <span class="found-name">{entity.name}</span>
      {matched !== entity.name && <span class="quiet"> matched “{matched}”</span>}
      <span class="found-kind quiet">
        {entityKinds[entity.kind].typeName}, mentioned {entity.mentionCount}×
      </span>
    </div>
  );
}

interface SearchBoxProps {
  readonly label?: string;
  readonly choose: (id: string) => void;
}

/**
 * A combobox with the results under it while one types.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SearchBox({ label = 'Search an entity by name, in any spelling', choose }: SearchBoxProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const latest = useRef<readonly FoundEntity[]>([]);
  const listId = useId();
  const query = useSettled(text.trim());
  const asked = useAnswer(query, async (signal) => (query === '' ? [] : searchEntities(query, signal)));
  if (asked.state === 'answered') latest.current = asked.answer;
  // While the next answer is on its way the last one stays, so that the list doesn't flicker; but it can't be chosen from by Enter.
  const found = latest.current;
  const current = asked.state === 'answered' && query === text.trim();
  const shown = open && query !== '';

  const take = ({ entity }: FoundEntity) => {
    setText(entity.name);
    setOpen(false);
    choose(entity.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, shown ? active : -1, found.length);
    const chosen = found[active];
    if (next !== null) {
      event.preventDefault();
      setOpen(true);
      setActive(next);
    } else if (event.key === 'Enter' && shown && current && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };

  return (
    <search class="search" onFocusOut={() => setOpen(false)}>
      <input
        type="text"
        // biome-ignore lint/a11y/noRedundantRoles: it is redundant where `list` names a datalist, of which there is none.
        role="combobox"
        list={undefined}
        placeholder="Search a person, body, place, event …"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: nothing happens on a press, on purpose. It would take the focus from the box, and close the list before the click arrives.
        <div class="found" onMouseDown={(event) => event.preventDefault()}>
          <div id={listId} role="listbox" aria-label="Entities found">
            {found.map((hit, index) => (
              <Found
                key={hit.entity.id}
                id={`${listId}-${index}`}
                found={hit}
                active={index === active}
                choose={() => take(hit)}
              />
            ))}
          </div>
          <p class="quiet" role="status">
            {asked.state === 'waiting' && 'Searching …'}
            {asked.state === 'failed' && `${asked.error.message} ${asked.error.cure}`}
            {asked.state === 'answered' && found.length === 0 && 'Nothing is named so. Try a part of the name.'}
          </p>
        </div>
      )}
    </search>
  );
}
