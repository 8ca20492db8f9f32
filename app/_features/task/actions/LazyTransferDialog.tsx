import { lazyComponent } from '@/app/_ui/lazyComponent'

/** Asks for the project that a task moves to; fetched when it is first wanted. */
export const LazyTransferDialog = lazyComponent(() =>
  import('./TransferDialog').then((module) => module.TransferDialog),
)
