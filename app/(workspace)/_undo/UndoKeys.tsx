'use client'

import { useEffect, useState } from 'react'
import { useMe, useOnNotice } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { isDone, type Steps } from '@/app/_client/store/steps'
import { onDemand } from '@/app/_ui/onDemand'
import { toast } from '@/app/_ui/toast'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Obstacle } from '@/domain/undo/commands'
import type { Id } from '@/domain/words'
import { offerCommands } from '../_palette/registry'

const InTheWay = onDemand(() => import('./InTheWay').then((part) => part.InTheWay))

/** What could not be taken back, and why. */
export interface Stopped {
  undoes: Id
  obstacles: Obstacle[]
  rest: number
}

/** Undo and redo on every screen of a project; says what stands in the way. */
export function UndoKeys() {
  const { steps } = useStore()
  const mayChange = useMe().role !== 'viewer'
  const [stopped, setStopped] = useState<Stopped | null>(null)
  useOnNotice(({ command, refusal }) => {
    if (command.type !== 'command.undo' || !refusal.inTheWay) return
    setStopped({ undoes: command.undoes, ...refusal.inTheWay })
  })
  const undo = (event: KeyboardEvent) => !isTyping(event) && undoStep(steps)
  const redo = (event: KeyboardEvent) => !isTyping(event) && redoStep(steps)
  useHotkeys({ 'mod+z': undo, 'mod+shift+z': redo, 'mod+y': redo }, mayChange)
  useEffect(
    () =>
      offerCommands(() => {
        const commands = [
          { id: 'undo', label: 'Undo', keys: 'Ctrl Z', run: () => undoStep(steps) },
          { id: 'redo', label: 'Redo', keys: 'Ctrl Shift Z', run: () => redoStep(steps) },
        ]
        return mayChange ? [{ title: 'Edit', commands }] : []
      }),
    [steps, mayChange],
  )
  return stopped ? (
    <InTheWay key={stopped.undoes} stopped={stopped} onClose={() => setStopped(null)} />
  ) : null
}

/** Takes back the last step; false when there is none. */
function undoStep(steps: Steps): boolean {
  const sent = steps.undo()
  void sent?.answered.then((answer) => {
    if (!isDone(answer)) return
    toast.info('Taken back', { action: { label: 'Redo', press: () => redoStep(steps) } })
  })
  return sent !== undefined
}

function redoStep(steps: Steps): boolean {
  const sent = steps.redo()
  void sent?.answered.then((answer) => {
    if (isDone(answer)) toast.done('Done again', { undo: () => undoStep(steps) })
  })
  return sent !== undefined
}

const FIELD = 'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable="true"]'

/** In a field the keys belong to what is being typed. */
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest(FIELD) !== null
