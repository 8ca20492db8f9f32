import type { Category } from '@/domain/words'

/** What a category is called, and what it says about the tasks in it. */
export const categories: Record<Category, { name: string; means: string }> = {
  todo: { name: 'To do', means: 'Not begun' },
  in_progress: { name: 'In progress', means: 'Being worked on' },
  done: { name: 'Done', means: 'Finished' },
}

/** "1 task", "12 tasks". */
export const tasks = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)
