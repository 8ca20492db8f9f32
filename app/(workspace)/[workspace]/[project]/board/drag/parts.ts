/** Everything that only a drag needs. */
export {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
export { AutoScroll } from './autoScroll'
export { liftPreview } from './preview'
