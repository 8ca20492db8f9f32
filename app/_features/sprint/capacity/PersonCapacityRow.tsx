'use client'

import { useState } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useConfirmedVersion, useSend } from '@/app/_replica/react/projectHooks'
import type { BaseVersion } from '@/app/_replica/replicaTypes'
import { Button } from '@/app/_ui/Button'
import { Popover } from '@/app/_ui/Popover'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { TextField } from '@/app/_ui/TextField'
import type { LocalDate } from '@/domain/kernel/primitives'
import { formatCapacity } from '@/domain/sprint/formatCapacity'
import type { Capacity, Sprint } from '@/domain/sprint/sprint'
import type { Person } from '@/domain/views/board'
import type { Workload } from '@/domain/views/sprints'
import { roundToTenth } from '../sprintLabels'
import { DaysOff } from './DaysOff'
import { availableHours, formatLoad } from './formatLoad'

type Props = {
  sprint: Sprint
  person: Person
  load: Workload | undefined
  /** The working days that count towards the capacity. */
  days: LocalDate[]
  readOnly: boolean
}

const NO_LOAD = { personId: null, tasks: 0, seconds: 0, withoutEstimate: 0, points: 0 }

/** One person: planned work, capacity, and the hours per day and days off that determine it. */
export function PersonCapacityRow({ sprint, person, load = NO_LOAD, days, readOnly }: Props) {
  const { hoursPerDay: defaultHoursPerDay } = useWorkTime()
  const send = useSend()
  const capacity = sprint.capacity[person.id]
  const capacityHours = availableHours(days, capacity, defaultHoursPerDay)
  const excessHours = load.seconds / 3_600 - capacityHours
  const daysOff = capacity?.daysOff ?? []
  const save = (next: Capacity | null, baseVersion?: BaseVersion) =>
    send({
      type: 'sprint.setCapacity',
      sprintId: sprint.id,
      personId: person.id,
      capacity: next,
      baseVersion,
    })

  return (
    <li aria-label={person.name} className="flex flex-col gap-2 py-2.5">
      <div className="flex flex-col gap-x-6 gap-y-2 sm:flex-row sm:items-end">
        <div className="min-w-0 grow">
          <ProgressBar
            label={person.name}
            value={load.seconds / 3_600}
            max={capacityHours}
            valueText={formatLoad(load, capacityHours)}
          />
        </div>
        {readOnly ? (
          <span className="text-muted">
            {formatCapacity(capacity ?? { hoursPerDay: defaultHoursPerDay, daysOff })}
          </span>
        ) : (
          <div className="flex shrink-0 items-center gap-2">
            <span className="w-16">
              <HoursField
                label={`Hours a day of ${person.name}`}
                value={capacity?.hoursPerDay ?? null}
                defaultHoursPerDay={defaultHoursPerDay}
                onSave={(value, baseVersion) =>
                  save(
                    value === null && daysOff.length === 0
                      ? null
                      : { hoursPerDay: value ?? defaultHoursPerDay, daysOff },
                    baseVersion,
                  )
                }
              />
            </span>
            <span className="text-muted">h a day</span>
            <Popover
              label={`Days off of ${person.name}`}
              align="end"
              trigger={
                <Button size="small" tone="secondary">
                  {daysOff.length === 0
                    ? 'No days off'
                    : `${daysOff.length} ${daysOff.length === 1 ? 'day' : 'days'} off`}
                </Button>
              }
            >
              <DaysOff
                sprint={sprint}
                value={daysOff}
                onChange={(next) =>
                  save({ hoursPerDay: capacity?.hoursPerDay ?? defaultHoursPerDay, daysOff: next })
                }
              />
            </Popover>
          </div>
        )}
      </div>
      {excessHours > 0.05 ? (
        <p className="text-danger-ink">{roundToTenth(excessHours)} h more than they can give.</p>
      ) : null}
    </li>
  )
}

type HoursFieldProps = {
  label: string
  value: number | null
  defaultHoursPerDay: number
  onSave: (value: number | null, baseVersion: BaseVersion) => void
}

/** Typed hours, with the hours and the project's version on screen when typing began. */
interface HoursDraft {
  text: string
  original: number | null
  baseVersion: BaseVersion
}

/** Hours per day; empty for the default. Saves on Enter and blur; Esc restores the old value. */
function HoursField({ label, value, defaultHoursPerDay, onSave }: HoursFieldProps) {
  const version = useConfirmedVersion(null)
  const [draft, setDraft] = useState<HoursDraft | null>(null)
  const hours = draft === null ? value : parseHours(draft.text)
  const isInvalid = hours === undefined
  const save = () => {
    if (!draft || isInvalid) return
    setDraft(null)
    if (hours !== draft.original) onSave(hours, draft.baseVersion)
  }
  return (
    <TextField
      label={label}
      hideLabel
      inputMode="decimal"
      className="text-right tabular-nums"
      placeholder={String(defaultHoursPerDay)}
      value={draft?.text ?? value ?? ''}
      error={isInvalid ? '0 to 24' : undefined}
      data-handles-escape=""
      onChange={({ target }) =>
        setDraft({ original: value, baseVersion: version, ...draft, text: target.value })
      }
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          save()
        }
        if (event.key !== 'Escape') return
        if (draft === null) event.currentTarget.blur()
        else setDraft(null)
      }}
    />
  )
}

/** Parses hours per day: null for none, undefined for invalid text. */
function parseHours(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const hours = Number(text.replace(',', '.'))
  return hours >= 0 && hours <= 24 ? hours : undefined
}
