import type { CommandOf } from '../commands'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import type { NewEvent } from '../events'
import { rankBetween } from '../rank'
import type { Id, Moment } from '../words'
import type { ImportedComment, ImportedStep } from './commands'

type Import = CommandOf<'task.import'>
/** An event that does not know its version yet. */
type Dated = { at: Moment; actor: Id; make: (version: number) => NewEvent }

/**
 * A task from elsewhere as backdated events, oldest first, so that its fold is the task as it
 * stands there. Repeated, it adds only the steps and comments that came since.
 */
export function importTask(c: Import, state: State, facts: Facts): Decision {
  if (!state.project) return refuse('not-found', 'There is no such project.')
  const { task } = state
  const first = task ? [] : [created(c, facts)]
  const rank = task?.rank ?? first[0]?.data.rank ?? ''
  const known = facts.commentIds ?? new Set()
  const until = facts.importedUntil
  const later = [
    ...c.steps.filter((s) => !task || !until || s.at > until).map((s) => step(c.taskId, s, rank)),
    ...c.comments.filter((each) => !known.has(each.id)).map((each) => comment(c.taskId, each)),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const version = task?.version ?? 1
  const events: NewEvent[] = [...first, ...later.map((each, i) => each.make(version + i + 1))]
  if (c.archivedAt && !task) {
    const statusId = c.steps.findLast((each) => each.status)?.status?.to ?? c.first.statusId
    events.push({
      type: 'task.archived',
      taskId: c.taskId,
      version: events.length + 1,
      data: { statusId },
      imported: { actor: c.first.reporter, at: c.archivedAt },
    })
  }
  return events.length > 0 ? apply(events, facts) : unchanged
}

function created(c: Import, facts: Facts) {
  const { createdAt, reporter, ...seed } = c.first
  return {
    type: 'task.created' as const,
    taskId: c.taskId,
    version: 1,
    data: { ...seed, rank: rankBetween(facts.between) },
    imported: { actor: reporter, at: createdAt },
  }
}

function step(taskId: Id, s: ImportedStep, rank: string): Dated {
  const imported = { actor: s.actor, at: s.at }
  const make = (version: number): NewEvent =>
    s.status
      ? {
          type: 'task.moved',
          taskId,
          version,
          imported,
          data: { ...s.status, fromRank: rank, rank },
        }
      : {
          type: 'task.edited',
          taskId,
          version,
          imported,
          data: { ...(s.set && { set: s.set }), ...(s.sets && { sets: s.sets }) },
        }
  return { ...imported, make }
}

function comment(taskId: Id, c: ImportedComment): Dated {
  const imported = { actor: c.author, at: c.at }
  const data = { commentId: c.id, body: c.body }
  return {
    ...imported,
    make: (version) => ({ type: 'comment.added', taskId, version, imported, data }),
  }
}
