import type * as z from 'zod/mini'
import type { HubAdministration, SenderKey } from '@/lib/domain/hub-administration'
import { auditPage, done, feeds, newFeed, newSender, senders, sessions } from './contract'
import type { Ask } from './http'

const actsAPage = 100

/** @param address of the hub */
export function createAdministration(address: string, ask: Ask): HubAdministration {
  const toKey = ({ id, secret }: z.infer<typeof newSender>): SenderKey => ({ address: `${address}/v1/ingest/${id}`, secret })

  return {
    senders: async () => (await ask({ method: 'GET', path: '/senders', answer: senders })).items.map(({ id, name, createdAt, rotatedAt, usedAt }) => ({ id, name, createdAt, rotatedAt, usedAt })),
    addSender: async (sender) => toKey(await ask({ method: 'POST', path: '/senders', body: sender, answer: newSender })),
    rotateSender: async (id) => toKey(await ask({ method: 'POST', path: `/senders/${id}/rotate`, answer: newSender })),
    endSender: async (id) => void await ask({ method: 'DELETE', path: `/senders/${id}`, answer: done }),

    feeds: async () => (await ask({ method: 'GET', path: '/feeds', answer: feeds })).items.map(({ id, name, createdAt }) => ({ id, name, createdAt })),
    addFeed: async (feed) => (await ask({ method: 'POST', path: '/feeds', body: feed, answer: newFeed })).url,
    endFeed: async (id) => void await ask({ method: 'DELETE', path: `/feeds/${id}`, answer: done }),

    devices: async (personId) => (await ask({ method: 'GET', path: `/people/${personId}/sessions`, answer: sessions })).items
      .map(({ id, device, createdAt, lastUsedAt, current }) => ({ id, name: device, createdAt, lastUsedAt, current })),

    async acts(before = 'newest') {
      const { items, next, more } = await ask({ method: 'GET', path: `/audit?limit=${actsAPage}&before=${encodeURIComponent(before)}`, answer: auditPage })
      return { acts: items.map(({ at, personId, act }) => ({ at, personId, act })), ...(more ? { older: next } : {}) }
    },
  }
}
