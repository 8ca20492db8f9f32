import type { CommandOf } from '../commands'
import { clash, judgeScalar } from '../conflict/judge'
import {
  apply,
  type Decision,
  type Facts,
  noProject,
  refuse,
  type State,
  unchanged,
} from '../decision'
import { ranksBetween } from '../rank'
import { LIMITS } from '../words'

const KEY = /^[A-Z][A-Z0-9]+$/

/** A new project with its workflow; its key is its own within the workspace. */
export function createProject(
  c: CommandOf<'project.create'>,
  { project }: State,
  facts: Facts,
): Decision {
  if (project || facts.idTaken) {
    return refuse('id-taken', 'Another project has this id.', 'projectId')
  }
  if (!KEY.test(c.key) || c.key.length > LIMITS.key) {
    return refuse('invalid', 'A key is 2 to 10 capital letters and digits, a letter first.', 'key')
  }
  if (facts.keyTaken) return refuse('key-taken', `Another project has the key ${c.key}.`, 'key')
  if (!c.name.trim()) return refuse('invalid', 'A project needs a name.', 'name')
  const ids = new Set(c.statuses.map((status) => status.id))
  if (c.statuses.length === 0 || ids.size < c.statuses.length) {
    return refuse('invalid', 'A project needs statuses, each with an id of its own.', 'statuses')
  }
  const ranks = ranksBetween({ lower: null, upper: null }, c.statuses.length)
  const statuses = c.statuses.map((status, i) => ({ ...status, rank: ranks[i] ?? '' }))
  const data = { workspaceId: facts.workspaceId, key: c.key, name: c.name.trim(), statuses }
  return apply([{ type: 'project.created', taskId: null, version: 1, data }], facts)
}

/** Gives the project another name; its key stays, since links name it. */
export function renameProject(
  c: CommandOf<'project.rename'>,
  state: State,
  facts: Facts,
): Decision {
  const { project } = state
  if (!project) return noProject()
  if (!c.name.trim()) return refuse('invalid', 'A project needs a name.', 'name')
  const verdict = judgeScalar('name', project.name, c.name.trim(), facts)
  if (verdict === 'same') return unchanged
  if ('clash' in verdict) return clash(c, 'changed', [verdict.clash], state, facts)
  const data = { from: project.name, to: c.name.trim() }
  return apply(
    [{ type: 'project.renamed', taskId: null, version: project.version + 1, data }],
    facts,
  )
}
