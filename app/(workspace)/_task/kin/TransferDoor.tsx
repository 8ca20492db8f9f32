import { onDemand } from '@/app/_ui/onDemand'

/** Asks for the project that a task moves to; fetched when it is first wanted. */
export const TransferDialog = onDemand(() =>
  import('./TransferPanel').then((part) => part.TransferPanel),
)
