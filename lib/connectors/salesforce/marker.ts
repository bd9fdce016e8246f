/** What Leadside writes as a Task, told apart by the last line of its description. */
export type MarkedTask = 'verdict' | 'send-log' | 'return-task'

const shape = /^leadside:(verdict|send-log|return-task):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function markerLine(task: MarkedTask, eventId: string): string {
  return `leadside:${task}:${eventId}`
}

/** The marker in the last line that is not blank; text a person added below it hides it, text above does not. */
export function parseMarker(description: string | undefined): { task: MarkedTask; eventId: string } | undefined {
  const last = description?.trimEnd().split(/\r\n|\r|\n/).at(-1)?.trim()
  const [, task, eventId] = shape.exec(last ?? '') ?? []
  return isMarkedTask(task) && eventId ? { task, eventId } : undefined
}

function isMarkedTask(text: string | undefined): text is MarkedTask {
  return text === 'verdict' || text === 'send-log' || text === 'return-task'
}

/** The asset a send was about, so that others see it was sent already. */
export function assetLine(assetId: string, version: number): string {
  return `leadside-asset:${version}:${assetId}`
}

export function parseAsset(description: string | undefined): string | undefined {
  return /^leadside-asset:\d+:(.{1,120})$/m.exec(description ?? '')?.[1]?.trim()
}
