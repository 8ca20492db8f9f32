const ids = { polite: 'announce-polite', assertive: 'announce-assertive' } as const

/** Where announcements are spoken from; stands once, in the root layout. */
export function LiveRegion() {
  return (
    <>
      <div id={ids.polite} aria-live="polite" aria-atomic="true" className="sr-only" />
      <div id={ids.assertive} aria-live="assertive" aria-atomic="true" className="sr-only" />
    </>
  )
}

/**
 * Has a screen reader say `text`. `assertive` interrupts what it is saying: keep that for a
 * drag under way and for what failed.
 */
export function announce(text: string, politeness: keyof typeof ids = 'polite'): void {
  const region = document.getElementById(ids[politeness])
  if (!region) return
  // The same words twice are heard twice only when the region is empty in between.
  region.textContent = ''
  requestAnimationFrame(() => {
    region.textContent = text
  })
}
