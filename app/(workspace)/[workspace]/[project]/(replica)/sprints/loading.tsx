import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The shape of the sprints while they are read. */
export default function SprintsLoading() {
  return <ListSkeleton label="The sprints are loading" />
}
