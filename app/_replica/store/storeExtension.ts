import type { ProjectApi } from '@/app/_api/projectApi'
import type { Person } from '@/domain/views/board'
import type { Replica } from './replica'

/** A part of the replica that only some screens need: see backlog/backlogLoader.ts. */
export interface StoreExtension {
  /** Looks after each change what there is to fetch. */
  fetchMissing(): void
  /** The server can be reached again: asks at once for pages that could not be loaded. */
  retryPages(): void
  /** The replica has started over. */
  onReset(): void
  close(): void
}

/** What a further part of the replica works with. */
export interface ExtensionContext {
  replica: Replica
  api: ProjectApi
  onChange: () => void
  catchUp: () => Promise<void>
  mergePeople: (people: readonly Person[]) => void
}

interface ExtensibleStore {
  addExtension: <P extends StoreExtension>(make: (access: ExtensionContext) => P) => P
}

/** Gives the part of a store, the same each time: it is made and joined when first asked for. */
export function lazyExtension<P extends StoreExtension>(
  create: (access: ExtensionContext) => P,
): (store: ExtensibleStore) => P {
  const extensions = new WeakMap<ExtensibleStore, P>()
  return (store) => {
    const known = extensions.get(store)
    if (known) return known
    const extension = store.addExtension(create)
    extensions.set(store, extension)
    return extension
  }
}

/** Runs once the replica is as far as an answer that may be ahead of it. */
export function runWhenCaughtUp(
  { replica, catchUp }: ExtensionContext,
  seq: number,
  run: () => void,
): void {
  if (seq > replica.confirmedState.seq) void catchUp()
  replica.runAtSeq(seq, run)
}
