import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The placeholder of a sprint while it loads. */
export default function SprintLoading() {
  return <ListSkeleton label="The sprint is loading" />
}
