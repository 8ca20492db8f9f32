/** Shows by how many characters a text exceeds its limit. Renders nothing within the limit. */
export function TextTooLong({ length, max }: { length: number; max: number }) {
  if (length <= max) return null
  const excess = (length - max).toLocaleString('en')
  return (
    <p role="alert" className="mt-1 text-danger-ink">
      {excess} characters too long to be saved.
    </p>
  )
}
