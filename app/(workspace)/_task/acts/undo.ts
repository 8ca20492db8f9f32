const MOST = 20
const done: (() => void)[] = []

/** Remembers how to put something back; what is given back does so, once. */
export function offerUndo(undo: () => void): () => void {
  const once = () => {
    const place = done.indexOf(once)
    if (place < 0) return
    done.splice(place, 1)
    undo()
  }
  done.push(once)
  if (done.length > MOST) done.shift()
  return once
}

/** Puts back the last thing that was done and not put back yet; false when there is none. */
export function undoLast(): boolean {
  const last = done.at(-1)
  last?.()
  return last !== undefined
}
