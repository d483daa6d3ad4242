import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';
import { embassyJournal } from './embassy-journal.js';

/** Questions for one entity, and what each kind of entity has of its own. */
export function entityQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, embassyJournal);
  });
  afterAll(() => store.close());

  const names = (page: { nodes: { name: string }[] }) => page.nodes.map(({ name }) => name);

  describe('node and nodes', () => {
    const ids = {
      Person: 'person:kim-il-sung',
      Event: 'event:june-plenum',
      Document: 'document:journal',
      Relation: 'relation:met-with/person:a-m-ivanov/person:kim-il-sung',
    };

    it.each(Object.entries(ids))('resolves a %s by its readable identifier', async (type, id) => {
      const { node } = await ask(store, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id });
      expect(node).toEqual({ __typename: type, id });
    });

    it('resolves statements, evidence and mentions by the identifiers that it gave', async () => {
      const { document } = await ask(
        store,
        `{ document(id: "document:talk") {
          statements { nodes { id } } evidence(first: 1) { nodes { id } } mentions(first: 1) { nodes { id } } } }`,
      );
      const given = [document.statements, document.evidence, document.mentions].map(({ nodes }) => nodes[0].id);
      const { nodes } = await ask(store, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: given });
      expect(nodes).toEqual([
        { __typename: 'Statement', id: given[0] },
        { __typename: 'Evidence', id: given[1] },
        { __typename: 'Mention', id: given[2] },
      ]);
    });

    it('gives null for what is unknown, in the order asked', async () => {
      const { nodes, node } = await ask(
        store,
        '{ nodes(ids: ["person:nobody", "person:nam-il", "nonsense"]) { id } node(id: "person:nobody") { id } }',
      );
      expect(nodes).toEqual([null, { id: 'person:nam-il' }, null]);
      expect(node).toBeNull();
    });

    it('refuses more identifiers than the limit', async () => {
      const ids = JSON.stringify(Array.from({ length: 101 }, (_, i) => `person:p${i}`));
      expect((await refusal(store, `{ nodes(ids: ${ids}) { id } }`)).code).toBe('BAD_ARGUMENT');
    });
  });

  describe('entity', () => {
    it('is found by identifier, with what all documents say of it', async () => {
      const { entity } = await ask(
        store,
        '{ entity(id: "person:kim-il-sung") { __typename name kind aliases mentionCount firstDate lastDate } }',
      );
      expect(entity).toEqual({
        __typename: 'Person',
        name: 'Kim Il Sung',
        kind: 'PERSON',
        aliases: ['Kim Ir Sen', '𝕂im Il Sung'],
        mentionCount: 7,
        firstDate: '1957-07-08',
        lastDate: '1957-11-20',
      });
    });

    it.each(['Kim Il Sung', 'kim ir sen', 'Sung, Kim Il'])('is found by the name %s', async (name) => {
      const { entity } = await ask(store, 'query ($name: String!) { entity(name: $name) { id } }', { name });
      expect(entity).toEqual({ id: 'person:kim-il-sung' });
    });

    it.each(['Kim', 'Winston Churchill', ''])('is not guessed from %j', async (name) => {
      const { entity } = await ask(store, 'query ($name: String!) { entity(name: $name) { id } }', { name });
      expect(entity).toBeNull();
    });

    it('is null for the identifier of something else', async () => {
      expect(await ask(store, '{ entity(id: "document:journal") { id } }')).toEqual({ entity: null });
    });

    it.each(['{ entity { id } }', '{ entity(id: "person:nam-il", name: "Nam Il") { id } }'])(
      'wants exactly one argument: %s',
      async (query) => {
        expect((await refusal(store, query)).code).toBe('BAD_ARGUMENT');
      },
    );
  });

  describe('an entity', () => {
    it('has relations by type, direction, kind of the other end and modality', async () => {
      const relations = async (args: string) => {
        const query = `{ entity(id: "person:a-m-ivanov") { relations(${args}) { nodes { type } } } }`;
        const { entity } = await ask(store, query);
        return entity.relations.nodes.map(({ type }: { type: string }) => type);
      };
      expect(await relations('first: 50')).toHaveLength(6);
      expect(await relations('types: [MET_WITH]')).toEqual(['MET_WITH', 'MET_WITH']);
      expect(await relations('kinds: [EVENT]')).toEqual(['PARTICIPATED_IN']);
      expect(await relations('direction: IN')).toEqual(['MET_WITH', 'MET_WITH']);
      expect(await relations('modality: [PLANNED]')).toEqual([]);
    });

    it('has statements by the part it has in them', async () => {
      const { entity } = await ask(
        store,
        `{ entity(id: "person:kim-il-sung") {
          said: statements(as: SPEAKER) { nodes { mode } }
          told: statements(as: ADDRESSEE) { nodes { mode } }
          any: statements { nodes { mode } }
          early: statements(to: "1957-08") { nodes { mode } } } }`,
      );
      expect(entity.said.nodes).toEqual([{ mode: 'INFORMED' }]);
      expect(entity.told.nodes).toEqual([{ mode: 'PROMISED' }]);
      expect(entity.any.nodes).toEqual([{ mode: 'INFORMED' }, { mode: 'PROMISED' }]);
      expect(entity.early.nodes).toEqual([{ mode: 'INFORMED' }]);
    });

    it('has mentions in one document or all, and documents in a range', async () => {
      const { entity } = await ask(
        store,
        `{ entity(id: "person:kim-il-sung") {
          mentions { nodes { kind document { id } } }
          there: mentions(document: "document:talk") { nodes { text kind } }
          documents { nodes { id } }
          late: documents(from: "1957-08") { nodes { id } } } }`,
      );
      expect(entity.mentions.nodes).toHaveLength(7);
      expect(entity.there.nodes).toEqual([
        { text: 'Kim Il Sung', kind: 'NAME' },
        { text: 'Kim Il Sung', kind: 'NAME' },
        { text: 'he', kind: 'PRONOUN' },
      ]);
      expect(entity.documents.nodes).toEqual([
        { id: 'document:journal' },
        { id: 'document:talk' },
        { id: 'document:note' },
      ]);
      expect(entity.late.nodes).toEqual([{ id: 'document:talk' }]);
    });
  });

  describe('what a kind has of its own', () => {
    it('Person: positions, those met with the evidence, planned visits, documents', async () => {
      const { ivanov, kim } = await ask(
        store,
        `{ ivanov: entity(id: "person:a-m-ivanov") { ... on Person {
            positions { edges { node { name } relation { title } } }
            represents { nodes { name } } attended { nodes { name } } authored { nodes { id } } } }
          kim: entity(id: "person:kim-il-sung") { ... on Person {
            met { edges { node { name } relation { weight evidence { nodes { quote document { id } } } } } }
            planned: visited(modality: [PLANNED]) { nodes { name } }
            visited(modality: [ASSERTED]) { nodes { name } } } } }`,
      );
      expect(ivanov.positions.edges).toEqual([{ node: { name: 'DPRK' }, relation: { title: 'ambassador' } }]);
      expect(names(ivanov.represents)).toEqual(['Ussr']);
      expect(names(ivanov.attended)).toEqual(['June plenum']);
      expect(ivanov.authored.nodes).toEqual([{ id: 'document:journal' }]);
      expect(kim.met.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual([
        'A. M. Ivanov',
        'Mao Zedong',
      ]);
      expect(kim.met.edges[0].relation).toEqual({
        weight: 2,
        evidence: {
          nodes: [
            { quote: 'A M Ivanov MET_WITH Kim Il Sung.', document: { id: 'document:journal' } },
            { quote: 'A M Ivanov MET_WITH Kim Il Sung.', document: { id: 'document:note' } },
          ],
        },
      });
      expect(names(kim.planned)).toEqual(['Beijing']);
      expect(names(kim.visited)).toEqual([]);
    });

    it('Organization, Place, Event, Publication, Agreement and Group', async () => {
      const answer = await ask(
        store,
        `{ cc: entity(id: "organization:cpsu-cc") { ... on Organization {
            partOf { nodes { name } } organized { nodes { name } } places { nodes { name } } } }
          cpsu: entity(id: "organization:cpsu") { ... on Organization { parts { nodes { name } } members { nodes { name } } } }
          moscow: entity(id: "place:moscow") { ... on Place { coordinates { latitude longitude }
            within { nodes { name } } events { nodes { name } } organizations { nodes { name } } contains { nodes { name } } } }
          ussr: entity(id: "place:ussr") { ... on Place { contains { nodes { name } } representatives { nodes { name } } } }
          plenum: entity(id: "event:june-plenum") { ... on Event { date endDate duration
            participants { nodes { name } } organizers { nodes { name } } places { nodes { name } } } }
          paper: entity(id: "publication:rodong-sinmun") { ... on Publication { supported { nodes { name } } } }
          plan: entity(id: "agreement:five-year-plan") { ... on Agreement { supporters { nodes { name } } } }
          workers: entity(id: "group:some-workers") { ... on Group { affiliations { nodes { name } } } } }`,
      );
      const { cc, cpsu, moscow, ussr, plenum, paper, plan, workers } = answer;
      expect([names(cc.partOf), names(cc.organized), names(cc.places)]).toEqual([
        ['Cpsu'],
        ['June plenum'],
        ['Moscow'],
      ]);
      expect([names(cpsu.parts), names(cpsu.members)]).toEqual([['Cpsu Cc'], []]);
      expect([names(moscow.within), names(moscow.events), names(moscow.organizations)]).toEqual([
        ['Ussr'],
        ['June plenum'],
        ['Cpsu Cc'],
      ]);
      expect(moscow.coordinates).toEqual({ latitude: 55.75, longitude: 37.62 });
      expect([names(moscow.contains), names(ussr.contains), names(ussr.representatives)]).toEqual([
        [],
        ['Moscow'],
        ['A. M. Ivanov'],
      ]);
      expect(plenum).toMatchObject({ date: '1957-06-22', endDate: '1957-06-29', duration: 'P8D' });
      expect([names(plenum.participants), names(plenum.organizers), names(plenum.places)]).toEqual([
        ['A. M. Ivanov'],
        ['Cpsu Cc'],
        ['Moscow'],
      ]);
      expect(names(paper.supported)).toEqual(['Five Year Plan', 'June plenum']);
      expect(names(plan.supporters)).toEqual(['Rodong Sinmun']);
      expect(names(workers.affiliations)).toEqual(['DPRK']);
    });
  });
}
