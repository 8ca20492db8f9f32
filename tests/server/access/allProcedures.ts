import { importProcedures } from './procedures/imports'
import { peopleProcedures } from './procedures/people'
import type { ProcedureAccess } from './procedures/procedureAccess'
import { projectProcedures } from './procedures/projects'
import { queryProcedures } from './procedures/screens'
import { sprintProcedures } from './procedures/sprints'
import { taskProcedures } from './procedures/tasks'
import { timeProcedures } from './procedures/time'

/** Every API procedure. The test fails when one is missing here or no longer exists. */
export const allProcedures: Record<string, ProcedureAccess> = {
  ...peopleProcedures,
  ...timeProcedures,
  ...queryProcedures,
  ...taskProcedures,
  ...projectProcedures,
  ...sprintProcedures,
  ...importProcedures,
}
