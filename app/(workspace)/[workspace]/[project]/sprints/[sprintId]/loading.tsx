import { ListSkeleton } from '../../../../_frame/ScreenSkeleton'

/** The shape of a sprint while it is read. */
export default function SprintLoading() {
  return <ListSkeleton label="The sprint is loading" />
}
