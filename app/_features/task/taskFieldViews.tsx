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
import {
  DateEditor,
  DurationEditor,
  type FieldEditorProps,
  PointsEditor,
  PriorityEditor,
  ResolutionEditor,
  TextEditor,
  TextLineEditor,
  TypeEditor,
} from './fieldViews/editors'
import {
  affectedVersionChoices,
  assigneeChoices,
  componentChoices,
  type FieldOptions,
  fixVersionChoices,
  labelChoices,
} from './fieldViews/fieldOptionSources'
import { SetEditor } from './fieldViews/SetEditor'
import { RESOLUTIONS, resolutionLabel } from './resolutions'
import { taskTypeLabels, taskTypeOptions } from './taskTypeOptions'

/** How values that are ids are called. */
export interface FieldNames {
  person: (id: Id) => string
  task: (id: Id) => string
  componentOrVersion: (id: Id) => string
  workTime: WorkTime
}

/** A value that is there, or one entry of a set. */
type Single<Value> = Value extends readonly (infer Entry)[] ? Entry : NonNullable<Value>

/** How screens show and change a field. `Value` is the type of the field's value. */
export interface TaskFieldView<Value> {
  /** What screens call it. */
  label: string
  Icon: ComponentType<{ className?: string }>
  /** One value, or one entry of a set, in words; null where it counts as nothing. */
  format: (value: Single<Value>, names: FieldNames) => string | null
  /** One value, or one entry of a set, as screens draw it. */
  Value: ComponentType<{ value: Single<Value> }>
  /** A field of a form; null where only a place of its own can change it. */
  Editor: ComponentType<FieldEditorProps<Value>> | null
  /** The choices, where there are a few. */
  options?: FieldOptions
  /** Offered on the task page as a list of its choices, with this text while it is empty. */
  property?: { add: string; isShown?: (task: Task, project: Project) => boolean }
  /** Offered in the bar for many tasks: always, or only where one of them calls for it. */
  inBulk?: true | ((task: Omit<Task, 'description'>) => boolean)
}

const asText = (value: string) => value
const asPoints = (value: number) => formatPoints(value)
const asDuration = (value: number, { workTime }: FieldNames) => formatDuration(value, workTime)

/** The one list of how each field of a task is shown and changed. */
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
    Editor: ResolutionEditor,
    options: () => RESOLUTIONS.map(({ value, label }) => ({ id: value, label })),
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
    // Of what is no bug nothing is asked that hardly any has.
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

/** How screens show a field that is known by its name only. */
export const viewOf = (field: TaskField) =>
  TASK_FIELD_VIEWS[field] as unknown as TaskFieldView<unknown>

/** "relates to ALO-3" */
function linkInWords(link: string): string {
  const [kind = '', key = ''] = link.split(':')
  return `${kind.replaceAll('-', ' ')} ${key}`
}

function isDone({ statusId }: Task, { statuses }: Project): boolean {
  return statuses.find(({ id }) => id === statusId)?.category === 'done'
}
