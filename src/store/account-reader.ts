import type { PartialDate } from '../model/partial-date.js';
import type { DocumentRecord, EntityRecord, StatementRecord } from '../model/records.js';
import type { DateWindow } from './date-window.js';

/** What a back end gives for `accounts`; each method is one round trip, however many identifiers it is given. */
export interface AccountReader {
  /** In the order asked; `null` for unknown ones. */
  documents(ids: readonly string[]): Promise<readonly (DocumentRecord | null)[]>;

  /** In the order asked; `null` for unknown ones. */
  entities(ids: readonly string[]): Promise<readonly (EntityRecord | null)[]>;

  /**
   * Who met whom and who took part in what as facts by what these documents say; once for each relation, document and
   * date of a passage. In no particular order.
   *
   * @param limit - Most rows: what comes beyond is cut off.
   */
  encounters(documents: readonly string[], limit: number): Promise<readonly Encounter[]>;

  /**
   * Documents that tell an encounter of one of `participants`: with one of `events`, or on days of `window` by the date
   * of the passage or of the event. Each once, in no particular order.
   *
   * @param limit - Most rows: what comes beyond is cut off.
   */
  documentsAround(
    participants: readonly string[],
    events: readonly string[],
    window: DateWindow,
    limit: number,
  ): Promise<readonly string[]>;

  /** All statements of these documents. @param limit - Most of each document. */
  statements(documents: readonly string[], limit: number): Promise<readonly StatementRecord[]>;
}

export interface Encounter {
  readonly document: string;
  readonly type: 'MET_WITH' | 'PARTICIPATED_IN';
  readonly source: string;
  readonly target: string;
  readonly date: PartialDate | null;
  /** Where the first such passage stands. */
  readonly start: number;
}
