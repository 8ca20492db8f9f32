'use client'

import { useState } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { Button } from '@/app/_ui/Button'
import { Popover } from '@/app/_ui/Popover'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { TextField } from '@/app/_ui/TextField'
import type { Person } from '@/domain/board'
import type { Load } from '@/domain/sprint/figures'
import type { Capacity, Sprint } from '@/domain/sprint/sprint'
import type { Day } from '@/domain/words'
import { useWorkTime } from '../_frame/workspace'
import { DaysOff } from './DaysOff'
import { inHours } from './in-hours'
import { givenHours, loadWords } from './load-words'
import { rounded } from './sprint-words'

type Props = {
  sprint: Sprint
  person: Person
  load: Load | undefined
  /** The working days that count. */
  days: Day[]
  readOnly: boolean
}

const NO_LOAD = { personId: null, tasks: 0, seconds: 0, untimed: 0, points: 0 }

/** One person: what is planned against what they can give, and the two things that decide that. */
export function CapacityLine({ sprint, person, load = NO_LOAD, days, readOnly }: Props) {
  const { hoursPerDay: usual } = useWorkTime()
  const send = useSend()
  const store = useStore()
  const capacity = sprint.capacity[person.id]
  const hours = givenHours(days, capacity, usual)
  const over = load.seconds / 3_600 - hours
  const daysOff = capacity?.daysOff ?? []
  const save = (next: Capacity | null, baseVersion?: number) =>
    send({
      type: 'sprint.capacity',
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
            max={hours}
            words={loadWords(load, hours)}
          />
        </div>
        {readOnly ? (
          <span className="text-muted">{inHours(capacity ?? { hoursPerDay: usual, daysOff })}</span>
        ) : (
          <div className="flex shrink-0 items-center gap-2">
            <span className="w-16">
              <HoursField
                key={capacity?.hoursPerDay ?? 'usual'}
                label={`Hours a day of ${person.name}`}
                value={capacity?.hoursPerDay}
                usual={usual}
                version={() => store.screen.project.version}
                onSave={(value, base) =>
                  save(
                    value === null && daysOff.length === 0
                      ? null
                      : { hoursPerDay: value ?? usual, daysOff },
                    base,
                  )
                }
              />
            </span>
            <span className="text-muted">h a day</span>
            <Popover
              label={`Days off of ${person.name}`}
              align="end"
              trigger={
                <Button size="small" tone="quiet">
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
                  save({ hoursPerDay: capacity?.hoursPerDay ?? usual, daysOff: next })
                }
              />
            </Popover>
          </div>
        )}
      </div>
      {over > 0.05 ? (
        <p className="text-danger-ink">{rounded(over)} h more than they can give.</p>
      ) : null}
    </li>
  )
}

type HoursProps = {
  label: string
  value: number | undefined
  usual: number
  version: () => number
  onSave: (value: number | null, baseVersion: number) => void
}

/** Hours a day; empty, the usual ones. Saved on Enter and on leaving, given back by Esc. */
function HoursField({ label, value, usual, version, onSave }: HoursProps) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const [base, setBase] = useState(0)
  const hours = typed.trim() === '' ? null : Number(typed.replace(',', '.'))
  const wrong = hours !== null && !(hours >= 0 && hours <= 24)
  const save = () => {
    if (!wrong && hours !== (value ?? null)) onSave(hours, base)
  }
  return (
    <TextField
      label={label}
      hideLabel
      inputMode="decimal"
      className="text-right tabular-nums"
      placeholder={String(usual)}
      value={typed}
      error={wrong ? '0 to 24' : undefined}
      data-holds-escape=""
      onFocus={() => setBase(version())}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          save()
        }
        if (event.key !== 'Escape') return
        const before = value === undefined ? '' : String(value)
        if (typed === before) event.currentTarget.blur()
        else setTyped(before)
      }}
    />
  )
}
