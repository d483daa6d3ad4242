/** What scoring counts, by name: "relations.hit", "relations.hit:MET_WITH". Those of documents can be added up. */
export class Counts {
  private readonly byName = new Map<string, number>();

  add(name: string, times = 1): void {
    this.byName.set(name, this.of(name) + times);
  }

  of(name: string): number {
    return this.byName.get(name) ?? 0;
  }

  addAll(others: Counts): void {
    for (const [name, times] of others.byName) this.add(name, times);
  }

  /** The types T of all counts that are named `PREFIX…:T`, in code-point order. */
  types(prefix: string): string[] {
    const types = [...this.byName.keys()].flatMap((name) => {
      const colon = name.indexOf(':');
      return colon > 0 && name.startsWith(prefix) ? [name.slice(colon + 1)] : [];
    });
    return [...new Set(types)].sort();
  }
}
