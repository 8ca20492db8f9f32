import type { TimesheetGrouping } from '@/domain/time/timesheet'

/** Display names of the groupings of a timesheet. */
export const GROUP_LABELS: Record<TimesheetGrouping, string> = {
  person: 'Person',
  project: 'Project',
  epic: 'Epic',
  label: 'Label',
  task: 'Task',
}
