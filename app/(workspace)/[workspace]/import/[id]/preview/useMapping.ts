import { useState } from 'react'
import type { Preview } from './Preview'

export type Mapping = Preview['mapping']
type Records = 'projects' | 'statuses' | 'types' | 'priorities' | 'people'

export interface Change {
  /** What one word of the file becomes; of projects and statuses, what of it changes. */
  <P extends Records>(part: P, word: string, value: Partial<Mapping[P][string]> | null): void
  /** One of the choices about the whole file. */
  <P extends Exclude<keyof Mapping, Records>>(part: P, value: Mapping[P]): void
}

export interface TableProps {
  preview: Preview
  mapping: Mapping
  change: Change
}

/** The mapping while it is edited, and what must be put right before it can be used. */
export function useMapping(preview: Preview) {
  const [mapping, setMapping] = useState(preview.mapping)

  const change: Change = (part: keyof Mapping, ...rest: unknown[]) => {
    setMapping((before) => {
      if (rest.length === 1) return { ...before, [part]: rest[0] }
      const [word, value] = rest as [string, unknown]
      const record = before[part] as Record<string, unknown>
      const old = record[word]
      const whole = typeof value === 'object' && value !== null && typeof old === 'object'
      return { ...before, [part]: { ...record, [word]: whole ? { ...old, ...value } : value } }
    })
  }
  return { mapping, change, faults: faultsOf(mapping) }
}

/** What is wrong with a project's key, or nothing. */
export function keyFault(key: string): string | undefined {
  return /^[A-Z][A-Z0-9]{1,9}$/.test(key)
    ? undefined
    : '2 to 10 capital letters and digits, a letter first.'
}

function faultsOf({ projects, statuses }: Mapping): string[] {
  const taken = Object.values(projects).filter((each) => each.take)
  const keys = taken.map((each) => each.key)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  const bad = taken.find((each) => keyFault(each.key))
  const nameless = Object.entries(statuses).find(([, each]) => !each.name.trim())
  return [
    ...(taken.length === 0 ? ['Choose at least one project.'] : []),
    ...(bad ? [`The key ${bad.key || '(empty)'} will not do: ${keyFault(bad.key)}`] : []),
    ...(twice ? [`Two projects would get the key ${twice}.`] : []),
    ...(taken.some((each) => !each.name.trim()) ? ['A project needs a name.'] : []),
    ...(nameless ? [`The status “${nameless[0]}” needs a name.`] : []),
  ]
}
