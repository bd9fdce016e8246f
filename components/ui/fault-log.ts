import type { RootOptions } from 'react-dom/client'

/** What may be written of a fault while drawing: its class and the parts it happened in. Its message can quote what somebody's record says. */
function note(thrown: unknown, { componentStack }: { componentStack?: string | undefined }): void {
  // oxlint-disable-next-line no-console -- nobody else hears of it; without this React writes the message and all.
  console.error('Leadside could not draw a part', thrown instanceof Error ? thrown.name : typeof thrown, componentStack)
}

/** For `createRoot`: takes the place of React's own reports. */
export const faultLog: RootOptions = { onCaughtError: note, onUncaughtError: note }
