import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { HandOverStep } from '@/lib/bus/protocol/hand-overs'
import type { Crm } from '@/lib/domain/record-ref'
import { useDesk } from '../desk-context'

/** Reads on step by step until there is no more, something fails, or somebody stops it; leaving the page stops it too. */
export function useReading(crm: Crm, org: string) {
  const { bus } = useDesk()
  const client = useQueryClient()
  const [step, setStep] = useState<HandOverStep>()
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const wanted = useRef(false)
  useEffect(() => () => { wanted.current = false }, [])

  async function start(): Promise<void> {
    if (wanted.current) return
    wanted.current = true
    setRunning(true)
    setStep(undefined)
    setFailure(null)
    try {
      for (let more = true; more && wanted.current; ) {
        const next = await bus.ask('hand-overs.read', { crm, org })
        setStep(next)
        more = next.more
      }
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    } finally {
      wanted.current = false
      setRunning(false)
      await Promise.all(['hand-overs.state', 'hand-overs.page'].map((name) => client.invalidateQueries({ queryKey: [name] })))
    }
  }

  return { step, running, failure, start: () => void start(), stop: () => { wanted.current = false } }
}
