import type { Step } from '../step'
import { cache1 } from './cache-1'
import { durable1 } from './durable-1'
import { durable2 } from './durable-2'
import { durable3 } from './durable-3'

/** The whole history of each database, oldest first. Old steps stay for ever: someone upgrades from them. */
export const durableSteps: readonly Step[] = [durable1, durable2, durable3]
export const cacheSteps: readonly Step[] = [cache1]
