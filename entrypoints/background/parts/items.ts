import * as z from 'zod/mini'
import { dockPlace, type DockPlace } from '@/lib/bus/protocol/loader'
import { actor, type Actor } from '@/lib/domain/person'
import type { SettingItem } from '@/lib/domain/store-ports'

/** Small settings of the background, each versioned and parsed by itself. */
export const consentItem: SettingItem<boolean> = { key: 'consent', version: 1, fallback: false, parse: (value) => z.boolean().parse(value) }

const places = z.strictObject({ salesforce: dockPlace, hubspot: dockPlace })
const place: DockPlace = { side: 'right', top: 40, width: 380, open: true }
export const placesItem: SettingItem<z.infer<typeof places>> = { key: 'dock', version: 1, fallback: { salesforce: place, hubspot: place }, parse: (value) => places.parse(value) }

const owners = z.record(z.string(), actor)
export const ownersItem: SettingItem<Record<string, Actor>> = { key: 'owners', version: 1, fallback: {}, parse: (value) => owners.parse(value) }

const hosts = z.record(z.string(), z.string())
export const hostsItem: SettingItem<Record<string, string>> = { key: 'hosts', version: 1, fallback: {}, parse: (value) => hosts.parse(value) }
