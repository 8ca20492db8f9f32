const ids = { polite: 'announce-polite', assertive: 'announce-assertive' } as const

/** The live regions for announcements. Rendered once, in the root layout. */
export function LiveRegion() {
  return (
    <>
      <div id={ids.polite} aria-live="polite" aria-atomic="true" className="sr-only" />
      <div id={ids.assertive} aria-live="assertive" aria-atomic="true" className="sr-only" />
    </>
  )
}

/**
 * Makes screen readers say `text`. `assertive` interrupts other speech: use it only during a drag
 * and for failures.
 */
export function announce(text: string, politeness: keyof typeof ids = 'polite'): void {
  const region = document.getElementById(ids[politeness])
  if (!region) return
  // Screen readers repeat the same text only when the region was empty in between.
  region.textContent = ''
  requestAnimationFrame(() => {
    region.textContent = text
  })
}
