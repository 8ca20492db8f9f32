/** Says that a text is longer than it may be, and by how much. */
export function TooLong({ length, most }: { length: number; most: number }) {
  if (length <= most) return null
  const over = (length - most).toLocaleString('en')
  return (
    <p role="alert" className="mt-1 text-danger-ink">
      {over} characters too long to be saved.
    </p>
  )
}
