'use client'

import { type RefObject, useEffect } from 'react'
import type { Id } from '@/domain/words'
import { withDrag } from './withDrag'

const ONE = () => 1

/**
 * Lets the element of a task be picked up by mouse and finger.
 * @param count how many tasks go with it; the same function as long as nothing else is meant
 */
export function useSource(
  element: RefObject<HTMLElement | null>,
  task: Id,
  may: boolean,
  count: () => number = ONE,
): void {
  useEffect(() => {
    const source = element.current
    if (!source || !may) return
    return withDrag(({ addSource }) => addSource(source, task, count))
  }, [element, task, may, count])
}
