/** What is wrong with a form as a whole; nothing while all is well. */
export function FormError({ children }: { children?: string }) {
  if (!children) return null
  return (
    <p role="alert" className="rounded-card bg-danger-soft px-3 py-2 text-danger-ink">
      {children}
    </p>
  )
}
