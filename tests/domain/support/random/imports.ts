import type { RandomCommands } from './stepContext'

/** Commands that import or receive tasks and sprints with their history. */
export const IMPORT_COMMANDS: RandomCommands<'task.receive' | 'task.import' | 'sprint.import'> = {
  'task.receive': ({ statusId, pick: [a] }) => {
    const taskId = `r${a % 5}`
    const fields = { title: 'R', description: '', statusId, priority: 0, estimate: null } as const
    const lists = { assignees: [], labels: [], links: [], dueDate: null }
    const seed = { type: 'task', ...fields, ...lists } as const
    const [reporter, createdAt] = ['jo', '2029-01-01T00:00:00.000Z']
    const comments = [{ id: `${taskId}-1`, author: 'mo', body: 'x', at: createdAt }]
    const time = {
      seconds: 60 * (1 + (a % 3)),
      startedAt: createdAt,
      note: 'x',
      deductedFromRemaining: null,
    }
    const worklogs = [{ id: `${taskId}-w`, author: 'mo', at: createdAt, ...time }]
    const arrival = { taskId, previousKey: 'OLD-1', reporter, createdAt, seed, comments, worklogs }
    return { type: 'task.receive', taskId, transferredTasks: [arrival] }
  },
  'task.import': ({ statusIds, statusId, pick: [a, b, c] }) => {
    const tos = statusIds.slice(0, c % 4)
    return {
      type: 'task.import',
      taskId: `i${a % 5}`,
      first: {
        // Far apart, so that no task created here gets the number of an imported one.
        number: 1000 * (1 + (a % 5)),
        type: 'bug',
        title: 'I',
        description: '',
        statusId,
        priority: 0,
        assignees: [],
        labels: [],
        links: [],
        estimate: null,
        dueDate: null,
        reporter: 'jo',
        createdAt: at(0),
      },
      steps: tos.map((to, i) => ({
        at: at(i + (b % 6)),
        actor: 'mo',
        status: { from: statusId, to },
      })),
      comments: [{ id: `i${a % 5}-${b % 3}`, author: 'jo', body: 'x', at: at(b % 4) }],
      archivedAt: b % 7 === 0 ? at(9) : null,
    }
  },
  'sprint.import': ({ baseVersion, pick: [a, b] }) => {
    const state = (['planned', 'active', 'closed'] as const)[b % 3] ?? 'planned'
    return {
      type: 'sprint.import',
      baseVersion,
      sprintId: `old${a % 4}`,
      name: 'Old',
      goal: '',
      startDate: '2029-01-01',
      endDate: '2029-01-14',
      state,
      startedAt: state === 'planned' ? null : at(0),
      completedAt: state === 'closed' ? at(13) : null,
    }
  },
}

const at = (day: number) => new Date(Date.UTC(2029, 0, 1 + day)).toISOString()
