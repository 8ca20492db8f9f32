import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The shape of a sprint while it is read. */
export default function SprintLoading() {
  return <ListSkeleton label="The sprint is loading" />
}
