import { idPrefix, kindOfId, type RecordPrefix } from '../src/model/entity-id.js';
import { entityKinds } from '../src/model/ontology.js';

const typeNames: Readonly<Record<RecordPrefix, string>> = {
  document: 'Document',
  relation: 'Relation',
  statement: 'Statement',
  mention: 'Mention',
  evidence: 'Evidence',
};

/** Name of the GraphQL type of the record that an identifier names; `undefined` for what is no identifier of ours. */
export function nodeTypeName(id: string): string | undefined {
  const kind = kindOfId(id);
  return kind === null ? typeNames[idPrefix(id) as RecordPrefix] : entityKinds[kind].typeName;
}
