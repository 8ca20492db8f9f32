import type { ReactNode } from 'react'

/** An empty screen: one sentence and one button. */
export function EmptyState({
  children,
  action,
  icon,
}: {
  children: ReactNode
  action?: ReactNode
  icon?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center justify-center gap-3 px-6 py-16 text-center">
      {icon ? <span className="text-faint [&_svg]:size-6 [&_svg]:stroke-[1.5]">{icon}</span> : null}
      <p className="max-w-80 text-pretty text-muted">{children}</p>
      {action}
    </div>
  )
}
