import { lazyComponent } from '@/app/_ui/lazyComponent'

/** The dialog that moves a task to another project, loaded on first use. */
export const LazyTransferDialog = lazyComponent(() =>
  import('./TransferDialog').then((module) => module.TransferDialog),
)
