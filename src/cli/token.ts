import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import { issueToken, revokeToken } from '../access/issue-token.js';
import { type AccessTokenRecord, type Role, roles } from '../model/access-token.js';
import type { PageRequest } from '../store/graph-store.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';

interface TokenOptions extends StoreOption {
  readonly json?: boolean;
}

interface CreateOptions extends TokenOptions {
  readonly role: string;
  readonly expires?: string;
}

const pageSize = 100;

/** One line: identifier, role, name, and what became of it. */
function printed({
  id,
  role,
  name,
  createdAt,
  expiresAt,
  lastUsedOn,
  revokedAt,
  revokedBy,
}: AccessTokenRecord): string {
  const facts = [
    `made ${createdAt.slice(0, 10)}`,
    lastUsedOn === null ? 'never used' : `last used ${lastUsedOn}`,
    ...(expiresAt === null ? [] : [`expires ${expiresAt}`]),
    ...(revokedAt === null ? [] : [`revoked ${revokedAt} by ${revokedBy ?? ''}`]),
  ];
  return `${id}  ${role.toLowerCase().padEnd(6)}  ${name}  (${facts.join(', ')})\n`;
}

function createCommand({ terminal }: Session): Command {
  const command = new Command('create')
    .description('Make a token for somebody; its secret is shown once.')
    .argument('<name>', 'whose it is; what changes made with it are signed with')
    .addOption(
      new Option('--role <role>', 'what it allows: each role includes the one before')
        .choices(roles.map((role) => role.toLowerCase()))
        .makeOptionMandatory(),
    )
    .option('--expires <time>', 'from when on it no longer holds: 2030-12-31, or 2030-12-31T18:00:00Z')
    .option('--json', 'print one JSON object');
  addStoreOption(command);
  return command.action(async (name: string, options: CreateOptions) => {
    await withStore(configFrom(options), async ({ tokens }) => {
      const { record, secret } = await issueToken(tokens, {
        name,
        role: options.role.toUpperCase() as Role,
        expiresAt: options.expires ?? null,
        by: userInfo().username,
      });
      await terminal.write(
        options.json === true
          ? `${JSON.stringify({ ...record, secret })}\n`
          : `${printed(record)}${secret}\nKeep the second line: it is not shown again.\n`,
      );
    });
  });
}

function listCommand({ terminal }: Session): Command {
  const command = new Command('list')
    .description('List the tokens that were made, revoked ones too; never a secret.')
    .option('--json', 'print one JSON object a line');
  addStoreOption(command);
  return command.action(async (options: TokenOptions) => {
    await withStore(configFrom(options), async ({ tokens }) => {
      for (let page: PageRequest | null = { first: pageSize }; page !== null; ) {
        const { items, hasNextPage } = await tokens.list(page);
        for (const { record } of items) {
          await terminal.write(options.json === true ? `${JSON.stringify(record)}\n` : printed(record));
        }
        page = hasNextPage ? { first: pageSize, after: items.at(-1)?.cursor } : null;
      }
    });
  });
}

function revokeCommand({ terminal }: Session): Command {
  const command = new Command('revoke')
    .description('Take a token back, at once and for good, also from a server that runs.')
    .argument('<id>', 'identifier, as list prints it')
    .option('--json', 'print one JSON object');
  addStoreOption(command);
  return command.action(async (id: string, options: TokenOptions) => {
    await withStore(configFrom(options), async ({ tokens }) => {
      const revoked = await revokeToken(tokens, id, userInfo().username);
      await terminal.write(options.json === true ? `${JSON.stringify(revoked)}\n` : printed(revoked));
    });
  });
}

export function tokenCommand(session: Session): Command {
  const command = new Command('token').description('Give, list and revoke tokens for a server over the network.');
  for (const create of [createCommand, listCommand, revokeCommand]) command.addCommand(create(session));
  return command;
}
