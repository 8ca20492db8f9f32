import { isEqual } from '@/domain/kernel/equal'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project, Status } from '@/domain/project/project'
import { formatList } from '@/domain/workflow/checkTransition'
import { CATEGORY_LABELS, formatTaskCount } from '../categoryLabels'
import { savedStatuses, type WorkflowDraft } from './workflowDraft'

/** Returns the changes that saving would make, one sentence each. */
export function summarizeChanges(draft: WorkflowDraft, project: Project): string[] {
  const before = savedStatuses(project)
  const nameOf = (id: string) =>
    [...draft.statuses, ...project.statuses].find((each) => each.id === id)?.name ?? id
  const namesOf = (ids: string[]) =>
    draft.statuses.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const added = draft.statuses.filter((each) => !before.some(({ id }) => id === each.id))
  const kept = draft.statuses.filter((each) => before.some(({ id }) => id === each.id))
  const lines = added.map(({ name }) => `Adds ${name}.`)
  for (const [id, to] of Object.entries(draft.reassignments)) {
    lines.push(removalLine(project, id, nameOf(to)))
  }
  for (const status of kept) {
    const savedStatus = before.find((each) => each.id === status.id)
    if (savedStatus) lines.push(...statusChangeLines(savedStatus, status, namesOf))
  }
  const order = (all: WorkflowStatus[]) =>
    all.map(({ id }) => id).filter((id) => kept.some((each) => each.id === id))
  if (!isEqual(order(draft.statuses), order(before))) {
    lines.push(`Puts them in the order ${formatList(draft.statuses.map(({ name }) => name))}.`)
  }
  return lines
}

function removalLine({ statuses }: Project, id: string, to: string): string {
  const { name = id, taskCount = 0 } = statuses.find((each): each is Status => each.id === id) ?? {}
  return taskCount === 0
    ? `Removes ${name}.`
    : `Removes ${name}; its ${formatTaskCount(taskCount)} ${taskCount === 1 ? 'goes' : 'go'} to ${to}.`
}

function statusChangeLines(
  saved: WorkflowStatus,
  current: WorkflowStatus,
  namesOf: (ids: string[]) => string[],
): string[] {
  const lines: string[] = []
  if (saved.name !== current.name) lines.push(`Renames ${saved.name} to ${current.name}.`)
  if (saved.category !== current.category) {
    lines.push(
      `Changes the category of ${current.name} to ${CATEGORY_LABELS[current.category].name}.`,
    )
  }
  if (saved.color !== current.color) lines.push(`Recolours ${current.name}.`)
  if (saved.wipLimit !== current.wipLimit) lines.push(`Changes the limit of ${current.name}.`)
  if (isEqual(saved.transitions, current.transitions)) return lines
  const targetIds = current.transitions?.map((each) => each.to)
  if (!targetIds) lines.push(`Allows transitions from ${current.name} to any status.`)
  else if (isEqual(saved.transitions?.map((each) => each.to).sort(), [...targetIds].sort())) {
    lines.push(`Changes the rules of ${current.name}.`)
  } else
    lines.push(
      targetIds.length === 0
        ? `Removes all transitions from ${current.name}.`
        : `Allows transitions from ${current.name} to ${formatList(namesOf(targetIds), 'or')}.`,
    )
  return lines
}
