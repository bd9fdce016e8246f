import type * as z from 'zod/mini'
import type { Role } from '@/lib/hub-client/contract'
import type { Tx } from '../db/database'
import type { Who } from '../db/scope'
import type { HubDeps } from '../deps'

type Shape = z.core.$ZodType
type Read<S> = S extends Shape ? z.output<S> : undefined

export interface Ask<P, Q, B> {
  params: P
  query: Q
  body: B
  deps: HubDeps
  tx: Tx
}

interface Described {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the version, `:name` for parameters. */
  path: string
  summary: string
  params?: Shape | undefined
  query?: Shape | undefined
  body?: Shape | undefined
  answer: Shape
  /** Largest body in bytes; 64 kB where nothing is said. */
  maxBytes?: number | undefined
}

/** Anybody may ask; the transaction is the hub's own. */
export interface OpenRoute extends Described {
  roles: 'anybody'
  handle(ask: Ask<unknown, unknown, unknown>): Promise<unknown>
  /** Runs before the transaction, for example to count tries. */
  before?: ((ask: { deps: HubDeps }, from: Visitor) => Promise<void>) | undefined
}

/** For systems that sign what they send; the transaction is the hub's own. */
export interface SignedRoute extends Described {
  roles: 'signed'
  handle(ask: Ask<unknown, unknown, unknown>): Promise<unknown>
}

/** For people of these roles; the transaction has their rights. */
export interface PersonRoute extends Described {
  roles: readonly Role[]
  handle(ask: Ask<unknown, unknown, unknown> & { who: Who }): Promise<unknown>
  /** Cheap name of what would be answered; the same name again is answered with 304. Without one a read is made and named by what it says. */
  tag?: ((ask: Ask<unknown, unknown, unknown> & { who: Who }) => Promise<string>) | undefined
  /** Act noted in the audit trail, within the same transaction. */
  audit?: ((ask: Ask<unknown, unknown, unknown>) => { act: string; target?: string | undefined }) | undefined
}

/** For people of these roles, outside any transaction: somebody else is asked, who may be slow. */
export interface ReachingRoute extends Described {
  roles: readonly Role[]
  /** Headers the route needs; names in lower case. */
  headers?: Shape | undefined
  reach(ask: Reach<unknown, unknown, unknown>): Promise<Reached>
}

export interface Reach<P, Q, B> extends Omit<Ask<P, Q, B>, 'tx'> {
  who: Who
  headers: unknown
}

export interface Reached {
  body: unknown
  headers?: Readonly<Record<string, string>> | undefined
}

/** Anybody may ask, and somebody else is asked. */
export interface OpenReachingRoute extends Described {
  roles: 'anybody'
  before?: OpenRoute['before']
  reach(ask: Omit<Reach<unknown, unknown, unknown>, 'who' | 'headers'>): Promise<Reached>
}

export type Route = OpenRoute | SignedRoute | PersonRoute | ReachingRoute | OpenReachingRoute

/** What is known of who asks without a session: a digest that changes daily, never an address. */
export interface Visitor {
  tag: string
}

interface Typed<P, Q, B, A> {
  params?: P
  query?: Q
  body?: B
  answer: A
}

type PersonAsk<P, Q, B> = Ask<Read<P>, Read<Q>, Read<B>> & { who: Who }

/** A route whose handler sees what its shapes say. */
export function route<A extends Shape, P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined, B extends Shape | undefined = undefined>(
  described: Omit<PersonRoute, 'handle' | 'tag' | 'audit' | keyof Typed<P, Q, B, A>> & Typed<P, Q, B, A> & {
    handle(ask: PersonAsk<P, Q, B>): Promise<z.input<A>>
    tag?(ask: PersonAsk<P, Q, B>): Promise<string>
    audit?(ask: Ask<Read<P>, Read<Q>, Read<B>>): { act: string; target?: string | undefined }
  },
): PersonRoute {
  return described as PersonRoute
}

/** A route outside any transaction whose handler sees what its shapes say. */
export function reachingRoute<A extends Shape, P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined, B extends Shape | undefined = undefined>(
  described: Omit<ReachingRoute, 'reach' | keyof Typed<P, Q, B, A>> & Typed<P, Q, B, A> & {
    reach(ask: Reach<Read<P>, Read<Q>, Read<B>>): Promise<Reached & { body: z.input<A> }>
  },
): ReachingRoute {
  return described
}

export function openReachingRoute<A extends Shape, B extends Shape | undefined = undefined>(
  described: Omit<OpenReachingRoute, 'reach' | 'roles' | 'body' | 'answer'> & { body?: B; answer: A } & {
    reach(ask: { deps: HubDeps; body: Read<B> }): Promise<Reached & { body: z.input<A> }>
  },
): OpenReachingRoute {
  return { ...described, roles: 'anybody' } as OpenReachingRoute
}

export function openRoute<A extends Shape, P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined, B extends Shape | undefined = undefined>(
  described: Omit<OpenRoute, 'handle' | 'roles' | keyof Typed<P, Q, B, A>> & Typed<P, Q, B, A> & {
    handle(ask: Ask<Read<P>, Read<Q>, Read<B>>): Promise<z.input<A>>
  },
): OpenRoute {
  return { ...described, roles: 'anybody' }
}

export function signedRoute<A extends Shape, P extends Shape | undefined = undefined, B extends Shape | undefined = undefined>(
  described: Omit<SignedRoute, 'handle' | 'roles' | 'params' | 'body' | 'answer'> & { params?: P; body?: B; answer: A } & {
    handle(ask: Ask<Read<P>, undefined, Read<B>>): Promise<z.input<A>>
  },
): SignedRoute {
  return { ...described, roles: 'signed' }
}
