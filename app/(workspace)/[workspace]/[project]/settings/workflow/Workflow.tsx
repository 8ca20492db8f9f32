'use client'

import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useMe, useProject } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { hues } from '@/app/_ui/hues'
import { onDemand } from '@/app/_ui/onDemand'
import { Segmented } from '@/app/_ui/Segmented'
import { Main } from '@/app/_ui/TopBar'
import { phone, useMediaQuery } from '@/app/_ui/useMediaQuery'
import { may } from '@/domain/decide'
import type { StatusId } from '@/domain/words'
import { addresses } from '../../../../_frame/addresses'
import { ProjectBar } from '../../../../_frame/ProjectBar'
import { useWorkspace } from '../../../../_frame/workspace'
import { Diagram } from './Diagram'
import { type Drawn, drawnOf, isChanged, withAdded } from './draft'
import { RulesRead } from './RulesRead'
import { SaveBar } from './SaveBar'
import { summary } from './summary'
import { UnsavedGuard } from './UnsavedGuard'
import { WaysTable } from './WaysTable'

/** What is open for editing: a state, or the way between two. */
export type Chosen = { state: StatusId } | { from: StatusId; to: StatusId }

const StateDialog = onDemand(() => import('./StateDialog').then((part) => part.StateDialog))
const RulesDialog = onDemand(() => import('./RulesDialog').then((part) => part.RulesDialog))

/** The workflow's editor. Nothing is sent before it is saved, and then all of it at once. */
export function Workflow() {
  const project = useProject()
  const { slug } = useWorkspace()
  const mayChange = may(useMe().role, 'workflow.change')
  const [draft, setDraft] = useState<Drawn | null>(null)
  const [view, setView] = useState<'diagram' | 'table'>('diagram')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const isNarrow = useMediaQuery(phone)
  const drawn = draft ?? drawnOf(project)
  const changed = draft !== null && isChanged(draft, project)
  useEffect(() => {
    if (!mayChange) return
    void StateDialog.preload()
    void RulesDialog.preload()
  }, [mayChange])

  const change = (next: Drawn) => setDraft(isChanged(next, project) ? next : null)
  const add = () => {
    const id = newId()
    const used = new Set(drawn.statuses.map((status) => status.color))
    const color = hues.find((hue) => hue !== 'red' && !used.has(hue)) ?? 'blue'
    const category = 'in_progress' as const
    const status = { id, name: 'New status', category, color, wipLimit: null, transitions: null }
    change(withAdded(drawn, status))
    setChosen({ state: id })
  }
  const edits = mayChange ? { onChange: change, onChoose: setChosen } : {}
  return (
    <>
      <ProjectBar
        here="Workflow"
        above={[{ label: 'Settings', href: addresses.projectSettings(slug, project.key) }]}
      />
      <Main>
        <div className="mx-auto flex max-w-300 flex-col gap-3 px-4 py-4 md:py-6">
          <header className="flex flex-wrap items-center gap-2">
            <div className="min-w-0 grow">
              <h2 className="text-read font-semibold">Statuses and where they lead</h2>
              <p className="text-muted">
                {mayChange
                  ? 'Where tasks may go, and what that asks of them.'
                  : 'Where tasks may go. Only admins of this workspace can change it.'}
              </p>
            </div>
            {isNarrow ? null : (
              <Segmented
                label="View"
                value={view}
                onChange={setView}
                options={[
                  { value: 'diagram', label: 'Diagram' },
                  { value: 'table', label: 'Table' },
                ]}
              />
            )}
            {mayChange ? (
              <Button icon={<Plus className="size-4" />} onClick={add}>
                Add status
              </Button>
            ) : null}
          </header>
          {isNarrow || view === 'table' ? (
            <WaysTable drawn={drawn} {...edits} />
          ) : (
            <Diagram statuses={drawn.statuses} onChoose={edits.onChoose} />
          )}
          <RulesRead statuses={drawn.statuses} />
          {draft && changed ? (
            <SaveBar drawn={draft} project={project} onDone={() => setDraft(null)} />
          ) : null}
        </div>
      </Main>
      {chosen && mayChange ? (
        'state' in chosen ? (
          <StateDialog
            key={chosen.state}
            id={chosen.state}
            drawn={drawn}
            onChange={change}
            onChoose={setChosen}
            onClose={() => setChosen(null)}
          />
        ) : (
          <RulesDialog
            key={`${chosen.from} ${chosen.to}`}
            from={chosen.from}
            to={chosen.to}
            drawn={drawn}
            onChange={change}
            onClose={() => setChosen(null)}
          />
        )
      ) : null}
      <UnsavedGuard when={changed} lost={() => (draft ? summary(draft, project) : [])} />
    </>
  )
}
