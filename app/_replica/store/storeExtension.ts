import type { ProjectApi } from '@/app/_api/projectApi'
import type { Person } from '@/domain/views/board'
import type { Replica } from './replica'

/** A part of the replica that only some screens need, such as backlog/backlogLoader.ts. */
export interface StoreExtension {
  /** Fetches missing data. Called after each change. */
  fetchMissing(): void
  /** Retries failed pages at once, because the server is reachable again. */
  retryPages(): void
  /** Called when the replica has started over. */
  onReset(): void
  close(): void
}

/** The access of an extension to the replica. */
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

/** Returns a function that gives a store's extension, creating and adding it on first use. */
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

/** Calls back when the replica has reached the position of a response. */
export function runWhenCaughtUp(
  { replica, catchUp }: ExtensionContext,
  seq: number,
  run: () => void,
): void {
  if (seq > replica.confirmedState.seq) void catchUp()
  replica.runAtSeq(seq, run)
}
