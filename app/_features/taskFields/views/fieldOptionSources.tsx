import type { ComboboxOption } from '@/app/_ui/Combobox'
import { activeOnly } from '@/domain/component/componentsAndVersions'
import type { Project } from '@/domain/project/project'
import type { Person } from '@/domain/views/board'
import { labelOption } from '../labelOption'
import { personOptions } from '../personOptions'

/** The data that the options of fields are made of. */
export interface FieldOptionSources {
  people: readonly Person[]
  project: Project
  /** All labels in use, without duplicates. */
  labels: readonly string[]
}

/** Returns the options of a field. */
export type FieldOptions = (sources: FieldOptionSources) => ComboboxOption[]

export const assigneeChoices: FieldOptions = ({ people }) => personOptions(people)
export const labelChoices: FieldOptions = ({ labels }) => labels.map(labelOption)
export const componentChoices: FieldOptions = ({ project }) => named(activeOnly(project.components))
/** Archived versions cannot be picked as fix versions. */
export const fixVersionChoices: FieldOptions = ({ project }) =>
  named(activeOnly(project.versions).filter((each) => each.state !== 'archived'))
export const affectedVersionChoices: FieldOptions = ({ project }) =>
  named(activeOnly(project.versions))

const named = (all: { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ id, label: name }))
