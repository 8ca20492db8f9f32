import type { RouterOutputs } from '@/app/_api/apiClient'

export type Projection = RouterOutputs['projections']['status'][number]
export type ProjectOfProjection = Projection['projects'][number]
export type ProjectionState = ProjectOfProjection['state']

const STATE_LABELS: Record<ProjectionState, string> = {
  parked: 'Parked',
  retrying: 'Retrying',
  rebuilding: 'Rebuilding',
  'catching-up': 'Catching up',
  'up-to-date': 'Up to date',
}

/** Returns the label of the state; while retrying, with the time until the next attempt. */
export function stateLabel({ state, retryInSeconds }: ProjectOfProjection): string {
  if (state !== 'retrying') return STATE_LABELS[state]
  return retryInSeconds ? `Retrying in ${formatSeconds(retryInSeconds)}` : 'Retrying now'
}

/** Returns for example "12 events behind"; null without a lag. */
export function lagLabel(lag: number): string | null {
  if (lag === 0) return null
  return `${lag.toLocaleString('en')} ${lag === 1 ? 'event' : 'events'} behind`
}

/** Returns for example "1 parked · 4 up to date", the most severe state first. */
export function countsLabel(counts: Projection['counts']): string {
  const states = Object.keys(STATE_LABELS) as ProjectionState[]
  const parts = states
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${STATE_LABELS[state].toLowerCase()}`)
  return parts.join(' · ')
}

const formatSeconds = (seconds: number) =>
  seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
