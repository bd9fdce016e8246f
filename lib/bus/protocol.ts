import type * as z from 'zod/mini'
import { deskMessages } from './protocol/desk'
import { loaderMessages } from './protocol/loader'
import { panelMessages } from './protocol/panel'

/** The only list of messages. Both ends derive from it; a missing handler is a type error, an unknown message is refused. */
export const protocol = { ...loaderMessages, ...panelMessages, ...deskMessages } as const

export type Protocol = typeof protocol
export type MessageName = keyof Protocol
export type Request<N extends MessageName> = z.infer<Protocol[N]['request']>
export type Response<N extends MessageName> = z.infer<Protocol[N]['response']>
