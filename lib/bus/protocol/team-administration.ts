import * as z from 'zod/mini'
import { hubActs, hubDevice, hubFeed, hubSender, senderKey } from '@/lib/domain/hub-administration'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))
const named = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(100)) })

/** What a hub's owner looks after; feeds are for marketers, too, and their own devices for everybody. Secrets and addresses are shown this once. */
export const teamAdministrationMessages = {
  'team.senders': { from: 'desk', request: z.strictObject({}), response: z.array(hubSender) },
  'team.add-sender': { from: 'desk', request: named, response: senderKey },
  'team.rotate-sender': { from: 'desk', request: z.strictObject({ id }), response: senderKey },
  'team.end-sender': { from: 'desk', request: z.strictObject({ id }), response: z.null() },
  'team.feeds': { from: 'desk', request: z.strictObject({}), response: z.array(hubFeed) },
  'team.add-feed': { from: 'desk', request: named, response: z.strictObject({ url: z.optional(z.string()) }) },
  'team.end-feed': { from: 'desk', request: z.strictObject({ id }), response: z.null() },
  'team.devices': { from: 'desk', request: z.strictObject({ personId: id }), response: z.array(hubDevice) },
  'team.end-device': { from: 'desk', request: z.strictObject({ id }), response: z.null() },
  'team.acts': { from: 'desk', request: z.strictObject({ before: z.optional(z.string().check(z.maxLength(20))) }), response: hubActs },
} as const satisfies Record<string, MessageShape>
