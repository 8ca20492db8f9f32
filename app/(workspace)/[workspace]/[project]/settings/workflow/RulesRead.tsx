import type { WorkflowStatus } from '@/domain/project/commands'
import { ruleWords } from './rule-words'

/** The rules of all ways, to be read. */
export function RulesRead({ statuses }: { statuses: readonly WorkflowStatus[] }) {
  const nameOf = (id: string) => statuses.find((each) => each.id === id)?.name ?? ''
  const ways = statuses.flatMap(({ id, name, transitions }) =>
    (transitions ?? [])
      .filter((way) => way.rules.length > 0)
      .map((way) => ({ key: `${id} ${way.to}`, from: name, ...way })),
  )
  if (ways.length === 0) return null
  return (
    <section aria-labelledby="rules" className="flex flex-col gap-1">
      <h2 id="rules" className="font-semibold">
        Rules
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {ways.map(({ key, from, to, rules }) => (
          <li key={key} className="flex flex-wrap gap-x-3 py-1.5">
            <span className="font-medium">
              {from} to {nameOf(to)}
            </span>
            <span className="text-muted">{rules.map(ruleWords).join('; ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
