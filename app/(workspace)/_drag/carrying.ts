import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { DragLocation } from '@atlaskit/pragmatic-drag-and-drop/types'
import type { Id } from '@/domain/words'
import { AutoScroll } from './autoScroll'
import { watchFingers } from './finger'
import type { Point } from './picture'
import { placeAt } from './target'

/** What a screen does with a task that is carried over it. */
export interface Carrier {
  pick: (task: Id, element: HTMLElement) => void
  /** Points to a place, at a height in the window; null: to none. */
  aim: (place: string | null, y: number) => void
  /** Puts down what is carried where it points; leaves it where it was when that is nowhere. */
  put: () => void
  /** What scrolls up and down under a point. */
  scrollerAt: (x: number, y: number) => HTMLElement | null
}

/** A task on its way, by whatever carries it. */
export interface Load {
  pick: (task: Id, element: HTMLElement, at: Point) => void
  move: (to: Point, place: string | null) => void
  put: (at: Point, place: string | null) => void
}

/** Turns drags by mouse and finger over an area into what its carrier does; gives back the end. */
export function carrying(area: HTMLElement, carrier: Carrier): () => void {
  let task: Id = ''
  let at: Point = { x: 0, y: 0 }
  const scroll = new AutoScroll(area, carrier.scrollerAt, () =>
    carrier.aim(placeAt(at, task), at.y),
  )
  const look = (to: Point, place: string | null) => {
    at = to
    carrier.aim(place, to.y)
  }
  const load: Load = {
    pick: (id, element, from) => {
      task = id
      scroll.from = from
      carrier.pick(id, element)
    },
    move: (to, place) => {
      look(to, place)
      scroll.move(to.x, to.y)
    },
    put: (to, place) => {
      scroll.stop()
      look(to, place)
      carrier.put()
    },
  }
  const endMouse = watchMouse(load)
  const endFingers = watchFingers(area, load)
  return () => {
    endMouse()
    endFingers()
    scroll.stop()
  }
}

function watchMouse({ pick, move, put }: Load): () => void {
  return monitorForElements({
    canMonitor: ({ source }) => 'task' in source.data,
    onDragStart: ({ source, location }) =>
      pick(source.data.task as Id, source.element, seen(location.current)[0]),
    onDrag: ({ location }) => move(...seen(location.current)),
    // A quick drop comes before the frame in which its last movement would have been told.
    onDrop: ({ location }) => put(...seen(location.current)),
  })
}

function seen({ input, dropTargets }: DragLocation): [Point, string | null] {
  const place = dropTargets[0]?.data.place as string | undefined
  return [{ x: input.clientX, y: input.clientY }, place ?? null]
}
