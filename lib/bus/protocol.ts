import type * as z from 'zod/mini'
import { panelProtocol } from './panel-protocol'
import { careMessages } from './protocol/care'
import { deskMessages } from './protocol/desk'
import { handOverMessages } from './protocol/hand-overs'
import { loaderMessages } from './protocol/loader'
import { nameMessages } from './protocol/names'
import { playbookMessages } from './protocol/playbook'
import { teamAdministrationMessages } from './protocol/team-administration'
import { teamMessages } from './protocol/team'
import { teamInviteMessages } from './protocol/team-invites'
import { teamOpeningMessages } from './protocol/team-openings'
import { reviewMessages } from './protocol/review'
import { sourceMessages } from './protocol/sources'

/** The only list of messages. Both ends derive from it; a missing handler is a type error, an unknown message is refused. */
export const protocol = { ...loaderMessages, ...panelProtocol, ...teamMessages, ...teamAdministrationMessages, ...teamInviteMessages, ...teamOpeningMessages, ...deskMessages, ...playbookMessages, ...careMessages, ...reviewMessages, ...handOverMessages, ...sourceMessages, ...nameMessages } as const

export type Protocol = typeof protocol
export type MessageName = keyof Protocol
export type Request<N extends MessageName> = z.infer<Protocol[N]['request']>
export type Response<N extends MessageName> = z.infer<Protocol[N]['response']>
