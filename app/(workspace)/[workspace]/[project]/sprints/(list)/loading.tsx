import { ListSkeleton } from '../../../../_frame/ScreenSkeleton'

/** The shape of the sprints while they are read. */
export default function SprintsLoading() {
  return <ListSkeleton label="The sprints are loading" />
}
