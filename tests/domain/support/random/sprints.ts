import { pickSprintId, type RandomCommands, type StepContext } from './stepContext'

const sprintRef = ({ testProject, baseVersion, pick: [a] }: StepContext) => ({
  baseVersion,
  sprintId: pickSprintId(testProject, a),
})
/** Mostly an active sprint, because no other can be completed. */
function startedSprint({ testProject, pick: [a] }: StepContext) {
  const started = testProject.project.sprints.filter((each) => each.state !== 'planned')
  const sprint = started[a % started.length]
  return sprint && a % 5 ? { sprintId: sprint.id } : {}
}
const day = (n: number) => `2031-01-${String(1 + (n % 28)).padStart(2, '0')}`

/** Commands about sprints. */
export const SPRINT_COMMANDS: RandomCommands<
  | 'sprint.create'
  | 'sprint.edit'
  | 'sprint.move'
  | 'sprint.start'
  | 'sprint.complete'
  | 'sprint.reopen'
  | 'sprint.remove'
  | 'sprint.setCapacity'
> = {
  'sprint.create': ({ baseVersion, pick: [a] }) => ({
    type: 'sprint.create',
    baseVersion,
    sprintId: `sprint${a % 6}`,
    name: 'Sprint',
  }),
  'sprint.edit': (context) => {
    const [, b, c] = context.pick
    const set = b % 2 ? { name: `N${c % 3}` } : { endDate: day(c) }
    return { type: 'sprint.edit', ...sprintRef(context), set }
  },
  'sprint.move': (context) => {
    const [, b, c] = context.pick
    return {
      type: 'sprint.move',
      ...sprintRef(context),
      before: b % 3 ? pickSprintId(context.testProject, c) : null,
    }
  },
  'sprint.start': (context) => {
    const [, b, c] = context.pick
    return {
      type: 'sprint.start',
      ...sprintRef(context),
      startDate: day(b % 2),
      endDate: day((b % 2) + (c % 3)),
    }
  },
  'sprint.complete': (context) => {
    const [, b, c] = context.pick
    return {
      type: 'sprint.complete',
      ...sprintRef(context),
      ...startedSprint(context),
      defaultDestination: b % 2 ? pickSprintId(context.testProject, c) : null,
    }
  },
  'sprint.reopen': (context) => ({ type: 'sprint.reopen', ...sprintRef(context) }),
  'sprint.remove': (context) => ({ type: 'sprint.remove', ...sprintRef(context) }),
  'sprint.setCapacity': (context) => {
    const [, b, c] = context.pick
    const capacity = c % 3 ? { hoursPerDay: c % 9, daysOff: [day(b)] } : null
    const personId = b % 2 ? 'ann' : 'ben'
    return { type: 'sprint.setCapacity', ...sprintRef(context), personId, capacity }
  },
}
