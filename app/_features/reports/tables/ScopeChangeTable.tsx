import type { ScopeChange } from '@/domain/sprint/report'
import {
  formatDateTime,
  formatNumber,
  formatPoints,
  formatSigned,
  formatTaskCount,
  pointsUnit,
} from '../format/reportFormat'
import { type ReportNames, ReportTaskRow, TableSection } from './ReportTaskTable'

type Props = { title: string; changes: ScopeChange[]; names: ReportNames }

/** Scope changes of one kind, with who made them and when. */
export function ScopeChangeTable({ title, changes, names }: Props) {
  const sum = changes.reduce((all, { from, to }) => all + (to ?? 0) - (from ?? 0), 0)
  const isReestimate = title === 'Re-estimated'
  const points = isReestimate
    ? `${formatSigned(sum)} ${pointsUnit(sum)}`
    : formatPoints(Math.abs(sum))
  return (
    <TableSection
      title={title}
      count={changes.length}
      amount={`${formatTaskCount(changes.length)}, ${points}`}
    >
      {changes.map((change) => (
        <ReportTaskRow
          key={`${change.seq} ${change.taskId}`}
          id={change.taskId}
          names={names}
          note={`${names.personName(change.actor)}, ${formatDateTime(change.at)}${destinationText(change, names)}`}
        >
          {isReestimate
            ? `${formatEstimate(change.from)} → ${formatEstimate(change.to)}`
            : formatEstimate(change.to ?? change.from)}
        </ReportTaskRow>
      ))}
    </TableSection>
  )
}

function destinationText(
  { kind, otherSprintId, archived, carried }: ScopeChange,
  { sprintName }: ReportNames,
): string {
  if (kind === 're-estimated') return ''
  if (archived) return kind === 'removed' ? ' · archived' : ' · restored'
  if (kind === 'removed') return ` · to ${sprintName(otherSprintId)}`
  return carried
    ? ` · carried over from ${sprintName(otherSprintId)}`
    : ` · from ${sprintName(otherSprintId)}`
}

const formatEstimate = (points: number | null | undefined) =>
  points == null ? '–' : formatNumber(points)
