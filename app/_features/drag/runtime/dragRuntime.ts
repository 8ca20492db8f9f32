/** The code that only a drag needs, loaded as one chunk. */
export { startDragMonitor } from '../dragMonitor'
export { makeDraggable } from './draggableElement'
export { makeDropTarget } from './dropTarget'
