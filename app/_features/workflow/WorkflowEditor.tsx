'use client'

import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useConfirmedVersion, useCurrentUser, useProject } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { hues } from '@/app/_ui/hues'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { SegmentedControl } from '@/app/_ui/SegmentedControl'
import { Main } from '@/app/_ui/TopBar'
import { PHONE_QUERY, useMediaQuery } from '@/app/_ui/useMediaQuery'
import { canSendCommand } from '@/domain/decide'
import type { StatusId } from '@/domain/kernel/primitives'
import { WorkflowDiagram } from './diagram/WorkflowDiagram'
import { SaveBar } from './editor/SaveBar'
import { summarizeChanges } from './editor/summarizeChanges'
import { UnsavedChangesGuard } from './editor/UnsavedChangesGuard'
import {
  isDraftChanged,
  toWorkflowDraft,
  type WorkflowDraft,
  withStatusAdded,
} from './editor/workflowDraft'
import { RuleList } from './rules/RuleList'
import { TransitionTable } from './table/TransitionTable'

/** The item open for editing: a status, or the transition between two. */
export type EditTarget = { statusId: StatusId } | { from: StatusId; to: StatusId }

const StatusDialog = lazyComponent(() =>
  import('./dialogs/StatusDialog').then((module) => module.StatusDialog),
)
const TransitionDialog = lazyComponent(() =>
  import('./dialogs/TransitionDialog').then((module) => module.TransitionDialog),
)

/** The workflow editor. Sends nothing until it is saved, and then everything in one command. */
export function WorkflowEditor() {
  const project = useProject()
  const version = useConfirmedVersion(null)
  const { slug } = useWorkspace()
  const canChange = canSendCommand(useCurrentUser().role, 'workflow.change')
  const [draft, setDraft] = useState<WorkflowDraft | null>(null)
  const [view, setView] = useState<'diagram' | 'table'>('diagram')
  const [editTarget, setEditTarget] = useState<EditTarget | null>(null)
  const isNarrow = useMediaQuery(PHONE_QUERY)
  const shownDraft = draft ?? toWorkflowDraft(project, version)
  const hasChanges = draft !== null && isDraftChanged(draft, project)
  useEffect(() => {
    if (!canChange) return
    void StatusDialog.preload()
    void TransitionDialog.preload()
  }, [canChange])

  const change = (next: WorkflowDraft) => setDraft(isDraftChanged(next, project) ? next : null)
  const addStatus = () => {
    const id = newId()
    const used = new Set(shownDraft.statuses.map((status) => status.color))
    const color = hues.find((hue) => hue !== 'red' && !used.has(hue)) ?? 'blue'
    const category = 'in_progress' as const
    const status = { id, name: 'New status', category, color, wipLimit: null, transitions: null }
    change(withStatusAdded(shownDraft, status))
    setEditTarget({ statusId: id })
  }
  const editHandlers = canChange ? { onChange: change, onEdit: setEditTarget } : {}
  return (
    <>
      <ProjectTopBar
        current="Workflow"
        ancestors={[{ label: 'Settings', href: routes.projectSettings(slug, project.key) }]}
      />
      <Main>
        <div className="mx-auto flex max-w-300 flex-col gap-3 px-4 py-4 md:py-6">
          <header className="flex flex-wrap items-center gap-2">
            <div className="min-w-0 grow">
              <h2 className="text-body font-semibold">Workflow</h2>
              <p className="text-muted">
                {canChange
                  ? 'The allowed transitions of tasks, and their rules.'
                  : 'The allowed transitions of tasks. Only admins of this workspace can change them.'}
              </p>
            </div>
            {isNarrow ? null : (
              <SegmentedControl
                label="View"
                value={view}
                onChange={setView}
                options={[
                  { value: 'diagram', label: 'Diagram' },
                  { value: 'table', label: 'Table' },
                ]}
              />
            )}
            {canChange ? (
              <Button icon={<Plus className="size-4" />} onClick={addStatus}>
                Add status
              </Button>
            ) : null}
          </header>
          {isNarrow || view === 'table' ? (
            <TransitionTable draft={shownDraft} {...editHandlers} />
          ) : (
            <WorkflowDiagram statuses={shownDraft.statuses} onEdit={editHandlers.onEdit} />
          )}
          <RuleList statuses={shownDraft.statuses} />
          {draft && hasChanges ? (
            <SaveBar draft={draft} project={project} onDone={() => setDraft(null)} />
          ) : null}
        </div>
      </Main>
      {editTarget && canChange ? (
        'statusId' in editTarget ? (
          <StatusDialog
            key={editTarget.statusId}
            id={editTarget.statusId}
            draft={shownDraft}
            onChange={change}
            onEdit={setEditTarget}
            onClose={() => setEditTarget(null)}
          />
        ) : (
          <TransitionDialog
            key={`${editTarget.from} ${editTarget.to}`}
            from={editTarget.from}
            to={editTarget.to}
            draft={shownDraft}
            onChange={change}
            onClose={() => setEditTarget(null)}
          />
        )
      ) : null}
      <UnsavedChangesGuard
        isActive={hasChanges}
        listLostChanges={() => (draft ? summarizeChanges(draft, project) : [])}
      />
    </>
  )
}
