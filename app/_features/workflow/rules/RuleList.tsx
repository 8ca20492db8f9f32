import type { WorkflowStatus } from '@/domain/project/commands'
import { describeRule } from './describeRule'

/** The rules of all transitions, read-only. */
export function RuleList({ statuses }: { statuses: readonly WorkflowStatus[] }) {
  const nameOf = (id: string) => statuses.find((each) => each.id === id)?.name ?? ''
  const transitionsWithRules = statuses.flatMap(({ id, name, transitions }) =>
    (transitions ?? [])
      .filter((transition) => transition.rules.length > 0)
      .map((transition) => ({ key: `${id} ${transition.to}`, from: name, ...transition })),
  )
  if (transitionsWithRules.length === 0) return null
  return (
    <section aria-labelledby="rules" className="flex flex-col gap-1">
      <h2 id="rules" className="font-semibold">
        Rules
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {transitionsWithRules.map(({ key, from, to, rules }) => (
          <li key={key} className="flex flex-wrap gap-x-3 py-1.5">
            <span className="font-medium">
              {from} to {nameOf(to)}
            </span>
            <span className="text-muted">{rules.map(describeRule).join('; ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
