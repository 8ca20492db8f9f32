'use client'

import { useEffect, useState } from 'react'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import {
  onRequiredFieldsRequested,
  type PendingTransition,
} from './requiredFields/requestRequiredFields'

const RequiredFieldsDialog = lazyComponent(() =>
  import('./requiredFields/RequiredFieldsDialog').then((module) => module.RequiredFieldsDialog),
)

/** Shows the dialog for the required fields of a transition, on any screen of the project. */
export function RequiredFieldsLayer() {
  const [transition, setTransition] = useState<PendingTransition | null>(null)
  useEffect(() => onRequiredFieldsRequested(setTransition), [])
  return transition ? (
    <RequiredFieldsDialog
      key={`${transition.taskId} ${transition.statusId}`}
      transition={transition}
      onClose={() => setTransition(null)}
    />
  ) : null
}
