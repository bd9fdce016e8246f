import * as z from 'zod/mini'
import { assetFigures } from '@/lib/domain/asset-figures'
import { linkState } from '@/lib/domain/link-check'
import { miss } from '@/lib/domain/miss'
import { need } from '@/lib/domain/need'
import { recordRef } from '@/lib/domain/record-ref'
import { requestAnswer } from '@/lib/domain/request-answer'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))
const ids = z.array(id).check(z.maxLength(2000))
const text = z.optional(z.string())

/** What marketers ask to keep the repository in order: requests and searches in vain, what became of each asset, whether links answer. */
export const careMessages = {
  'requests.list': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ needs: z.array(need), misses: z.array(miss) }) },
  /** Requests one by one, with who asked. */
  'requests.single': {
    from: 'desk', request: z.strictObject({ ids }),
    response: z.array(z.strictObject({ id: z.string(), at: z.number(), query: z.string(), note: text, rep: z.string(), ref: recordRef, name: text, url: z.string() })),
  },
  'requests.answer': { from: 'desk', request: z.strictObject({ requestIds: ids, assetId: id, note: z.optional(z.string().check(z.maxLength(1000))) }), response: requestAnswer },
  'misses.forget': { from: 'desk', request: z.strictObject({ keys: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(2000)) }), response: z.null() },

  /** By asset id; assets nothing happened to are absent. */
  'library.figures': { from: 'desk', request: z.strictObject({}), response: z.record(z.string(), assetFigures) },
  'links.state': {
    from: 'desk', request: z.strictObject({}),
    response: z.strictObject({
      /** By canonical address. */
      states: z.record(z.string(), linkState),
      hosts: z.array(z.strictObject({ origin: z.string(), links: z.number(), due: z.number(), granted: z.boolean() })),
    }),
  },
  /** Asks so many addresses whether they answer; the desk repeats it while it is open. */
  'links.check': { from: 'desk', request: z.strictObject({ limit: z.int().check(z.minimum(1), z.maximum(50)) }), response: z.strictObject({ checked: z.number(), left: z.number() }) },
} as const satisfies Record<string, MessageShape>
