import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ErrorBoundary, useFault } from '@/components/ui/error-boundary'
import { readAnew } from '../data/read-anew'
import { Trouble } from './trouble'

interface PartProps {
  children: ReactNode
  className?: string
  /** More to say or do where the part cannot be drawn. */
  instead?: ReactNode
}

/** A part of a record's screen. Where it cannot be drawn, its place says so, and all around it stays. */
export function Part({ children, className, instead }: PartProps) {
  return <ErrorBoundary broken={<div className={className}><Broken />{instead}</div>}>{children}</ErrorBoundary>
}

/** Drawn anew, it is of what is read anew. */
function Broken() {
  const { error, again } = useFault()
  const client = useQueryClient()
  const redraw = () => void readAnew(client).then(again)
  return <Trouble error={error} again={redraw} look="card" />
}
