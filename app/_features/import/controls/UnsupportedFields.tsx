/** The data that is not imported because Concord has no field for it, by kind. */
export function UnsupportedFields({ counts }: { counts: Record<string, number> }) {
  const sortedCounts = Object.entries(counts).sort((a, b) => b[1] - a[1])
  if (sortedCounts.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer text-muted">
        {`Unsupported fields (${sortedCounts.length})`}
      </summary>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2 md:grid-cols-3">
        {sortedCounts.map(([field, count]) => (
          <li key={field} className="flex justify-between gap-3 border-b border-line py-1">
            <span className="min-w-0 truncate">{field}</span>
            <span className="text-muted tabular-nums">{count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
