'use client'

import { useEffect, useRef } from 'react'
import { personal } from '@/app/_client/personal'

/**
 * Calls back when logged time may have changed elsewhere: the person is told so, or the page comes
 * into sight.
 */
export function useTimeTold(then: () => void): void {
  const newest = useRef(then)
  useEffect(() => {
    newest.current = then
  })
  useEffect(() => {
    const forget = personal.add((name) => {
      if (name === 'time') newest.current()
    })
    const seen = () => {
      if (document.visibilityState === 'visible') newest.current()
    }
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('focus', seen)
    return () => {
      forget()
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('focus', seen)
    }
  }, [])
}
