import { TaskSkeleton } from '@/app/_features/task/TaskStates'

/** The placeholder of a task while it loads. */
export default function TaskLoading() {
  return (
    <>
      <div className="h-bar shrink-0 border-b border-line" />
      <main id="main" className="mx-auto w-full max-w-6xl md:pt-3">
        <h1 className="sr-only">Loading the task</h1>
        <TaskSkeleton />
      </main>
    </>
  )
}
