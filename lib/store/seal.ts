import type { Guard } from './guard'
import type { DurableDb } from './rows'

const keyId = 'vault'
const ivBytes = 12

export type WebCrypto = Pick<Crypto, 'subtle' | 'getRandomValues'>

/**
 * AES-GCM with a key that WebCrypto will not give out and IndexedDB keeps. The label is bound to the sealed data: moved under
 * another label it cannot be opened.
 */
export function createSeal(db: DurableDb, guard: Guard, crypto: WebCrypto) {
  async function key(): Promise<CryptoKey> {
    const kept = await guard(() => db.keys.get(keyId))
    if (kept) return kept.key
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    return guard(() => db.transaction('rw', db.keys, async () => {
      const first = await db.keys.get(keyId)
      if (first) return first.key
      await db.keys.add({ id: keyId, key: made })
      return made
    }))
  }

  const terms = (iv: Uint8Array<ArrayBuffer>, label: string) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(label) })

  return {
    async seal(text: string, label: string) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      return { iv, data: await crypto.subtle.encrypt(terms(iv, label), await key(), new TextEncoder().encode(text)) }
    },
    /** `undefined` where the key is another one or the data was touched. */
    async open({ iv, data }: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }, label: string): Promise<string | undefined> {
      const opener = await key()
      return crypto.subtle.decrypt(terms(iv, label), opener, data).then((plain) => new TextDecoder().decode(plain), () => undefined)
    },
  }
}
