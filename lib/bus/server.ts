import { AppError, toErrorInfo } from '@/lib/domain/errors'
import { envelope, type Reply } from './message'
import { protocol, type MessageName, type Request, type Response } from './protocol'
import type { RateCap } from './rate-cap'
import { findCaller, isAllowed, type Caller, type FramedDocument, type Own, type Sender } from './trust'

/** Answered by a listener of their own, which must act while the person's gesture is still alive. */
export const gestureNames = ['sidepanel.open', 'panel.open-side-panel'] as const satisfies MessageName[]
export type GestureName = (typeof gestureNames)[number]
export type ServedName = Exclude<MessageName, GestureName>

/** One handler for every message: a missing one does not compile. Failures are thrown as `AppError`. */
export type Handlers = { [N in ServedName]: (request: Request<N>, caller: Caller) => Promise<Response<N>> }

export interface ServerDeps {
  own: Own
  /** `runtime.onMessage` */
  onMessage: {
    addListener(listener: Listener): void
    removeListener(listener: Listener): void
  }
  frames: {
    /** Takes a one-time ticket and binds the document to it. */
    spend(ticket: string, frame: FramedDocument): Promise<boolean>
    isBound(frame: FramedDocument): Promise<boolean>
  }
  /** Tells the tab's loader that its frame is there, or that it must make another. */
  tellLoader(tabId: number, signal: 'hello' | 'need-ticket'): void
  rate: RateCap
  /** Hears of failures nobody expected. */
  onBug(name: string, thrown: unknown): void
}

type Listener = (message: unknown, sender: Sender, reply: (answer: Reply) => void) => boolean

/** Deeper and wider than anything the protocol knows: payloads made to exhaust the parser end here. */
const maxDepth = 12
const maxNodes = 500_000

/** Serves the protocol: sender first, then shape, then one handler, one reply. Returns the undo. */
export function serve(handlers: Handlers, deps: ServerDeps): () => void {
  const listener: Listener = (message, sender, reply) => {
    const caller = findCaller(sender, deps.own)
    if (!caller) return false
    const parsed = envelope.safeParse(message)
    if (parsed.success && isGesture(parsed.data.name)) return false
    const answer = parsed.success ? answerTo(parsed.data.name, parsed.data.payload, caller, handlers, deps) : Promise.reject(new AppError('invalid'))
    answer.then((value): Reply => ({ ok: true, value }), (thrown: unknown): Reply => ({ ok: false, error: toErrorInfo(thrown) })).then(reply)
      .catch((gone: unknown) => deps.onBug('reply', gone))
    return true
  }
  deps.onMessage.addListener(listener)
  return () => deps.onMessage.removeListener(listener)
}

async function answerTo(name: string, payload: unknown, caller: Caller, handlers: Handlers, deps: ServerDeps): Promise<unknown> {
  const retryAt = deps.rate.retryAt(senderKey(caller))
  if (retryAt !== undefined) throw new AppError('rate-limited', { detail: 'too many messages', retryAt })
  if (!isServed(name)) throw new AppError('invalid', { detail: 'unknown message' })
  if (!isAllowed(protocol[name].from, caller)) throw new AppError('untrusted')
  if (caller.kind === 'framed') await expectBound(name, payload, caller, deps)
  return await handle(name, payload, caller, handlers, deps)
}

async function handle<N extends ServedName>(name: N, payload: unknown, caller: Caller, handlers: Handlers, deps: ServerDeps): Promise<Response<N>> {
  const request = isTooDeep(payload) ? undefined : protocol[name].request.safeParse(payload)
  if (!request?.success) throw new AppError('invalid', { detail: `${name}: ${request?.error?.issues[0]?.path.join('.') ?? 'too deep'}` })
  try {
    const response = protocol[name].response.safeParse(await handlers[name](request.data as Request<N>, caller))
    if (response.success) return response.data as Response<N>
    throw new AppError('bug', { detail: `${name}: the answer has another shape`, cause: response.error })
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.kind === 'bug') deps.onBug(name, thrown)
    throw thrown
  }
}

/** A framed panel speaks only after it proved, once, that our loader made its frame. */
async function expectBound(name: ServedName, payload: unknown, frame: FramedDocument, deps: ServerDeps): Promise<void> {
  if (await deps.frames.isBound(frame)) return
  const ticket = name === 'panel.hello' ? protocol['panel.hello'].request.safeParse(payload).data?.ticket : undefined
  if (ticket !== undefined && await deps.frames.spend(ticket, frame)) return deps.tellLoader(frame.tabId, 'hello')
  deps.tellLoader(frame.tabId, 'need-ticket')
  throw new AppError('need-ticket')
}

function senderKey(caller: Caller): string {
  return caller.kind === 'side-panel' ? caller.kind : `${caller.kind}:${caller.tabId}`
}

function isGesture(name: string): boolean {
  return gestureNames.some((gesture) => gesture === name)
}

function isServed(name: string): name is ServedName {
  return Object.hasOwn(protocol, name) && !isGesture(name)
}

/** Level by level, because a cloned message may hold cycles. */
function isTooDeep(payload: unknown): boolean {
  let level = [payload]
  for (let depth = 0; depth <= maxDepth && level.length <= maxNodes; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    if (level.length === 0) return false
  }
  return true
}
