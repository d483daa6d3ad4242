/** The property of an entity that sums up what its relations weigh; followed by a kind, those with entities of that kind. */
export const tieWeight = 'tieWeight';
