import { describe, expect, it } from '@jest/globals';
import { editorOfRequest } from '../../src/server/editor.js';

const token = 'a-token-of-the-tests-1957';
const editor = (authorization: string | null, adminToken: string | undefined = token) =>
  editorOfRequest(
    new Request('http://127.0.0.1/graphql', authorization === null ? {} : { headers: { authorization } }),
    adminToken,
  );

describe('who may change something', () => {
  it('is who sends the admin token', () => {
    expect(editor(`Bearer ${token}`)).toBe('admin');
    expect(editor(`bearer  ${token}`)).toBe('admin');
  });

  it.each([
    ['no header', null],
    ['another token', 'Bearer another-token-of-the-tests'],
    ['a part of the token', `Bearer ${token.slice(0, -1)}`],
    ['the token and more', `Bearer ${token}1`],
    ['no token', 'Bearer '],
    ['another scheme', `Basic ${token}`],
  ])('is nobody with %s', (_what, authorization) => {
    expect(editor(authorization)).toBeNull();
  });

  it('is nobody where the server has no token', () => {
    expect(editor('Bearer undefined', undefined)).toBeNull();
    expect(
      editorOfRequest(new Request('http://127.0.0.1/', { headers: { authorization: 'Bearer x' } }), undefined),
    ).toBeNull();
  });
});
