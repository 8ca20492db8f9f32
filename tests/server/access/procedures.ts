import type { Entry } from './procedures/entry'
import { imports } from './procedures/imports'
import { people } from './procedures/people'
import { projects } from './procedures/projects'
import { screens } from './procedures/screens'
import { sprints } from './procedures/sprints'
import { tasks } from './procedures/tasks'
import { time } from './procedures/time'

/** Every procedure there is. One that is missing here, or here and gone, fails the test. */
export const procedures: Record<string, Entry> = {
  ...people,
  ...time,
  ...screens,
  ...tasks,
  ...projects,
  ...sprints,
  ...imports,
}
