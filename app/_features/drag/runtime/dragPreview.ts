/** Where a pointer is in the window, in px. */
export interface Point {
  x: number
  y: number
}

/** What is seen under the pointer while something is carried, and the point of it that is held. */
export interface DragPreview {
  node: HTMLElement
  grabOffset: Point
}

/** The element itself, lifted, held where it was taken. */
export function elementPreview(element: HTMLElement, at: Point): DragPreview {
  const { left, top, width, height } = element.getBoundingClientRect()
  const node = element.cloneNode(true) as HTMLElement
  // It is only a picture: nobody may find the task by it.
  node.removeAttribute('data-card')
  node.style.width = `${width}px`
  node.style.height = `${height}px`
  node.classList.add('bg-raised', 'rounded-card', 'shadow-lift')
  return { node, grabOffset: { x: at.x - left, y: at.y - top } }
}

/** "3 tasks", beside the pointer. */
export function countPreview(count: number): DragPreview {
  const node = document.createElement('div')
  node.textContent = `${count} tasks`
  node.className = 'rounded-card border border-accent bg-raised px-3 py-1.5 font-medium shadow-lift'
  return { node, grabOffset: { x: -12, y: -12 } }
}
