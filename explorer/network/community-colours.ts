/**
 * Twelve colours that keep 3:1 on white and on near-black, neighbours in the list as far apart as can be. Smaller
 * communities than the twelfth are grey: nobody tells more colours apart.
 */
const colours = [
  '#3b7dd8',
  '#c2571a',
  '#2e8b57',
  '#a34fb5',
  '#8a7a1f',
  '#0f8f9c',
  '#c7447a',
  '#6b6bd6',
  '#5c8a1e',
  '#b5533c',
  '#9a6fa0',
  '#4a86a0',
] as const;

export const colouredCommunities = colours.length;

const rest = '#7d8794';

/** @param number - 0 for the largest community; left out while it isn't known. */
export function communityColour(number: number | undefined): string {
  return (number === undefined ? undefined : colours[number]) ?? rest;
}
