/**
 * A choice among names where none chosen means all, after one of them was turned on or off. The last one that is on
 * stays on: a network of nothing helps nobody.
 */
export function toggled<Name extends string>(
  all: readonly Name[],
  chosen: readonly Name[],
  name: Name,
): readonly Name[] {
  const on = new Set(chosen.length === 0 ? all : chosen);
  if (!on.delete(name)) on.add(name);
  if (on.size === 0) return chosen;
  return on.size === all.length ? [] : all.filter((one) => on.has(one));
}

export function isOn<Name extends string>(chosen: readonly Name[], name: Name): boolean {
  return chosen.length === 0 || chosen.includes(name);
}
