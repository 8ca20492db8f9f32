'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { Checkbox } from '@/app/_ui/Checkbox'
import { Dialog } from '@/app/_ui/Dialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS, type StatusId } from '@/domain/words'
import { CategoryChoice } from '../columns/CategoryChoice'
import { Colours } from '../columns/LookButton'
import { type Drawn, wayOf, withAny, withMoved, withStatus, withWay } from './draft'
import { RemoveState } from './RemoveState'
import { ruleWords } from './rule-words'
import type { Chosen } from './Workflow'

type Props = {
  id: StatusId
  drawn: Drawn
  onChange: (drawn: Drawn) => void
  onChoose: (chosen: Chosen) => void
  onClose: () => void
}

/** Everything about one state: how it is called and looks, where it leads, its place, its end. */
export function StateDialog({ id, drawn, onChange, onChoose, onClose }: Props) {
  const { statuses } = useProject()
  const [removing, setRemoving] = useState(false)
  const at = drawn.statuses.findIndex((each) => each.id === id)
  const status = drawn.statuses[at]
  if (!status) return null
  const { name, category, color, transitions } = status
  const set = (changes: Partial<typeof status>) => onChange(withStatus(drawn, id, changes))
  const move = (by: -1 | 1) => {
    onChange(withMoved(drawn, id, by))
    announce(`${name} is now ${at + 1 + by} of ${drawn.statuses.length}.`)
  }
  const isOnly = drawn.statuses.length === 1
  const others = drawn.statuses.filter((each) => each.id !== id)
  const isNamed = name.trim() !== ''
  const close = () => {
    if (!isNamed) set({ name: 'New status' })
    onClose()
  }
  if (removing) {
    return (
      <RemoveState
        status={status}
        others={others}
        known={statuses.find((each) => each.id === id)}
        drawn={drawn}
        onChange={onChange}
        onBack={() => setRemoving(false)}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : close())}
      title={isNamed ? name : 'New status'}
      width="small"
      footer={
        <>
          <Button
            className="mr-auto"
            icon={<Trash2 className="size-4" />}
            aria-disabled={isOnly}
            data-tip={isOnly ? 'A project keeps at least one status' : undefined}
            onClick={() => (isOnly ? null : setRemoving(true))}
          >
            Remove
          </Button>
          <Button tone="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label="Name"
          value={name}
          maxLength={LIMITS.name}
          autoComplete="off"
          error={isNamed ? undefined : 'A status needs a name.'}
          onChange={({ target }) => set({ name: target.value })}
        />
        <CategoryChoice value={category} color={color} onPick={(to) => set({ category: to })} />
        <Colours value={color} onPick={(to) => set({ color: to })} />
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium">Leads to</legend>
          <Checkbox
            label="Any status"
            checked={transitions === null}
            onChange={(any) => onChange(withAny(drawn, id, any))}
          />
          {transitions === null
            ? null
            : others.map((goal) => {
                const way = wayOf(status, goal.id)
                return (
                  <div key={goal.id} className="flex items-center gap-2">
                    <Checkbox
                      className="min-w-0 grow"
                      label={goal.name}
                      hint={way?.rules.map(ruleWords).join('; ')}
                      checked={way !== null}
                      onChange={(open) => onChange(withWay(drawn, id, goal.id, open))}
                    />
                    {way ? (
                      <Button
                        tone="bare"
                        size="small"
                        aria-label={`Rules of ${name} to ${goal.name}`}
                        onClick={() => onChoose({ from: id, to: goal.id })}
                      >
                        Rules…
                      </Button>
                    ) : null}
                  </div>
                )
              })}
        </fieldset>
        <div className="flex items-center gap-1">
          <span className="grow">
            Place {at + 1} of {drawn.statuses.length} on the board
          </span>
          <IconButton
            label="Earlier"
            icon={<ArrowUp className="size-4" />}
            aria-disabled={at === 0}
            onClick={() => (at === 0 ? null : move(-1))}
          />
          <IconButton
            label="Later"
            icon={<ArrowDown className="size-4" />}
            aria-disabled={at === drawn.statuses.length - 1}
            onClick={() => (at === drawn.statuses.length - 1 ? null : move(1))}
          />
        </div>
      </div>
    </Dialog>
  )
}
