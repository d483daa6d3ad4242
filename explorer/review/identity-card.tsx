import { entityKinds } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import { type IdentityFacts, loadIdentity } from '../api/load-identity.js';
import type { MatchedIdentity } from '../api/load-matches.js';
import { loadMentions } from '../api/load-mentions.js';
import { KindDot } from '../panels/kind-dot.js';
import { MentionQuote } from '../panels/mention-quote.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import { PagedList } from '../panels/paged-list.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { usePages } from '../use-pages.js';

interface IdentityCardProps {
  readonly identity: MatchedIdentity;
  readonly choose: (entity: string) => void;
  readonly open: (passage: PassageRoute) => void;
}

function Facts({ facts, identity }: { readonly facts: IdentityFacts; readonly identity: MatchedIdentity }) {
  const { kind, description, aliases, mentionCount, firstDate, lastDate, identities } = facts;
  const others = identities.filter(({ id }) => id !== identity.id).map(({ name }) => name);
  const dates = [firstDate, lastDate === firstDate ? null : lastDate].filter((date) => date !== null);
  return (
    <>
      {description !== null && <p>{description}</p>}
      <p class="quiet">
        {entityKinds[kind].typeName}, mentioned {mentionCount}×
        {dates.length > 0 && `, in documents of ${dates.map(printPartialDate).join(' to ')}`}
      </p>
      {aliases.length > 0 && <p class="quiet">Also named {aliases.join(', ')}</p>}
      {others.length > 0 && <p class="quiet">Linked already with {others.join(', ')}</p>}
    </>
  );
}

/** One of the two, with the passages that tell who it is. */
export function IdentityCard({ identity, choose, open }: IdentityCardProps) {
  const { id, name } = identity;
  const asked = useAnswer(id, (signal) => loadIdentity(id, signal));
  const pages = usePages(id, (after, signal) => loadMentions(id, 4, after, signal));
  const facts = asked.state === 'answered' ? asked.answer : null;
  return (
    <section class="identity" aria-label={name}>
      <h3>
        <button type="button" class="entity" onClick={() => choose(id)}>
          {facts !== null && <KindDot kind={facts.kind} />}
          {name}
        </button>
      </h3>
      {asked.state === 'waiting' && <Waiting what="what is known of it" />}
      {asked.state === 'failed' && <Failure {...asked} />}
      {asked.state === 'answered' && facts === null && (
        <Notice title="No document tells of it any longer." cure="Read the list anew." />
      )}
      {facts !== null && <Facts facts={facts} identity={identity} />}
      <PagedList pages={pages} what="passages" emptyCure="Its documents tell of it without naming it.">
        {(mention) => <MentionQuote mention={mention} open={open} />}
      </PagedList>
    </section>
  );
}
