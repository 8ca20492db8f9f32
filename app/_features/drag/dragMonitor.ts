import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types'
import type { Id } from '@/domain/kernel/primitives'
import { AutoScroll } from './runtime/autoScroll'
import type { Point } from './runtime/dragPreview'
import { dropTargetAt } from './runtime/dropTarget'
import { watchTouchDrags } from './runtime/touchDrag'

/** What a screen does with a task that is carried over it. */
export interface DragHandlers {
  pickUp: (taskId: Id, element: HTMLElement) => void
  /** Points to a place, at a height in the window; null: to none. */
  setTarget: (targetId: string | null, y: number) => void
  /** Puts down what is carried where it points; leaves it where it was when that is nowhere. */
  drop: () => void
  /** What scrolls up and down under a point. */
  scrollerAt: (x: number, y: number) => HTMLElement | null
}

/** A task on its way, by whatever carries it. */
export interface DragGesture {
  pickUp: (taskId: Id, element: HTMLElement, at: Point) => void
  move: (to: Point, targetId: string | null) => void
  drop: (at: Point, targetId: string | null) => void
}

/** Turns drags by mouse and finger over an area into what its carrier does; gives back the end. */
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
    // A quick drop comes before the frame in which its last movement would have been told.
    onDrop: ({ location }) => drop(...pointerAndTarget(location.current)),
  })
}

function pointerAndTarget({ input, dropTargets }: DragLocation): [Point, string | null] {
  const targetId = dropTargets[0]?.data.targetId as string | undefined
  return [{ x: input.clientX, y: input.clientY }, targetId ?? null]
}
