/** Everything that only a drag needs. */
export { startDragMonitor } from '../dragMonitor'
export { makeDraggable } from './draggableElement'
export { makeDropTarget } from './dropTarget'
