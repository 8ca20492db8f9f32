/** What stays behind because there is no place for it yet, by kind. */
export function Untaken({ counts }: { counts: Record<string, number> }) {
  const all = Object.entries(counts).sort((a, b) => b[1] - a[1])
  if (all.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer text-muted">
        Not taken yet: {all.length} {all.length === 1 ? 'kind' : 'kinds'} of fields
      </summary>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2 md:grid-cols-3">
        {all.map(([what, many]) => (
          <li key={what} className="flex justify-between gap-3 border-b border-line py-1">
            <span className="min-w-0 truncate">{what}</span>
            <span className="text-muted tabular-nums">{many.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
