import type { Audience } from './message'

/** The parts of `runtime.MessageSender` that say who it is. Firefox may omit `origin`. */
export interface Sender {
  id?: string | undefined
  url?: string | undefined
  origin?: string | undefined
  tab?: { id?: number | undefined } | undefined
  frameId?: number | undefined
  documentId?: string | undefined
}

/** One document of the panel inside one frame of one tab. A reload of the frame is another document. */
export interface FramedDocument { tabId: number; frameId: number; documentId: string }

/** Who sent a message, as far as the browser vouches for it. */
export type Caller =
  | { kind: 'loader'; tabId: number; url: string }
  | ({ kind: 'framed' } & FramedDocument)
  /** The browser's own side panel, sidebar or popup: it shows the active tab. */
  | { kind: 'side-panel' }
  | { kind: 'desk'; tabId: number | undefined }

export interface Own {
  /** `runtime.id` */
  id: string
  /** `runtime.getURL('')`, ending with a slash. */
  base: string
  /** Whether a page address belongs to a CRM. */
  isCrmPage(url: string): boolean
}

/** Looks at the sender alone, never at the payload. `undefined`: foreign, or where none of ours should be; drop it. */
export function findCaller(sender: Sender, own: Own): Caller | undefined {
  const { url = '', origin, frameId = 0 } = sender
  const tabId = sender.tab?.id
  if (sender.id !== own.id) return undefined
  if (!url.startsWith(own.base)) {
    return tabId !== undefined && frameId === 0 && own.isCrmPage(url) ? { kind: 'loader', tabId, url } : undefined
  }
  if (origin !== undefined && `${origin}/` !== own.base) return undefined
  const page = url.slice(own.base.length).replace(/[?#].*$/s, '')
  if (page === 'options.html') return frameId === 0 ? { kind: 'desk', tabId } : undefined
  if (page !== 'sidepanel.html') return undefined
  return tabId === undefined || frameId === 0 ? { kind: 'side-panel' } : { kind: 'framed', tabId, frameId, documentId: sender.documentId ?? '' }
}

/** Whether a message meant for an audience may come from this caller. */
export function isAllowed(audience: Audience, caller: Caller): boolean {
  if (audience === 'loader') return caller.kind === 'loader'
  if (audience === 'desk') return caller.kind === 'desk'
  return caller.kind !== 'loader'
}
