import { equal } from '@/domain/equal'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project, Status } from '@/domain/project/project'
import { listed } from '@/domain/task/mayMove'
import { categories, tasks } from '../columns/words'
import { type Drawn, drawnOf } from './draft'

/** What saving would change, a sentence each. */
export function summary(drawn: Drawn, project: Project): string[] {
  const before = drawnOf(project).statuses
  const nameOf = (id: string) =>
    [...drawn.statuses, ...project.statuses].find((each) => each.id === id)?.name ?? id
  const namesOf = (ids: string[]) =>
    drawn.statuses.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const added = drawn.statuses.filter((each) => !before.some(({ id }) => id === each.id))
  const kept = drawn.statuses.filter((each) => before.some(({ id }) => id === each.id))
  const lines = added.map(({ name }) => `Adds ${name}.`)
  for (const [id, to] of Object.entries(drawn.orphans)) {
    lines.push(removal(project, id, nameOf(to)))
  }
  for (const status of kept) {
    const was = before.find((each) => each.id === status.id)
    if (was) lines.push(...changes(was, status, namesOf))
  }
  const order = (all: WorkflowStatus[]) =>
    all.map(({ id }) => id).filter((id) => kept.some((each) => each.id === id))
  if (!equal(order(drawn.statuses), order(before))) {
    lines.push(`Puts them in the order ${listed(drawn.statuses.map(({ name }) => name))}.`)
  }
  return lines
}

function removal({ statuses }: Project, id: string, to: string): string {
  const { name = id, taskCount = 0 } = statuses.find((each): each is Status => each.id === id) ?? {}
  return taskCount === 0
    ? `Removes ${name}.`
    : `Removes ${name}; its ${tasks(taskCount)} ${taskCount === 1 ? 'goes' : 'go'} to ${to}.`
}

function changes(
  was: WorkflowStatus,
  is: WorkflowStatus,
  namesOf: (ids: string[]) => string[],
): string[] {
  const lines: string[] = []
  if (was.name !== is.name) lines.push(`Renames ${was.name} to ${is.name}.`)
  if (was.category !== is.category) {
    lines.push(`Counts ${is.name} as ${categories[is.category].name.toLowerCase()}.`)
  }
  if (was.color !== is.color) lines.push(`Recolours ${is.name}.`)
  if (was.wipLimit !== is.wipLimit) lines.push(`Changes the limit of ${is.name}.`)
  if (equal(was.transitions, is.transitions)) return lines
  const goals = is.transitions?.map((each) => each.to)
  if (!goals) lines.push(`Lets ${is.name} lead anywhere.`)
  else if (equal(was.transitions?.map((each) => each.to).sort(), [...goals].sort())) {
    lines.push(`Changes the rules of ${is.name}.`)
  } else lines.push(`Lets ${is.name} lead to ${listed(namesOf(goals), 'or') || 'nothing'}.`)
  return lines
}
