import type { DroppedFields } from '@/domain/task/events'

/** What a task has left behind in another project: "the sprint Spring", "the component Web". */
export function describeDroppedFields(dropped: DroppedFields): string[] {
  const { parent, sprint, components = [], fixVersions = [], affectedVersions = [] } = dropped
  return [
    ...(parent ? ['its place below its parent'] : []),
    ...(sprint ? [`the sprint ${sprint}`] : []),
    ...components.map((name) => `the component ${name}`),
    ...fixVersions.map((name) => `the fix version ${name}`),
    ...affectedVersions.map((name) => `the affected version ${name}`),
  ]
}

/** "a", "a and b", "a, b and c". */
export function joinWithAnd(words: string[]): string {
  const [last = '', ...others] = words.toReversed()
  return others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last
}
