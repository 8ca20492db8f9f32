import type { CommandOf } from '@/domain/commands'
import type { Project, Status } from '@/domain/project/project'
import type { Rule, Transition } from '@/domain/project/transition'

const RULES: Rule[][] = [
  [],
  [{ kind: 'require', fields: ['estimate'] }],
  [{ kind: 'require', fields: ['description', 'labels'] }],
  [{ kind: 'only', roles: ['admin'], assignee: true }],
  [{ kind: 'set', field: 'priority', to: 4 }],
  [
    { kind: 'require', fields: ['assignees'] },
    { kind: 'set', field: 'assignees', to: 'actor' },
    { kind: 'set', field: 'resolution', to: 'done' },
  ],
]

/** Some other workflow than the project's: a status more or less, another order, other ways. */
export function anotherWorkflow(
  project: Project | undefined,
  [a = 0, b = 0, c = 0]: number[],
): Pick<CommandOf<'workflow.change'>, 'statuses' | 'orphans'> {
  const live = (project?.statuses ?? []).filter((status) => !status.removedAt)
  const statuses = live.map(({ id, name, category, color, wipLimit, transitions }) => {
    return { id, name, category, color, wipLimit, transitions }
  })
  const at = b % Math.max(1, statuses.length)
  const orphans: Record<string, string> = {}
  const one = statuses[at]
  if (a % 8 === 0 && one) {
    statuses.splice(at, 1)
    orphans[one.id] = statuses[c % Math.max(1, statuses.length)]?.id ?? 'none'
  } else if (a % 8 === 1) {
    const id = `w${c % 4}`
    const more = { id, name: id, category: 'todo' as const, color: 'teal', wipLimit: null }
    statuses.splice(at, 0, { ...more, transitions: waysTo(live, c) })
  } else if (a % 8 === 2 && one) {
    statuses.splice(at, 1)
    statuses.splice(c % (statuses.length + 1), 0, one)
  } else if (a % 8 === 3 && one) {
    one.name = `W${c % 3}`
    one.transitions = null
  } else if (one) {
    const others = live.filter((status) => status.id !== one.id)
    one.transitions = waysTo(others, c)
  }
  return { statuses, orphans }
}

/** Ways to some of these; most of them, so that tasks still get about. */
function waysTo(statuses: Status[], n: number): Transition[] {
  return statuses
    .filter((_, i) => (n + i) % 4 !== 0)
    .map(({ id }, i) => ({ to: id, rules: RULES[(n + i) % RULES.length] ?? [] }))
}
