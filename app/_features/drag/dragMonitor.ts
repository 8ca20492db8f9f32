import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types'
import type { Id } from '@/domain/kernel/primitives'
import { AutoScroll } from './runtime/autoScroll'
import type { Point } from './runtime/dragPreview'
import { dropTargetAt } from './runtime/dropTarget'
import { watchTouchDrags } from './runtime/touchDrag'

/** Handlers of a screen over which a task is dragged. */
export interface DragHandlers {
  pickUp: (taskId: Id, element: HTMLElement) => void
  /** Sets the drop target at a height in the window; null: no target. */
  setTarget: (targetId: string | null, y: number) => void
  /** Drops the task at its target. Leaves it where it was when there is no target. */
  drop: () => void
  /** Returns the element that scrolls vertically at a point. */
  scrollerAt: (x: number, y: number) => HTMLElement | null
}

/** A drag by any input device. */
export interface DragGesture {
  pickUp: (taskId: Id, element: HTMLElement, at: Point) => void
  move: (to: Point, targetId: string | null) => void
  drop: (at: Point, targetId: string | null) => void
}

/** Calls the handlers for mouse and touch drags over an area. Returns a function that stops it. */
export function startDragMonitor(area: HTMLElement, handlers: DragHandlers): () => void {
  let taskId: Id = ''
  let pointer: Point = { x: 0, y: 0 }
  const scroll = new AutoScroll(area, handlers.scrollerAt, () =>
    handlers.setTarget(dropTargetAt(pointer, taskId), pointer.y),
  )
  const updateTarget = (point: Point, targetId: string | null) => {
    pointer = point
    handlers.setTarget(targetId, point.y)
  }
  const gesture: DragGesture = {
    pickUp: (id, element, from) => {
      taskId = id
      scroll.dragStart = from
      handlers.pickUp(id, element)
    },
    move: (point, targetId) => {
      updateTarget(point, targetId)
      scroll.move(point.x, point.y)
    },
    drop: (point, targetId) => {
      scroll.stop()
      updateTarget(point, targetId)
      handlers.drop()
    },
  }
  const stopMouse = watchMouseDrags(gesture)
  const stopTouch = watchTouchDrags(area, gesture)
  return () => {
    stopMouse()
    stopTouch()
    scroll.stop()
  }
}

function watchMouseDrags({ pickUp, move, drop }: DragGesture): () => void {
  return monitorForElements({
    canMonitor: ({ source }) => 'taskId' in source.data,
    onDragStart: ({ source, location }) =>
      pickUp(source.data.taskId as Id, source.element, pointerAndTarget(location.current)[0]),
    onDrag: ({ location }) => move(...pointerAndTarget(location.current)),
    // A quick drop can come before the frame that would report its last movement.
    onDrop: ({ location }) => drop(...pointerAndTarget(location.current)),
  })
}

function pointerAndTarget({ input, dropTargets }: DragLocation): [Point, string | null] {
  const targetId = dropTargets[0]?.data.targetId as string | undefined
  return [{ x: input.clientX, y: input.clientY }, targetId ?? null]
}
