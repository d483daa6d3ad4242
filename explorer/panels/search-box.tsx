import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type EntityKind, entityKindNames, entityKinds } from '../../src/model/ontology.js';
import { type FacetGroup, loadFacets } from '../api/load-facets.js';
import { loadSuggestions, type Suggestions } from '../api/load-suggestions.js';
import { searchPassages } from '../api/search-passages.js';
import { noteRecent, readKept } from '../kept-entities.js';
import { isOfQuotations, type Narrowing, notNarrowed } from '../narrowing.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { FoundFacets } from './found-facets.js';
import { FoundRow } from './found-option.js';
import { type FoundGroup, type FoundOption, keptGroups, optionKey, suggestedGroups } from './found-options.js';

/** Long enough that a quick typist asks once a word, short enough that nobody waits. */
const pauseMs = 120;

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

interface KindChoiceProps {
  readonly kind: EntityKind | null;
  readonly choose: (kind: EntityKind | null) => void;
}

function KindChoice({ kind, choose }: KindChoiceProps) {
  return (
    <select
      aria-label="Kind of entity to search"
      value={kind ?? ''}
      onChange={({ currentTarget: { value } }) => choose(entityKindNames.find((name) => name === value) ?? null)}
    >
      <option value="">All kinds</option>
      {entityKindNames.map((name) => (
        <option key={name} value={name}>
          {entityKinds[name].typeName}
        </option>
      ))}
    </select>
  );
}

const noSuggestions: Suggestions = { entities: [], documents: [] };

/** Entities alone, or documents and quotations too. */
async function loadFound(
  typed: string,
  narrowing: Narrowing,
  isForAll: boolean,
  signal: AbortSignal,
): Promise<readonly FoundGroup[]> {
  const [suggestions, passages] = await Promise.all([
    isOfQuotations(narrowing) ? noSuggestions : loadSuggestions(typed, narrowing.kind, signal),
    // What is typed may be no query of words yet; names are found all the same.
    isForAll ? searchPassages(typed, narrowing, signal).catch(() => []) : [],
  ]);
  return suggestedGroups(
    isForAll && narrowing.kind === null ? suggestions : { ...suggestions, documents: [] },
    passages,
  );
}

interface SearchBoxProps {
  readonly label?: string;
  readonly choose: (id: string) => void;
  /** Opens a document; left out where only entities are looked for. */
  readonly open?: (passage: PassageRoute) => void;
}

/**
 * A combobox with the results under it while one types, and with what was kept and looked at last before that.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SearchBox({ label = 'Search an entity by name, in any spelling', choose, open }: SearchBoxProps) {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const [narrowing, setNarrowing] = useState(notNarrowed);
  const latest = useRef<readonly FoundGroup[]>([]);
  const latestFacets = useRef<readonly FacetGroup[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const typed = text.trim();
  const query = useSettled(typed);
  const question = JSON.stringify([narrowing, query]);
  const asked = useAnswer(question, async (signal) =>
    query === '' ? null : loadFound(query, narrowing, open !== undefined, signal),
  );
  // Counting takes longer than finding the first few, which don't wait for it.
  const counted = useAnswer(question, async (signal) =>
    query === '' || open === undefined ? [] : loadFacets(query, narrowing, signal),
  );
  if (counted.state === 'answered') latestFacets.current = counted.answer;
  if (asked.state === 'answered' && asked.answer !== null) latest.current = asked.answer;
  // While the next answer is on its way the last one stays, so that the list doesn't flicker; Enter waits for the next.
  const groups = typed === '' ? keptGroups(readKept('kept'), readKept('recent')) : latest.current;
  const options = groups.flatMap((group) => group.options);
  const isCurrent = typed === '' || (asked.state === 'answered' && query === typed);
  const isShown = isOpen && (typed !== '' || options.length > 0);

  const narrow = (next: Narrowing) => {
    setNarrowing(next);
    setActive(0);
  };
  const take = (option: FoundOption) => {
    setOpen(false);
    setText('');
    narrow({ ...notNarrowed, kind: narrowing.kind });
    if (option.is === 'document') return open?.({ document: option.found.document.id, start: 0, end: 0 });
    if (option.is === 'passage') {
      const { document, start, end } = option.found;
      return open?.({ document: document.id, start, end });
    }
    const entity = option.is === 'entity' ? option.found.entity : option.entity;
    noteRecent(entity);
    choose(entity.id);
  };
  useEffect(() => {
    if (!isEntered || !isCurrent) return;
    setEntered(false);
    const [first] = options;
    if (first) take(first);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, isShown ? active : -1, options.length);
    const chosen = options[active];
    if (next !== null) {
      event.preventDefault();
      setOpen(true);
      setActive(next);
    } else if (event.key === 'Enter' && isShown && !isCurrent) {
      event.preventDefault();
      setEntered(true);
    } else if (event.key === 'Enter' && isShown && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      if (!isShown) setText('');
      setEntered(false);
      setOpen(false);
    }
  };

  let index = -1;
  return (
    <search
      class="search"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        setEntered(false);
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
      }}
    >
      <KindChoice kind={narrowing.kind} choose={(kind) => narrow({ ...narrowing, kind })} />
      <input
        ref={input}
        type="text"
        // biome-ignore lint/a11y/noRedundantRoles: it is redundant where `list` names a datalist, of which there is none.
        role="combobox"
        list={undefined}
        placeholder={open ? 'Search a person, body, place, event, words …' : 'Search a person, body, place, event …'}
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && options[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setEntered(false);
          setActive(0);
          setOpen(true);
        }}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing happens on a press, on purpose. It would take the focus from the box, and close the list before the click arrives. */}
      <div
        class="found"
        hidden={!isShown}
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={({ key }) => key === 'Escape' && input.current?.focus()}
      >
        <div id={listId} role="listbox" aria-label="Found">
          {groups.map(({ title, options: some }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, which no fieldset may hold.
            <div key={title} role="group" aria-label={title}>
              <p class="found-title" aria-hidden="true">
                {title}
              </p>
              {some.map((option) => {
                index += 1;
                return (
                  <FoundRow
                    key={optionKey(option)}
                    id={`${listId}-${index}`}
                    option={option}
                    isActive={index === active}
                    choose={() => take(option)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        <p class="quiet" role="status">
          {typed !== '' && asked.state === 'waiting' && 'Searching …'}
          {asked.state === 'failed' && `${asked.error.message} ${asked.error.cure}`}
          {typed !== '' &&
            asked.state === 'answered' &&
            options.length === 0 &&
            (isOfQuotations(narrowing)
              ? 'Nothing is left of it. Take a choice back.'
              : 'Nothing is named so. Try a part of the name, or another kind.')}
        </p>
        {typed !== '' && <FoundFacets groups={latestFacets.current} choose={narrow} />}
      </div>
    </search>
  );
}
