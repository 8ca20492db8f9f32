/** The error of a whole form. Renders nothing without one. */
export function FormError({ children }: { children?: string }) {
  if (!children) return null
  return (
    <p role="alert" className="rounded-card bg-danger-soft px-3 py-2 text-danger-ink">
      {children}
    </p>
  )
}
