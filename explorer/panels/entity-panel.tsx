import { useEffect, useState } from 'preact/hooks';
import { entityKinds } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import { type EntityFacts, loadEntity } from '../api/load-entity.js';
import { EntityEdits } from '../edit/entity-edits.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { KeepButton } from './keep-button.js';
import { KindDot } from './kind-dot.js';
import { Failure, Notice, Waiting } from './notice.js';
import { RelationList } from './relation-list.js';
import { StatementList } from './statement-list.js';
import { Tabs } from './tabs.js';

function Facts({ entity }: { readonly entity: EntityFacts }) {
  const { name, kind, aliases, description, mentionCount, firstDate, lastDate } = entity;
  const from = firstDate === null ? null : printPartialDate(firstDate);
  const to = lastDate === null || lastDate === firstDate ? null : printPartialDate(lastDate);
  return (
    <header>
      <h2>
        <KindDot kind={kind} /> {name}
      </h2>
      {description !== null && <p>{description}</p>}
      <p class="quiet">
        {entityKinds[kind].typeName}, mentioned {mentionCount}×{from && `, in documents of ${from}`}
        {to && ` to ${to}`}
      </p>
      {aliases.length > 0 && <p class="quiet">Also named {aliases.join(', ')}</p>}
    </header>
  );
}

interface EntityPanelProps {
  readonly id: string;
  /** Whether the network is drawn around it already. */
  readonly isCenter: boolean;
  /** Address of what people changed of it. */
  readonly changesHref: string;
  readonly choose: (id: string) => void;
  readonly center: () => void;
  /** Begins to look for a path from here to another entity. */
  readonly startPath: () => void;
  readonly read: (relation: string) => void;
  readonly open: (passage: PassageRoute) => void;
}

function usePageTitle(name: string | undefined): void {
  useEffect(() => {
    document.title = name === undefined ? 'Diplograph' : `${name} – Diplograph`;
    return () => {
      document.title = 'Diplograph';
    };
  }, [name]);
}

export function EntityPanel({ id, isCenter, changesHref, choose, center, startPath, read, open }: EntityPanelProps) {
  const asked = useAnswer(id, (signal) => loadEntity(id, signal));
  const [tab, setTab] = useState('relations');
  usePageTitle(asked.state === 'answered' ? asked.answer?.name : undefined);
  if (asked.state === 'waiting') return <Waiting what="the entity" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  if (asked.answer === null) {
    return <Notice title="There is no such entity in the store." cure="Look it up with the search box above." />;
  }
  return (
    <section>
      <Facts entity={asked.answer} />
      <div class="panel-actions">
        {!isCenter && (
          <button type="button" class="small" onClick={center}>
            Draw its network
          </button>
        )}
        <button type="button" class="small" onClick={startPath}>
          Find a path from here
        </button>
        <KeepButton entity={asked.answer} />
      </div>
      <EntityEdits entity={asked.answer} changesHref={changesHref} />
      <Tabs
        label="What documents say"
        chosen={tab}
        choose={setTab}
        tabs={[
          {
            id: 'relations',
            title: 'Relations',
            content: () => <RelationList entity={id} choose={choose} read={read} />,
          },
          {
            id: 'statements',
            title: 'Who said what',
            content: () => <StatementList entity={id} choose={choose} open={open} />,
          },
        ]}
      />
    </section>
  );
}
