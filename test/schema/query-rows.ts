// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which each row knows.
type Answer = any;

/** A question of the schema, asked for the embassy's journal. */
export interface QueryRow {
  /** The field with its arguments and selection, for at most `size` records, from behind `after`. */
  query(size: number, after?: string): string;
  /** What tells the records of an answer apart, in their order. */
  records(answer: Answer): readonly unknown[];
  /** All of them. */
  readonly answer: readonly unknown[];
  /** Calls of the store, whatever `size`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Where an answer that was cut goes on; left out where one question has one answer. */
  next?(answer: Answer): string | null;
}

const args = (...given: readonly (string | null)[]): string =>
  given.filter((each) => each !== null && each !== '').join(', ');
const behind = (after: string | undefined): string | null => (after === undefined ? null : `after: "${after}"`);

/** A question whose answer is a connection. */
function paged(
  field: string,
  fixed: string,
  node: string,
  key: (node: Answer) => unknown,
  answer: readonly unknown[],
  calls: QueryRow['calls'],
): QueryRow {
  return {
    query: (size, after) =>
      `${field}(${args(fixed, `first: ${size}`, behind(after))}) { edges { cursor node { ${node} } } pageInfo { hasNextPage endCursor } }`,
    records: ({ edges }) => edges.map((edge: Answer) => key(edge.node)),
    answer,
    calls,
    next: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  };
}

const id = (node: Answer): unknown => node.id;
const all = '["person:kim-il-sung", "person:a-m-ivanov", "person:nam-il", "person:mao-zedong"]';

/** One row for every field of Query; `every-query.suite.ts` holds it to that. */
export const queryRows: Readonly<Record<string, QueryRow>> = {
  entities: paged(
    'entities',
    'kinds: [PERSON]',
    'id relations(first: 5) { nodes { source { id } evidence(first: 5) { nodes { document { title } } } } }',
    id,
    [
      'person:a-m-ivanov',
      'person:kim-du-bong',
      'person:kim-il-sung',
      'person:kim-tu-bong',
      'person:mao-zedong',
      'person:nam-il',
      'person:pak-chang-ok',
      'person:pak-chang-uk',
    ],
    { entityPages: 1, relationPages: 1, evidencePages: 1, nodes: 1 },
  ),
  relations: paged(
    'relations',
    'types: [MET_WITH]',
    'id source { name } evidence(first: 5) { nodes { quote } }',
    id,
    [
      'relation:met-with/person:a-m-ivanov/person:kim-il-sung',
      'relation:met-with/person:a-m-ivanov/person:nam-il',
      'relation:met-with/person:kim-du-bong/person:kim-il-sung',
      'relation:met-with/person:kim-du-bong/person:nam-il',
      'relation:met-with/person:kim-il-sung/person:mao-zedong',
    ],
    { relationPages: 1, nodes: 1, evidencePages: 1 },
  ),
  statements: paged(
    'statements',
    '',
    'speaker { id } about { name } evidence(first: 5) { nodes { quote } }',
    ({ speaker }) => speaker.id,
    ['person:kim-il-sung', 'person:nam-il', 'person:mao-zedong'],
    { statementPages: 1, nodes: 1, evidencePages: 1 },
  ),
  documents: paged(
    'documents',
    '',
    'id authors { name } mentions(first: 5) { nodes { entity { name } } }',
    id,
    ['document:journal', 'document:one-account', 'document:other-account', 'document:talk', 'document:note'],
    { documentPages: 1, nodes: 2, mentionPages: 1 },
  ),
  timeline: paged(
    'timeline',
    'entity: "person:kim-il-sung"',
    'date type',
    ({ date, type }) => `${date} ${type}`,
    [
      '1957-07-08 DOCUMENT',
      '1957-07-08 STATEMENT',
      '1957-07-09 DOCUMENT',
      '1957-07-09 DOCUMENT',
      '1957-11-20 DOCUMENT',
      '1957-11-20 STATEMENT',
    ],
    { timeline: 1 },
  ),
  ledger: paged(
    'ledger',
    '',
    'id by ... on EntityRename { newName }',
    ({ newName }) => newName,
    ['The Plenum of June', 'Plenum of June 1957'],
    { ledger: 1 },
  ),
  matches: paged(
    'matches',
    '',
    'left { name } right { name }',
    ({ left, right }) => `${left.name}, ${right.name}`,
    ['Kim Du Bong, Kim Tu Bong', 'Pak Chang Ok, Pak Chang Uk'],
    { matches: 1, nodes: 1 },
  ),
  tokens: paged('tokens', '', 'name role', ({ name }) => name, ['Ann', 'Ben'], {}),
  statementGroups: paged(
    'statementGroups',
    'by: SPEAKER',
    'count entity { id } statements(first: 5) { nodes { quote } }',
    ({ entity }) => entity.id,
    ['person:kim-il-sung', 'person:mao-zedong', 'person:nam-il'],
    { statementGroups: 1, nodes: 1, statementPages: 1 },
  ),
  sharedTalks: paged(
    'sharedTalks',
    'document: "document:journal"',
    'right { document { id title } statements(first: 5) { nodes { quote } } }',
    ({ right }) => right.document.id,
    ['document:one-account', 'document:other-account'],
    { accounts: 1, nodes: 1 },
  ),
  connectionsBetween: paged(
    'connectionsBetween',
    `entities: ${all}`,
    'id evidence(first: 5) { nodes { quote } }',
    id,
    [
      'relation:met-with/person:a-m-ivanov/person:kim-il-sung',
      'relation:met-with/person:a-m-ivanov/person:nam-il',
      'relation:met-with/person:kim-il-sung/person:mao-zedong',
    ],
    { relationsBetween: 1, evidencePages: 1 },
  ),
  commonNeighbours: paged(
    'commonNeighbours',
    'entities: ["person:nam-il", "person:kim-il-sung"]',
    'entity { id documents(first: 5) { nodes { title } } }',
    ({ entity }) => entity.id,
    ['person:a-m-ivanov', 'person:kim-du-bong'],
    { sharedNeighbours: 1, documentPages: 1 },
  ),
  coPresence: paged(
    'coPresence',
    'entity: "person:kim-il-sung"',
    'right { id } meetings { id }',
    ({ right }) => right.id,
    ['person:a-m-ivanov', 'person:kim-du-bong', 'person:mao-zedong'],
    { coPresence: 1, nodes: 1 },
  ),
  pattern: paged(
    'pattern',
    'steps: [{ types: [MET_WITH] }]',
    'entities { id } hops { relations { evidence(first: 5) { nodes { quote } } } }',
    ({ entities }) => entities.map(id).join(' '),
    [
      'person:a-m-ivanov person:kim-il-sung',
      'person:a-m-ivanov person:nam-il',
      'person:kim-du-bong person:kim-il-sung',
      'person:kim-du-bong person:nam-il',
      'person:kim-il-sung person:a-m-ivanov',
      'person:kim-il-sung person:kim-du-bong',
      'person:kim-il-sung person:mao-zedong',
      'person:mao-zedong person:kim-il-sung',
      'person:nam-il person:a-m-ivanov',
      'person:nam-il person:kim-du-bong',
    ],
    { pattern: 1, nodes: 1, evidencePages: 1 },
  ),
  paths: {
    query: (size, after) =>
      `paths(${args('from: "person:nam-il", to: "person:mao-zedong", which: K_SHORTEST, maxHops: 5', `first: ${Math.min(size, 20)}`, behind(after))}) {
        paths { entities { id } relations { evidence(first: 5) { nodes { quote } } } } truncated after }`,
    records: ({ paths }) => paths.map(({ entities }: Answer) => entities.map(id).join(' ')),
    answer: [
      'person:nam-il person:a-m-ivanov person:kim-il-sung person:mao-zedong',
      'person:nam-il person:kim-du-bong person:kim-il-sung person:mao-zedong',
    ],
    calls: { paths: 1, evidencePages: 1 },
    next: ({ after }) => after,
  },
  neighbourhood: {
    query: (size, after) =>
      `neighbourhood(${args('center: "person:a-m-ivanov", depth: 1', `breadth: ${size}`, behind(after))}) {
        nodes { id entity { documents(first: 5) { nodes { title } } } } truncated thinned { entity { id } after } }`,
    records: ({ nodes }) => nodes.map(id).slice(1),
    answer: ['person:kim-il-sung', 'person:nam-il', 'event:june-plenum', 'place:dprk', 'place:ussr'],
    calls: { neighbourhood: 1, documentPages: 1 },
    next: ({ thinned }) => thinned.find(({ entity }: Answer) => entity.id === 'person:a-m-ivanov')?.after ?? null,
  },
  network: {
    query: (size) =>
      `network(limit: ${size}) { nodes { id entity { documents(first: 5) { nodes { title } } } } truncated }`,
    records: ({ nodes }) => nodes.map(id),
    answer: [
      'person:a-m-ivanov',
      'person:kim-il-sung',
      'person:nam-il',
      'event:june-plenum',
      'person:kim-du-bong',
      'organization:cpsu-cc',
      'place:moscow',
      'place:dprk',
      'place:ussr',
      'publication:rodong-sinmun',
      'agreement:five-year-plan',
      'group:some-workers',
      'organization:cpsu',
      'person:mao-zedong',
      'place:beijing',
    ],
    calls: { network: 1, documentPages: 1 },
  },
  search: {
    query: (size) =>
      `search(query: "Kim Ir Sen", first: ${size}) { entity { id documents(first: 5) { nodes { title } } } }`,
    records: (hits) => hits.map(({ entity }: Answer) => entity.id),
    answer: ['person:kim-il-sung'],
    calls: { search: 1, documentPages: 1 },
  },
  searchPassages: paged(
    'searchPassages',
    'query: "met"',
    'document { id title } quote',
    ({ document }) => document.id,
    [
      'document:journal',
      'document:journal',
      'document:one-account',
      'document:one-account',
      'document:other-account',
      'document:other-account',
      'document:one-account',
      'document:one-account',
      'document:other-account',
      'document:other-account',
      'document:talk',
      'document:note',
    ],
    { searchPassages: 1, nodes: 1 },
  ),
  searchDocuments: paged(
    'searchDocuments',
    'query: "Record"',
    'document { id authors { name } }',
    ({ document }) => document.id,
    ['document:note', 'document:talk', 'document:one-account', 'document:other-account'],
    { searchDocuments: 1 },
  ),
  suggest: {
    query: (size) =>
      `suggest(prefix: "jou", first: ${Math.min(size, 5)}) { documents { document { id } } entities { entity { id } } kinds { counts { kind count } } }`,
    records: ({ documents, entities }) => [
      ...documents.map(({ document }: Answer) => document.id),
      ...entities.map(({ entity }: Answer) => entity.id),
    ],
    answer: [
      'document:journal',
      'event:june-plenum',
      'person:pak-chang-ok',
      'person:pak-chang-uk',
      'person:mao-zedong',
    ],
    calls: { suggestDocuments: 1, suggestEntities: 1, suggestedKinds: 1 },
  },
  node: {
    query: () => 'node(id: "person:nam-il") { id ... on Entity { relations(first: 5) { nodes { id } } } }',
    records: (node) => [node.id],
    answer: ['person:nam-il'],
    calls: { nodes: 1, relationPages: 1 },
  },
  nodes: {
    query: (size) =>
      `nodes(ids: ${JSON.stringify(['person:nam-il', 'document:talk', 'person:nobody'].slice(0, size))}) { id }`,
    records: (nodes) => nodes.map((node: Answer) => node?.id ?? null),
    answer: ['person:nam-il', 'document:talk', null],
    calls: { nodes: 1 },
  },
  entity: {
    query: () => 'entity(id: "person:nam-il") { id mentions(first: 5) { nodes { text } } }',
    records: (entity) => [entity.id],
    answer: ['person:nam-il'],
    calls: { nodes: 1, mentionPages: 1 },
  },
  document: {
    query: () => 'document(id: "document:talk") { id text relations(first: 5) { nodes { id } } }',
    records: (document) => [document.id],
    answer: ['document:talk'],
    calls: { nodes: 1, documentTexts: 1, relationPages: 1 },
  },
  path: {
    query: () =>
      'path(from: "person:nam-il", to: "person:mao-zedong") { entities { id } relations { evidence(first: 5) { nodes { quote } } } }',
    records: ({ entities }) => entities.map(id),
    answer: ['person:nam-il', 'person:a-m-ivanov', 'person:kim-il-sung', 'person:mao-zedong'],
    calls: { shortestPath: 1, evidencePages: 1 },
  },
  stats: {
    query: () => 'stats { documents entities relations statements }',
    records: ({ documents }) => [documents],
    answer: [5],
    calls: { stats: 1 },
  },
  ledgerVersion: {
    query: () => 'ledgerVersion',
    records: (version) => [version],
    answer: [2],
    calls: { ledgerVersion: 1 },
  },
};
