import type { ScopeChange } from '@/domain/sprint/report'
import { Line, type Names, Part } from './TaskTable'
import { counted, figure, momentText, pointed, pointWord, signed } from './words'

type Props = { title: string; changes: ScopeChange[]; names: Names }

/** Changes of one kind with who made them, and when. */
export function ScopeTable({ title, changes, names }: Props) {
  const sum = changes.reduce((all, { from, to }) => all + (to ?? 0) - (from ?? 0), 0)
  const isBy = title === 'Re-estimated'
  const points = isBy ? `${signed(sum)} ${pointWord(sum)}` : pointed(Math.abs(sum))
  return (
    <Part title={title} count={changes.length} amount={`${counted(changes.length)}, ${points}`}>
      {changes.map((change) => (
        <Line
          key={`${change.seq} ${change.taskId}`}
          id={change.taskId}
          names={names}
          note={`${names.person(change.actor)}, ${momentText(change.at)}${whereTo(change, names)}`}
        >
          {isBy
            ? `${estimate(change.from)} → ${estimate(change.to)}`
            : estimate(change.to ?? change.from)}
        </Line>
      ))}
    </Part>
  )
}

function whereTo({ kind, other, archived, carried }: ScopeChange, { sprint }: Names): string {
  if (kind === 're-estimated') return ''
  if (archived) return kind === 'removed' ? ' · archived' : ' · restored'
  if (kind === 'removed') return ` · to ${sprint(other)}`
  return carried ? ` · carried over from ${sprint(other)}` : ` · from ${sprint(other)}`
}

const estimate = (points: number | null | undefined) => (points == null ? '–' : figure(points))
