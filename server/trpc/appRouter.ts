import { router } from './procedures'
import { accountRouter } from './routers/account'
import { backlogRouter } from './routers/backlog'
import { boardRouter } from './routers/board'
import {
  commandRouter,
  commentRouter,
  conflictRouter,
  projectRouter,
  statusRouter,
  taskRouter,
  workflowRouter,
  worklogRouter,
} from './routers/commands'
import { componentRouter, versionRouter } from './routers/componentsAndVersions'
import { eventsRouter } from './routers/events'
import { historyRouter } from './routers/history'
import { importRouter } from './routers/import'
import { invitationsRouter } from './routers/invitations'
import { peopleRouter } from './routers/people'
import { projectionsRouter } from './routers/projections'
import { relationsRouter } from './routers/relations'
import { sprintRouter } from './routers/sprint'
import { timeRouter } from './routers/time'
import { workspacesRouter } from './routers/workspaces'

/** All procedures. A new one needs a line in tests/server/access/procedures. */
export const appRouter = router({
  account: accountRouter,
  invitations: invitationsRouter,
  people: peopleRouter,
  workspaces: workspacesRouter,
  backlog: backlogRouter,
  board: boardRouter,
  command: commandRouter,
  comment: commentRouter,
  component: componentRouter,
  conflict: conflictRouter,
  events: eventsRouter,
  history: historyRouter,
  import: importRouter,
  project: projectRouter,
  projections: projectionsRouter,
  relations: relationsRouter,
  sprint: sprintRouter,
  status: statusRouter,
  task: taskRouter,
  version: versionRouter,
  time: timeRouter,
  worklog: worklogRouter,
  workflow: workflowRouter,
})

export type AppRouter = typeof appRouter
