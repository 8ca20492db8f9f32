const MOST = 20
const done: (() => void)[] = []

/** Remembers how to put something back; what is given back does so, once. */
export function offerUndo(undo: () => void): () => void {
  const once = () => {
    if (!isOffered(once)) return
    withdrawUndo(once)
    undo()
  }
  done.push(once)
  if (done.length > MOST) done.shift()
  return once
}

/** Whether an undo is still to be had. */
export const isOffered = (once: () => void) => done.includes(once)

/** Forgets an undo: there is nothing to put back. */
export function withdrawUndo(once: () => void): void {
  const place = done.indexOf(once)
  if (place >= 0) done.splice(place, 1)
}

/** Puts back the last thing that was done and not put back yet; false when there is none. */
export function undoLast(): boolean {
  const last = done.at(-1)
  last?.()
  return last !== undefined
}
