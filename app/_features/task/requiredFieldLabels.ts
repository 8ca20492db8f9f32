import type { RequiredField } from '@/domain/workflow/transition'

/** The fields that a workflow may ask for, as forms name them. */
export const requiredFieldLabels: Record<RequiredField, string> = {
  assignees: 'Assignees',
  estimate: 'Estimate',
  dueDate: 'Due date',
  description: 'Description',
  labels: 'Labels',
  resolution: 'Resolution',
  components: 'Components',
  fixVersions: 'Fix versions',
  affectedVersions: 'Affected versions',
  originalEstimate: 'Original time estimate',
  remainingEstimate: 'Remaining time estimate',
}
