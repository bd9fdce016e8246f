import * as z from 'zod/mini'
import { dockPlace, type DockPlace } from '@/lib/bus/protocol/loader'
import { errorInfo } from '@/lib/domain/errors'
import { actor, type Actor } from '@/lib/domain/person'
import type { SettingItem } from '@/lib/domain/store-ports'
import type { FeedState } from '@/lib/app/follow-library'

/** Small settings of the background, each versioned and parsed by itself. */
export const consentItem: SettingItem<boolean> = { key: 'consent', version: 1, fallback: false, parse: (value) => z.boolean().parse(value) }

const places = z.strictObject({ salesforce: dockPlace, hubspot: dockPlace })
const place: DockPlace = { side: 'right', top: 40, width: 380, open: true }
export const placesItem: SettingItem<z.infer<typeof places>> = { key: 'dock', version: 1, fallback: { salesforce: place, hubspot: place }, parse: (value) => places.parse(value) }

const owners = z.record(z.string(), actor)
export const ownersItem: SettingItem<Record<string, Actor>> = { key: 'owners', version: 1, fallback: {}, parse: (value) => owners.parse(value) }

const hosts = z.record(z.string(), z.string())
export const hostsItem: SettingItem<Record<string, string>> = { key: 'hosts', version: 1, fallback: {}, parse: (value) => hosts.parse(value) }

const feed = z.nullable(z.strictObject({ address: z.string(), etag: z.optional(z.string()), at: z.optional(z.number()), error: z.optional(errorInfo) }))
export const feedItem: SettingItem<FeedState | null> = { key: 'feed', version: 1, fallback: null, parse: (value) => feed.parse(value) }
