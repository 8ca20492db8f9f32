import {
  AlignLeft,
  CalendarDays,
  CircleCheckBig,
  CircleUser,
  Gauge,
  Link2,
  Network,
  Package,
  PackageX,
  Puzzle,
  Shapes,
  SignalHigh,
  Tag,
  Timer,
  Type,
  UserPen,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { formatShortDate, localToday } from '@/app/_ui/localDate'
import { priorityNames } from '@/app/_ui/PriorityIcon'
import type { Id } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { TaskField, TaskFieldValues } from '@/domain/task/fields'
import type { Task } from '@/domain/task/task'
import { formatDuration, type WorkTime } from '@/domain/time/duration'
import { formatPoints, priorityOptions } from './fieldOptions'
import {
  ComponentOrVersionValue,
  DateValue,
  DurationValue,
  PersonValue,
  PointsValue,
  PriorityValue,
  ResolutionValue,
  TaskValue,
  TextValue,
  TypeValue,
} from './fieldValues'
import { resolutionLabel, resolutionOptions } from './resolutions'
import { taskTypeLabels, taskTypeOptions } from './taskTypeOptions'
import {
  ChoiceEditor,
  DateEditor,
  DurationEditor,
  type FieldEditorProps,
  PointsEditor,
  PriorityEditor,
  TextEditor,
  TextLineEditor,
  TypeEditor,
} from './views/editors'
import {
  affectedVersionChoices,
  assigneeChoices,
  componentChoices,
  type FieldOptions,
  fixVersionChoices,
  labelChoices,
} from './views/fieldOptionSources'
import { SetEditor } from './views/SetEditor'

/** Look-up of the display names of ids. */
export interface FieldNames {
  person: (id: Id) => string
  task: (id: Id) => string
  componentOrVersion: (id: Id) => string
  workTime: WorkTime
}

/** The type of a single value, or of one entry of a set. */
type Single<Value> = Value extends readonly (infer Entry)[] ? Entry : NonNullable<Value>

/** How a task field is displayed and edited. `Value` is the type of the field's value. */
export interface TaskFieldView<Value> {
  label: string
  Icon: ComponentType<{ className?: string }>
  /** Returns one value, or one entry of a set, as text; null when it counts as empty. */
  format: (value: Single<Value>, names: FieldNames) => string | null
  /** Displays one value, or one entry of a set. */
  Value: ComponentType<{ value: Single<Value> }>
  /** Form field for the value; null when only a dedicated control can change it. */
  Editor: ComponentType<FieldEditorProps<Value>> | null
  /** The options of a field with a few choices. */
  options?: FieldOptions
  /**
   * Shows the field on the task page as a list of its options. `add` is the text while it is empty.
   */
  property?: { add: string; isShown?: (task: Task, project: Project) => boolean }
  /** Shows the field in the bulk bar: always, or only when one of the selected tasks needs it. */
  inBulk?: true | ((task: Omit<Task, 'description'>) => boolean)
}

const asText = (value: string) => value
const asPoints = (value: number) => formatPoints(value)
const asDuration = (value: number, { workTime }: FieldNames) => formatDuration(value, workTime)

/** Defines for every task field how it is displayed and edited. */
export const TASK_FIELD_VIEWS: { readonly [F in TaskField]: TaskFieldView<TaskFieldValues[F]> } = {
  title: {
    label: 'Title',
    Icon: Type,
    format: asText,
    Value: TextValue,
    Editor: TextLineEditor,
  },
  description: {
    label: 'Description',
    Icon: AlignLeft,
    format: asText,
    Value: TextValue,
    Editor: TextEditor,
  },
  priority: {
    label: 'Priority',
    Icon: SignalHigh,
    format: (level) => (level === 0 ? null : priorityNames[level]),
    Value: PriorityValue,
    Editor: PriorityEditor,
    options: () => priorityOptions,
    inBulk: true,
  },
  assignees: {
    label: 'Assignees',
    Icon: CircleUser,
    format: (id, names) => names.person(id),
    Value: PersonValue,
    Editor: (props) => <SetEditor {...props} optionsOf={assigneeChoices} />,
    options: assigneeChoices,
    inBulk: true,
  },
  labels: {
    label: 'Labels',
    Icon: Tag,
    format: asText,
    Value: TextValue,
    Editor: (props) => <SetEditor {...props} optionsOf={labelChoices} canCreate />,
    options: labelChoices,
    inBulk: true,
  },
  type: {
    label: 'Type',
    Icon: Shapes,
    format: (type) => taskTypeLabels[type],
    Value: TypeValue,
    Editor: TypeEditor,
    options: () => taskTypeOptions,
  },
  estimate: {
    label: 'Estimate',
    Icon: Gauge,
    format: asPoints,
    Value: PointsValue,
    Editor: PointsEditor,
  },
  dueDate: {
    label: 'Due date',
    Icon: CalendarDays,
    format: (date) => formatShortDate(date, localToday()),
    Value: DateValue,
    Editor: DateEditor,
  },
  resolution: {
    label: 'Resolution',
    Icon: CircleCheckBig,
    format: resolutionLabel,
    Value: ResolutionValue,
    Editor: (props) => (
      <ChoiceEditor {...props} options={resolutionOptions(props.value)} none="No resolution" />
    ),
    options: () => resolutionOptions(null),
    property: { add: 'Add resolution', isShown: isDone },
  },
  components: {
    label: 'Components',
    Icon: Puzzle,
    format: (id, names) => names.componentOrVersion(id),
    Value: ComponentOrVersionValue,
    Editor: (props) => <SetEditor {...props} optionsOf={componentChoices} />,
    options: componentChoices,
  },
  fixVersions: {
    label: 'Fix versions',
    Icon: Package,
    format: (id, names) => names.componentOrVersion(id),
    Value: ComponentOrVersionValue,
    Editor: (props) => <SetEditor {...props} optionsOf={fixVersionChoices} />,
    options: fixVersionChoices,
    inBulk: true,
  },
  affectedVersions: {
    label: 'Affected versions',
    Icon: PackageX,
    format: (id, names) => names.componentOrVersion(id),
    Value: ComponentOrVersionValue,
    Editor: (props) => <SetEditor {...props} optionsOf={affectedVersionChoices} />,
    options: affectedVersionChoices,
    // Only bugs affect versions, so other tasks do not offer the field.
    inBulk: ({ type, affectedVersions }) => type === 'bug' || affectedVersions.length > 0,
  },
  originalEstimate: {
    label: 'Original estimate',
    Icon: Timer,
    format: asDuration,
    Value: DurationValue,
    Editor: DurationEditor,
  },
  remainingEstimate: {
    label: 'Remaining estimate',
    Icon: Timer,
    format: asDuration,
    Value: DurationValue,
    Editor: DurationEditor,
  },
  parentId: {
    label: 'Parent',
    Icon: Network,
    format: (id, names) => names.task(id),
    Value: TaskValue,
    Editor: null,
  },
  links: {
    label: 'Links',
    Icon: Link2,
    format: linkInWords,
    Value: TextValue,
    Editor: null,
  },
  reporter: {
    label: 'Reporter',
    Icon: UserPen,
    format: (id, names) => names.person(id),
    Value: PersonValue,
    Editor: null,
  },
}

/** Returns the view of a field that is known only by name. */
export const viewOf = (field: TaskField) =>
  TASK_FIELD_VIEWS[field] as unknown as TaskFieldView<unknown>

/** Returns for example "relates to ALO-3". */
function linkInWords(link: string): string {
  const [kind = '', key = ''] = link.split(':')
  return `${kind.replaceAll('-', ' ')} ${key}`
}

function isDone({ statusId }: Task, { statuses }: Project): boolean {
  return statuses.find(({ id }) => id === statusId)?.category === 'done'
}
