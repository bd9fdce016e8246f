import { createCipheriv, createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSealer } from '@/hub/secrets/seal'

const [one, two] = ['one key, at least as long as it has to be', 'another key, at least as long as it has to']
const thrown = (work: () => unknown) => { try { work() } catch (error) { return error } return undefined }
const noKey = { kind: 'not-set-up', detail: 'LEADSIDE_KEY' }

describe('sealing', () => {
  it('opens what it sealed, for the same purpose, and never seals alike', () => {
    const sealer = createSealer([one])
    const [first, second] = [sealer.seal('täglich', 'hubspot'), sealer.seal('täglich', 'hubspot')]
    expect(first).not.toBe(second)
    expect(first).not.toContain('glich')
    expect(sealer.open(first, 'hubspot')).toBe('täglich')
    expect(thrown(() => sealer.open(first, 'ingest'))).toMatchObject(noKey)
  })

  it('opens with an earlier key while it is replaced, and with no other', () => {
    const sealed = createSealer([one]).seal('x', 'p')
    expect(createSealer([two, one]).open(sealed, 'p')).toBe('x')
    expect(thrown(() => createSealer([two]).open(sealed, 'p'))).toMatchObject(noKey)
  })

  it('opens nothing that was changed or is none of its own', () => {
    const sealer = createSealer([one])
    const sealed = sealer.seal('x', 'p')
    for (const text of [`${sealed.slice(0, -2)}AA`, 'plain', '', 'v1.', 'v2.abc']) expect(thrown(() => sealer.open(text, 'p'))).toMatchObject(noKey)
  })

  it('opens nothing whose tag is shorter than the whole one, even where it holds', () => {
    const key = createHash('sha256').update(`leadside:seal:${one}`).digest()
    for (const authTagLength of [4, 8, 12, 15, 16]) {
      const iv = Buffer.alloc(12, 7)
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength }).setAAD(Buffer.from('p'))
      cipher.final()
      // An empty text, so that nothing behind a short tag makes up for its length.
      const sealed = `v1.${Buffer.concat([iv, cipher.getAuthTag()]).toString('base64url')}`
      const opened = () => createSealer([one]).open(sealed, 'p')
      if (authTagLength === 16) expect(opened()).toBe('')
      else expect(thrown(opened)).toMatchObject(noKey)
    }
  })

  it('refuses to seal without a key', () => {
    expect(thrown(() => createSealer([]).seal('x', 'p'))).toMatchObject(noKey)
  })
})
