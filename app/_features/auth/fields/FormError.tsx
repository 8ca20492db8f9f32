/** An error of the whole form, shown above its button. */
export function FormError({ children }: { children?: string }) {
  if (!children) return null
  return (
    <p role="alert" className="rounded-card bg-danger-soft px-2.5 py-1.5 text-danger-ink">
      {children}
    </p>
  )
}
