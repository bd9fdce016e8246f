import { say } from '../sentence'
import type { Signal } from './signal'

const day = 86_400_000

/** Somebody vouches for it: 1 on the day it was verified, 0 when the next check is due. Never verified speaks against it. */
export const verificationSignal: Signal = {
  name: 'verification',
  weight: 0.1,
  prepare: ({ now }) => ({
    value({ verifiedAt, verifyEvery = 365 }) {
      if (verifiedAt === undefined) return -0.5
      return Math.max(0, 1 - (now - verifiedAt) / day / Math.max(1, verifyEvery))
    },
    explain: ({ verifiedAt }) => (verifiedAt === undefined ? { misfit: say('suggest.never_verified') } : {}),
  }),
}
