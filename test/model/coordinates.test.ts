import { describe, expect, it } from '@jest/globals';
import { parseCoordinates } from '../../src/model/coordinates.js';

describe('parseCoordinates', () => {
  it.each([
    ['39.0339,125.7543', 39.0339, 125.7543],
    ['-33.9,18', -33.9, 18],
    ['-90,-180', -90, -180],
  ])('%s is a point', (text, latitude, longitude) => {
    expect(parseCoordinates(text)).toEqual({ latitude, longitude });
  });

  it.each(['', '39.03', '39.03, 125.75', '90.1,0', '0,180.5', 'north,east', '1e1,2'])('%j is none', (text) => {
    expect(parseCoordinates(text)).toBeNull();
  });
});
