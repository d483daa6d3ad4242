import type { PartialDate } from '../model/partial-date.js';
import type { StatementRecord } from '../model/records.js';
import type { Page, PageRequest } from './graph-store.js';

/** The part of the contract that sets documents beside each other. */
export interface GraphAccounts {
  /**
   * The talks that two documents both tell, each with what either says was said; by date, undated last.
   *
   * A document tells a talk by an event that somebody took part in, or by a meeting on a day that is none of its
   * events. Two documents tell the same talk where the event is one entity, or where both are dated alike, to the
   * month at least, and have two participants in common.
   *
   * @throws {BadArgumentError} when there is no such document, or when more than `maxTiesRead` passages or statements
   *   would have to be looked at.
   */
  accounts(question: AccountsQuestion, page: PageRequest): Promise<Page<SharedTalk>>;
}

export interface AccountsQuestion {
  readonly document: string;
  /** The document to set beside it; any other where left out. */
  readonly other?: string | undefined;
}

export interface SharedTalk {
  /** As the document asked for dates it, or else the other. */
  readonly date: PartialDate | null;
  /** Who took part by both accounts; identifiers in order. */
  readonly participants: readonly string[];
  /** Of the document asked for. */
  readonly left: Account;
  readonly right: Account;
}

export interface Account {
  readonly document: string;
  /** The event that stands for the talk; `null` where only the meeting is told. */
  readonly event: string | null;
  readonly date: PartialDate | null;
  /** Identifiers in order. */
  readonly participants: readonly string[];
  /**
   * What was said there, in the order of the text: statements of these days by a participant, or passed on by one, to
   * nobody or to a participant. Where one could be of several talks of the document, it is of the one told last before.
   */
  readonly statements: readonly StatementRecord[];
}
