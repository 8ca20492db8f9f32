import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The placeholder of the sprints while they load. */
export default function SprintsLoading() {
  return <ListSkeleton label="The sprints are loading" />
}
