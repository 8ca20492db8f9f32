/** The pointer's position in the window, in px. */
export interface Point {
  x: number
  y: number
}

/** The image under the pointer during a drag, and the point at which it is held. */
export interface DragPreview {
  node: HTMLElement
  grabOffset: Point
}

/** A raised copy of the element, held at the point where it was picked up. */
export function elementPreview(element: HTMLElement, at: Point): DragPreview {
  const { left, top, width, height } = element.getBoundingClientRect()
  const node = element.cloneNode(true) as HTMLElement
  // The copy must not be found as the task's card.
  node.removeAttribute('data-card')
  node.style.width = `${width}px`
  node.style.height = `${height}px`
  node.classList.add('bg-raised', 'rounded-card', 'shadow-lift')
  return { node, grabOffset: { x: at.x - left, y: at.y - top } }
}

/** A label such as "3 tasks" beside the pointer. */
export function countPreview(count: number): DragPreview {
  const node = document.createElement('div')
  node.textContent = `${count} tasks`
  node.className = 'rounded-card border border-accent bg-raised px-3 py-1.5 font-medium shadow-lift'
  return { node, grabOffset: { x: -12, y: -12 } }
}
