/** Compares two values by rank, in the same order as the database. */
export function compareByRank(a: { rank: string }, b: { rank: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0
}
