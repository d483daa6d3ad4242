import { ForbiddenError, UnauthenticatedError } from '../src/errors.js';
import { type Caller, includesRole, type Role } from '../src/model/access-token.js';

/** What a role is called in texts; the enum and the command line write it in their own letters. */
const inWords: Readonly<Record<Role, string>> = { READER: 'reader', EDITOR: 'editor', ADMIN: 'admin' };

/**
 * The options of a field that not everybody may use: the check, which stands in place of its type's, and the sentence
 * of the description that tells it.
 */
export function needing(role: Role, description: string) {
  return { description: `${description} Needs the role ${inWords[role]}.`, authScopes: { role }, skipTypeScopes: true };
}

export function hasRole(caller: Caller | null, needed: Role): boolean {
  return caller !== null && includesRole(caller.role, needed);
}

/** Why a caller may not, and what helps. */
export function refusal(caller: Caller | null, needed: Role): UnauthenticatedError | ForbiddenError {
  const wanted = inWords[needed];
  return caller === null
    ? new UnauthenticatedError(
        `This needs a token of the role ${wanted}, and none was sent.`,
        'Send one in the header "authorization: Bearer …". An admin makes it with the mutation createToken, the operator with "diplograph token create".',
      )
    : new ForbiddenError(
        `This needs the role ${wanted}, and the token of ${JSON.stringify(caller.name)} has the role ${inWords[caller.role]}.`,
        `Ask an admin for a token of the role ${wanted}.`,
      );
}
