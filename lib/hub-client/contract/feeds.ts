import * as z from 'zod/mini'
import { clientId, moment } from './wire'

/** `name` says whom the address was given to. */
export const feedRequest = z.object({ id: clientId, name: z.string().check(z.minLength(1), z.maxLength(100)) })
export const feed = z.object({ id: clientId, name: z.string(), createdAt: moment })
/** The address is shown this once; whoever has it reads the feed, until it is revoked. */
export const newFeed = z.extend(feed, { url: z.optional(z.string()) })
export const feeds = z.object({ items: z.array(feed) })
