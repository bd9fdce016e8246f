import { createHash } from 'node:crypto'

export function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

export function digestHex(text: string): string {
  return digest(text).toString('hex')
}

/** `bytes` of chance as URL-safe text. */
export function secretText(random: (count: number) => Uint8Array, bytes: number): string {
  return Buffer.from(random(bytes)).toString('base64url')
}
