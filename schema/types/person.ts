import { connection } from '../connection.js';
import { DocumentConnection } from '../connection-types.js';
import { reads } from '../reads.js';
import { DocumentRef } from '../references.js';
import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('PERSON', (t) => ({
  positions: relatedEntities(t, {
    type: 'HOLDS_POSITION',
    direction: 'OUT',
    description: 'Bodies and countries in which it holds or held an office; the title is that of the relation.',
  }),
  represents: relatedEntities(t, {
    type: 'REPRESENTS',
    direction: 'OUT',
    description: 'Countries and bodies for which it speaks.',
  }),
  memberOf: relatedEntities(t, {
    type: 'MEMBER_OF',
    direction: 'OUT',
    description: 'Bodies and delegations to which it belongs.',
  }),
  met: relatedEntities(t, { type: 'MET_WITH', description: 'Persons present at the same talk or visit.' }),
  visited: relatedEntities(t, {
    type: 'VISITED',
    direction: 'OUT',
    description: 'Places, bodies and persons that it went to see.',
  }),
  attended: relatedEntities(t, {
    type: 'PARTICIPATED_IN',
    direction: 'OUT',
    description: 'Events in which it took part.',
  }),
  authored: t.connection(
    {
      type: DocumentRef,
      description: 'Documents that it wrote, in the order of their identifiers.',
      extensions: reads({ entity: ['id'], relation: ['target'] }),
      resolve: async ({ id }, args, { loaders }) => {
        const page = await connection('relation', args, (request) =>
          loaders.relations(id, { types: ['AUTHORED'], direction: 'OUT' }, request),
        );
        const edges = page.edges.map(async ({ node, cursor }) => {
          const document = await loaders.document(node.target);
          return document === null ? [] : [{ node: document, cursor }];
        });
        return { pageInfo: page.pageInfo, edges: (await Promise.all(edges)).flat() };
      },
    },
    DocumentConnection,
  ),
}));
