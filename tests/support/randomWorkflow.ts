import type { CommandOf } from '@/domain/commands'
import type { Project, Status } from '@/domain/project/project'
import type { Transition, TransitionRule } from '@/domain/workflow/transition'

const RULE_SETS: TransitionRule[][] = [
  [],
  [{ kind: 'validator', fields: ['estimate'] }],
  [{ kind: 'validator', fields: ['description', 'labels'] }],
  [{ kind: 'condition', roles: ['admin'], assignee: true }],
  [{ kind: 'postFunction', field: 'priority', to: 4 }],
  [
    { kind: 'validator', fields: ['assignees'] },
    { kind: 'postFunction', field: 'assignees', to: 'actor' },
    { kind: 'postFunction', field: 'resolution', to: 'done' },
  ],
]

/**
 * Returns a random change of the project's workflow: statuses added or removed, another order,
 * other transitions.
 */
export function randomWorkflow(
  project: Project | undefined,
  [a = 0, b = 0, c = 0]: number[],
): Pick<CommandOf<'workflow.change'>, 'statuses' | 'reassignments'> {
  const active = (project?.statuses ?? []).filter((status) => !status.removedAt)
  const statuses = active.map(({ id, name, category, color, wipLimit, transitions }) => {
    return { id, name, category, color, wipLimit, transitions }
  })
  const at = b % Math.max(1, statuses.length)
  const reassignments: Record<string, string> = {}
  const one = statuses[at]
  if (a % 8 === 0 && one) {
    statuses.splice(at, 1)
    reassignments[one.id] = statuses[c % Math.max(1, statuses.length)]?.id ?? 'none'
  } else if (a % 8 === 1) {
    const id = `w${c % 4}`
    const more = { id, name: id, category: 'todo' as const, color: 'teal', wipLimit: null }
    statuses.splice(at, 0, { ...more, transitions: randomTransitions(active, c) })
  } else if (a % 8 === 2 && one) {
    statuses.splice(at, 1)
    statuses.splice(c % (statuses.length + 1), 0, one)
  } else if (a % 8 === 3 && one) {
    one.name = `W${c % 3}`
    one.transitions = null
  } else if (one) {
    const others = active.filter((status) => status.id !== one.id)
    one.transitions = randomTransitions(others, c)
  }
  return { statuses, reassignments }
}

/** Returns transitions to most of the statuses, so that tasks can still be moved. */
function randomTransitions(statuses: Status[], n: number): Transition[] {
  return statuses
    .filter((_, i) => (n + i) % 4 !== 0)
    .map(({ id }, i) => ({ to: id, rules: RULE_SETS[(n + i) % RULE_SETS.length] ?? [] }))
}
