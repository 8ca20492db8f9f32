import { cx } from './cx'

/**
 * A keyboard shortcut as key caps: `C`, `Ctrl K`, `G then B`. A space separates keys; `then` is
 * written out.
 */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd className={cx('inline-flex items-center gap-0.5 font-sans text-xs', className)}>
      {keys.split(' ').map((key, index) =>
        key === 'then' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <span key={index} className="px-0.5 text-faint">
            then
          </span>
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            key={index}
            className="inline-flex h-4 min-w-4 items-center justify-center rounded-chip border border-line bg-sunken px-1 text-muted"
          >
            {key}
          </span>
        ),
      )}
    </kbd>
  )
}
