import { Component, type ReactNode } from 'react'
import { toErrorInfo } from '@/lib/domain/errors'
import { ErrorNote } from './error-note'

interface Failed { failure?: { thrown: unknown } }

/** Says what went wrong where a part could not be drawn, and offers to load everything anew; what stands around it stays. */
export class ErrorBoundary extends Component<{ children: ReactNode }, Failed> {
  override state: Failed = {}

  static getDerivedStateFromError(thrown: unknown): Failed {
    return { failure: { thrown } }
  }

  override render() {
    const { failure } = this.state
    return failure ? <div className="p-6"><ErrorNote error={toErrorInfo(failure.thrown)} look="card" act={() => location.reload()} /></div> : this.props.children
  }
}
