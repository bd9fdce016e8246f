import * as z from 'zod/mini'
import type { MessageShape } from '../message'

export const dockPlace = z.strictObject({
  side: z.enum(['left', 'right']),
  /** Distance of the handle from the top, in percent of the window height, 5 to 90. */
  top: z.number(),
  /** CSS pixels, 320 to 720. */
  width: z.number(),
  open: z.boolean(),
})
export type DockPlace = z.infer<typeof dockPlace>

/** Texts the loader keeps, because an orphaned loader can no longer ask for any. */
export const dockTexts = z.strictObject({
  handleOpen: z.string(), handleClose: z.string(), frameTitle: z.string(), resize: z.string(), updated: z.string(),
  blocked: z.string(), openSidePanel: z.string(), useToolbar: z.string(), moveSide: z.string(), moveUp: z.string(), moveDown: z.string(),
})
export type DockTexts = z.infer<typeof dockTexts>

export const loaderMessages = {
  /** The address shows a record; the background reads the address from the tab itself. `known: false`: no dock is wanted here. */
  'record.seen': {
    from: 'loader',
    request: z.strictObject({}),
    response: z.union([
      z.strictObject({ known: z.literal(false) }),
      z.strictObject({ known: z.literal(true), key: z.string(), place: dockPlace, texts: dockTexts, canOpenSidePanel: z.boolean() }),
    ]),
  },
  /** The page is no record any more. */
  'record.left': { from: 'loader', request: z.strictObject({}), response: z.null() },
  /** A one-time ticket for the frame about to be made. */
  'panel.ticket': { from: 'loader', request: z.strictObject({}), response: z.strictObject({ ticket: z.string() }) },
  'dock.place': { from: 'loader', request: dockPlace, response: z.null() },
  /** What the loader sees of its own frame by size and computed style, right before the panel acts. */
  'dock.seen': { from: 'loader', request: z.strictObject({ clear: z.boolean(), cause: z.optional(z.string()) }), response: z.null() },
  'sidepanel.open': { from: 'loader', request: z.strictObject({}), response: z.strictObject({ opened: z.boolean() }) },
} as const satisfies Record<string, MessageShape>

/** What the background tells a loader (top frame). */
export type LoaderSignal =
  /** The frame's document has proved itself: what cannot load never says this. */
  | { leadside: 1; signal: 'hello' }
  | { leadside: 1; signal: 'painted'; key: string }
  | { leadside: 1; signal: 'toggle' }
  | { leadside: 1; signal: 'close' }
  | { leadside: 1; signal: 'focus-page' }
  | { leadside: 1; signal: 'need-ticket' }
  | { leadside: 1; signal: 'report-frame' }
  | { leadside: 1; signal: 'retire' }
  /** Consent, policy or permissions changed: ask again whether a dock is wanted. */
  | { leadside: 1; signal: 'refresh' }
