import { useMemo, useState } from 'preact/hooks';
import { entityKinds, relationTypes } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { Network } from '../api/load-network.js';
import { EntityButton } from '../panels/entity-button.js';
import { type Column, SortableTable } from '../panels/sortable-table.js';
import { Tabs } from '../panels/tabs.js';
import { subjectOf } from '../route.js';
import type { ViewProps } from '../views.js';

interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly kind: keyof typeof entityKinds;
  readonly mentions: number;
  readonly ties: number;
}

interface RelationRow {
  readonly id: string;
  readonly source: EntityRow;
  readonly target: EntityRow;
  readonly words: string;
  readonly modality: string;
  readonly date: string | null;
  readonly passages: number;
}

function rowsOf({ nodes, edges }: Network): { entities: readonly EntityRow[]; relations: readonly RelationRow[] } {
  const ties = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const) {
      if (one !== other) ties.set(one, (ties.get(one) ?? new Set()).add(other));
    }
  }
  const entities = nodes.map(({ id, label, kind, entity }) => ({
    id,
    name: label,
    kind,
    mentions: entity.mentionCount,
    ties: ties.get(id)?.size ?? 0,
  }));
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const relations = edges.flatMap(({ id, source, target, type, weight, relation: { modality, date } }) => {
    const [from, to] = [known.get(source), known.get(target)];
    const words = relationTypes[type].forward;
    return from && to ? [{ id, source: from, target: to, words, modality, date, passages: weight }] : [];
  });
  return { entities, relations };
}

/** The entities and relations of the picture as tables: each row leads where a click into the picture leads. */
export function NetworkTables({ network, route, change }: ViewProps & { readonly network: Network }) {
  const [tab, setTab] = useState('entities');
  const { entities, relations } = useMemo(() => rowsOf(network), [network]);
  const choose = (id: string) => change({ chosen: id, relations: [] });
  const entityColumns: readonly Column<EntityRow>[] = [
    { title: 'Entity', sortBy: ({ name }) => name, cell: (row) => <EntityButton entity={row} choose={choose} /> },
    { title: 'Kind', sortBy: ({ kind }) => kind, cell: ({ kind }) => entityKinds[kind].typeName },
    { title: 'Mentions', sortBy: ({ mentions }) => mentions, cell: ({ mentions }) => mentions },
    { title: 'Ties', sortBy: ({ ties }) => ties, cell: ({ ties }) => ties },
  ];
  const relationColumns: readonly Column<RelationRow>[] = [
    {
      title: 'From',
      sortBy: ({ source }) => source.name,
      cell: ({ source }) => <EntityButton entity={source} choose={choose} />,
    },
    {
      title: 'Relation',
      sortBy: ({ words }) => words,
      cell: ({ id, words }) => (
        <button type="button" class="entity" onClick={() => change({ relations: [id] })}>
          {words}
        </button>
      ),
    },
    {
      title: 'To',
      sortBy: ({ target }) => target.name,
      cell: ({ target }) => <EntityButton entity={target} choose={choose} />,
    },
    { title: 'Told as', sortBy: ({ modality }) => modality, cell: ({ modality }) => modality.toLowerCase() },
    {
      title: 'Date',
      sortBy: ({ date }) => date ?? '',
      cell: ({ date }) => (date === null ? '' : printPartialDate(date)),
    },
    { title: 'Passages', sortBy: ({ passages }) => passages, cell: ({ passages }) => passages },
  ];
  const subject = subjectOf(route);
  return (
    <Tabs
      label="Tables"
      chosen={tab}
      choose={setTab}
      tabs={[
        {
          id: 'entities',
          title: `Entities (${entities.length})`,
          content: () => (
            <SortableTable
              caption="Entities of the picture"
              rows={entities}
              columns={entityColumns}
              isChosen={({ id }) => id === subject}
            />
          ),
        },
        {
          id: 'relations',
          title: `Relations (${relations.length})`,
          content: () => (
            <SortableTable
              caption="Relations of the picture"
              rows={relations}
              columns={relationColumns}
              isChosen={({ id }) => route.relations.includes(id)}
            />
          ),
        },
      ]}
    />
  );
}
