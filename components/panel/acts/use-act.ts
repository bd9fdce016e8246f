import { useRef, useState, type MouseEvent, type PointerEvent } from 'react'
import type { Sight } from '@/lib/bus/protocol/panel'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import { isClear } from '../guard'
import { usePanel } from '../panel-context'
import { useOnScreen } from '../data/record-context'
import { useAim } from './use-aim'

/** What every act carries: its event's id and the record painted when the person aimed, and what they could see at the click. */
export interface Stamp { eventId: string; ref: RecordRef; sight: Sight }

export interface Act<V> {
  /** Handlers for the control that stands for this value. */
  on(value: V): {
    onPointerEnter: () => void
    onPointerLeave: () => void
    onPointerDown: (event: PointerEvent) => void
    onClick: (event: MouseEvent) => void
  }
  /** The value being saved. */
  pending: V | undefined
  error: ErrorInfo | undefined
  clearError: () => void
}

interface Aim<V> { value: V; eventId: string; ref: RecordRef }

/**
 * Something a person does for good. The id is made at the pointer-down; a second click while the first is being saved, and
 * a new try after a failure, are the same event. Clicks made by scripts do nothing.
 */
export function useAct<V, R>(perform: (stamp: Stamp, value: V) => Promise<R>, done?: (result: R, value: V) => void): Act<V> {
  const { guard, clock, newEventId, trusted } = usePanel()
  const { ref } = useOnScreen()
  const aim = useRef<Aim<V>>(undefined)
  const { look, ...resting } = useAim()
  const busy = useRef(false)
  const [pending, setPending] = useState<V>()
  const [error, setError] = useState<ErrorInfo>()

  function aimAt(value: V): Aim<V> {
    if (!aim.current || !same(aim.current.value, value)) aim.current = { value, eventId: newEventId(clock()), ref }
    return aim.current
  }
  async function act(value: V) {
    const { eventId, ref } = aimAt(value)
    busy.current = true
    setPending(value)
    setError(undefined)
    try {
      const sight = await guard.sight()
      if (!isClear(sight)) {
        setError({ kind: 'covered' })
        return
      }
      const result = await perform({ eventId, ref, sight }, value)
      aim.current = undefined
      done?.(result, value)
    } catch (thrown) {
      setError(toErrorInfo(thrown))
    } finally {
      busy.current = false
      setPending(undefined)
    }
  }
  return {
    on: (value) => ({
      ...resting,
      onPointerDown(event) {
        if (busy.current || !trusted(event.nativeEvent)) return
        aimAt(value)
        look()
      },
      onClick(event) {
        if (busy.current || !trusted(event.nativeEvent)) return
        void act(value)
      },
    }),
    pending,
    error,
    clearError: () => setError(undefined),
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
