import type { TimesheetGrouping } from '@/domain/time/timesheet'

/** What a row of a timesheet stands for, as people call it. */
export const GROUP_LABELS: Record<TimesheetGrouping, string> = {
  person: 'Person',
  project: 'Project',
  epic: 'Epic',
  label: 'Label',
  task: 'Task',
}
