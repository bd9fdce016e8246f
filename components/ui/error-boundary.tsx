import { Component, createContext, useContext, type ReactNode } from 'react'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'

interface Fault {
  error: ErrorInfo
  /** Draws anew what could not be drawn. */
  again: () => void
}
const FaultContext = createContext<Fault | undefined>(undefined)

interface ErrorBoundaryProps {
  children: ReactNode
  /** What stands in for what could not be drawn; it learns of the fault by `useFault`. */
  broken: ReactNode
}

/** Keeps a fault while drawing to the part it is in, and has it said there. Give it a `key`: what is drawn for something else starts anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error?: ErrorInfo | undefined }> {
  override state: { error?: ErrorInfo | undefined } = {}

  static getDerivedStateFromError(thrown: unknown): { error: ErrorInfo } {
    return { error: toErrorInfo(thrown) }
  }

  readonly again = () => this.setState({ error: undefined })

  override render() {
    const { error } = this.state
    return error ? <FaultContext value={{ error, again: this.again }}>{this.props.broken}</FaultContext> : this.props.children
  }
}

export function useFault(): Fault {
  const fault = useContext(FaultContext)
  if (!fault) throw new Error('useFault where nothing is broken')
  return fault
}
