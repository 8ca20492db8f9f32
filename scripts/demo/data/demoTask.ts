import type { TaskType } from '@/domain/kernel/primitives'

/** A task of the demo before any action. */
export interface DemoTask {
  taskType: TaskType
  estimate: number
  label: string
  title: string
}
