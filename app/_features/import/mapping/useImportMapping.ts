import { useState } from 'react'
import type { ImportPreviewForm } from '../ImportPreviewForm'

export type ImportMapping = ImportPreviewForm['mapping']
type MappingTableName = 'projects' | 'statuses' | 'types' | 'priorities' | 'people'

export interface ChangeMapping {
  /**
   * Changes the mapping of one value of the file; for projects and statuses, only the given parts.
   */
  <P extends MappingTableName>(
    part: P,
    sourceValue: string,
    value: Partial<ImportMapping[P][string]> | null,
  ): void
  /** Changes an option of the whole file. */
  <P extends Exclude<keyof ImportMapping, MappingTableName>>(part: P, value: ImportMapping[P]): void
}

export interface MappingTableProps {
  preview: ImportPreviewForm
  mapping: ImportMapping
  change: ChangeMapping
}

/** Returns the edited mapping and the errors that must be fixed before it can be used. */
export function useImportMapping(preview: ImportPreviewForm) {
  const [mapping, setMapping] = useState(preview.mapping)

  const change: ChangeMapping = (part: keyof ImportMapping, ...rest: unknown[]) => {
    setMapping((current) => {
      if (rest.length === 1) return { ...current, [part]: rest[0] }
      const [sourceValue, value] = rest as [string, unknown]
      const record = current[part] as Record<string, unknown>
      const currentValue = record[sourceValue]
      const isObject =
        typeof value === 'object' && value !== null && typeof currentValue === 'object'
      return {
        ...current,
        [part]: { ...record, [sourceValue]: isObject ? { ...currentValue, ...value } : value },
      }
    })
  }
  return { mapping, change, errors: mappingErrors(mapping) }
}

/** Returns the error in a project's key, or undefined. */
export function projectKeyError(key: string): string | undefined {
  return /^[A-Z][A-Z0-9]{1,9}$/.test(key)
    ? undefined
    : '2 to 10 capital letters and digits, a letter first.'
}

function mappingErrors({ projects, statuses }: ImportMapping): string[] {
  const includedProjects = Object.values(projects).filter((each) => each.included)
  const keys = includedProjects.map((each) => each.key)
  const duplicateKey = keys.find((key, i) => keys.indexOf(key) !== i)
  const invalidProject = includedProjects.find((each) => projectKeyError(each.key))
  const unnamedStatus = Object.entries(statuses).find(([, each]) => !each.name.trim())
  return [
    ...(includedProjects.length === 0 ? ['Choose at least one project.'] : []),
    ...(invalidProject
      ? [
          `The key ${invalidProject.key || '(empty)'} is not valid: ${projectKeyError(invalidProject.key)}`,
        ]
      : []),
    ...(duplicateKey ? [`Two projects would get the key ${duplicateKey}.`] : []),
    ...(includedProjects.some((each) => !each.name.trim()) ? ['A project needs a name.'] : []),
    ...(unnamedStatus ? [`The status “${unnamedStatus[0]}” needs a name.`] : []),
  ]
}
