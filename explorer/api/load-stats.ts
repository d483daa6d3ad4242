import { ask } from './ask.js';

export interface Stats {
  readonly documents: number;
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
}

export const statsQuery = `
  query Stats {
    stats { documents entities relations statements }
  }`;

export async function loadStats(signal: AbortSignal): Promise<Stats> {
  const { stats } = await ask<{ stats: Stats }>(statsQuery, {}, signal);
  return stats;
}
