import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { AppError } from '@/lib/domain/errors'

/** Keeps what the hub has to be able to say again (others' secrets and tokens) unreadable in the database and its backups. */
export interface Sealer {
  /** @param purpose what the text is; sealed for one purpose it opens for no other */
  seal(text: string, purpose: string): string
  open(sealed: string, purpose: string): string
}

const version = 'v1'
const algorithm = 'aes-256-gcm'
const ivBytes = 12
const authTagLength = 16

/**
 * @param keys secrets of at least 32 characters: the first seals, any of them opens, so that a key can be replaced
 * @returns a sealer that throws `not-set-up` where there is no key, or none that opens
 */
export function createSealer(keys: readonly string[]): Sealer {
  const [first, ...earlier] = keys.map((key) => createHash('sha256').update(`leadside:seal:${key}`).digest())
  const all = first ? [first, ...earlier] : []
  return {
    seal(text, purpose) {
      if (!first) throw missing()
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, first, iv, { authTagLength }).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, purpose) {
      const [tag, packed] = sealed.split('.')
      const bytes = tag === version && packed !== undefined ? Buffer.from(packed, 'base64url') : Buffer.alloc(0)
      const [iv, authTag, body] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + authTagLength), bytes.subarray(ivBytes + authTagLength)]
      // A shorter tag is easier to guess: with the length stated Node refuses any other.
      for (const key of all) {
        try {
          const decipher = createDecipheriv(algorithm, key, iv, { authTagLength }).setAAD(Buffer.from(purpose)).setAuthTag(authTag)
          return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
        } catch {
          // Sealed with another key.
        }
      }
      throw missing()
    },
  }
}

function missing(): AppError {
  return new AppError('not-set-up', { detail: 'LEADSIDE_KEY' })
}
